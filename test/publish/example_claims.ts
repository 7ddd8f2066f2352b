import {beforeAll, describe, expect, it} from "vitest";
import type {Finding} from "../../src/claims/finding.ts";
import type {Figure, Grounds} from "../../src/claims/grounds.ts";
import {isWeaker, type Strength} from "../../src/claims/strength.ts";
import {findingOf} from "../../src/measures/finding_of.ts";
import {measures} from "../../src/measures/index.ts";
import {isOverUnits, type Measure} from "../../src/measures/measure.ts";
import {addDays} from "../../src/publish/periods.ts";
import {numbersIn} from "../claims/numbers.ts";
import {allowedByReading} from "../claims/second_reading.ts";
import type {PublishedRow} from "../pipeline/published_rows.ts";
import {type ExampleRelease, isMainPlace, numberIn, placeOf} from "./example_release.ts";

type Row = Record<string, string>;

/** Kinds of claims that are made of results, missing scores and the natural course alone. */
const ownKinds = ["level", "movement", "missing", "natural_course"];
const as_of = "2026-03-31";
const programs: Readonly<Record<string, RegExp>> = {
  "north-iop": /at SYNTHETIC North IOP, adults/,
  "north-php": /at SYNTHETIC North PHP, adults/,
  "south-dual": /at SYNTHETIC South Dual Diagnosis IOP, adults/
};

/** Tests that every sentence says what the published rows of its place say, and no more than they carry. */
export function testClaims(exampleOf: () => ExampleRelease): void {
  describe("the sentences about the example organisation", () => {
    let claims: readonly Row[];
    let results: Map<string, PublishedRow>;
    let missing: Map<string, readonly Row[]>;
    let natural: readonly Row[];
    beforeAll(() => {
      const {table, results: rows} = exampleOf();
      claims = table("claims").filter(({kind}) => ownKinds.includes(kind ?? ""));
      results = new Map(rows.map((row) => [placeOf(row), row]));
      missing = Map.groupBy(table("missing"), (row) => placeOf(row));
      natural = table("natural_course").filter(({kind}) => kind === "published");
    });

    /** Effect sizes have the missing scores of their changes. */
    const missingOf = (row: Row) => missing.get(placeOf(row, row.measure?.replace("_effect_size", "_change"))) ?? [];
    const resultOf = (row: Row): PublishedRow => {
      const result = results.get(placeOf(row));
      if (result === undefined) throw new Error(`${placeOf(row)}: a claim without a result`);
      return result;
    };
    const findings = new Map<string, Finding>();
    const findingFor = ({measure: id = ""}: Row): Finding => {
      const found = findings.get(id) ?? findingOf(measureOf(id), exampleOf().settings);
      findings.set(id, found);
      return found;
    };

    it("are one of each figure, one of what it can be, and one of each change beside its natural course", () => {
      const byKind = Map.groupBy(claims, ({kind}) => kind);
      const figures = [...(byKind.get("level") ?? []), ...(byKind.get("movement") ?? [])];
      const places = [...results.values()].filter(isMainPlace);
      expect(figures.map((row) => placeOf(row)).sort()).toEqual(places.map((row) => placeOf(row)).sort());
      const ranges = [...missing].filter(([, panel]) =>
        ["worst", "best"].every((end) => panel.some(({assumption, value}) => assumption === end && value !== ""))
      );
      expect((byKind.get("missing") ?? []).map((row) => placeOf(row)).sort()).toEqual(
        ranges.map(([place]) => place).sort()
      );
      const changes = places.filter(
        ({measure, period_type}) =>
          period_type === "all" && natural.some((row) => row.measure === measure && row.unit === "points")
      );
      const besideNatural = byKind.get("natural_course") ?? [];
      expect(besideNatural.map((row) => placeOf(row)).sort()).toEqual(changes.map((row) => placeOf(row)).sort());
      expect(besideNatural.length).toBeGreaterThan(5);
    });

    it("hold no number that is not in the published rows of their place, rounded", () => {
      for (const row of claims) {
        const {units, denominator, numerator, value, lower, upper, unit} = resultOf(row);
        const panel = missingOf(row);
        const {eligible, measured} = panel[0] ?? {};
        const bounds = row.kind === "missing" ? panel.filter(({assumption}) => isBound(assumption)) : [];
        const references = row.kind === "natural_course" ? natural.filter(({measure}) => measure === row.measure) : [];
        const values = [value, lower, upper, ...[...bounds, ...references].map((one) => numberIn(one.value))];
        const share = numberIn(measured) === null ? null : Number(measured) / Number(eligible);
        const allowed = new Set([
          "95",
          ...[units, denominator, numerator].flatMap((count) => (count === null ? [] : [String(count)])),
          ...values.flatMap((one) => printed(one, unit)),
          ...printed(share, "share"),
          ...references.flatMap(({weeks = ""}) => numbersIn(weeks)),
          ...numbersIn(`${row.period} ${row.group} ${as_of} ${JSON.stringify(findingFor(row))}`)
        ]);
        expect(
          numbersIn(row.sentence ?? "").filter((number) => !allowed.has(number)),
          row.sentence
        ).toEqual([]);
      }
    });

    it("have no digit but their measure's own where nothing may be said, and always where the figure is hidden", () => {
      let silent = 0;
      for (const row of claims) {
        if (resultOf(row).status === "suppressed") expect(row.strength).toBe("silent");
        if (row.strength !== "silent") continue;
        expect(row.sentence?.replace(findingFor(row).label, ""), row.sentence).not.toMatch(/\d/);
        silent += 1;
      }
      expect(silent).toBeGreaterThan(100);
    });

    it("are as strong as the published rows let them be by the rule table, and never stronger", () => {
      const strengths = new Map<string, number>();
      for (const row of claims) {
        const allowed = allowedByReading(groundsOf(row));
        expect(isWeaker(allowed, row.strength as Strength), row.sentence).toBe(false);
        expect(row.strength, row.sentence).toBe(allowed);
        strengths.set(allowed, (strengths.get(allowed) ?? 0) + 1);
      }
      for (const strength of ["silent", "tentative", "partial", "descriptive", "directional"])
        expect(strengths.get(strength) ?? 0, strength).toBeGreaterThan(3);
    });

    it("name the program that they are about, or the site, and neither where they are about all", () => {
      for (const {breakdown, group = "", strength, sentence = ""} of claims) {
        if (strength === "silent") continue;
        const named = Object.keys(programs).filter((program) => programs[program]?.test(sentence));
        expect(named, sentence).toEqual(breakdown === "program" ? [group] : []);
        if (breakdown === "site") expect(sentence).toContain(` at site ${group}`);
      }
    });

    function groundsOf(row: Row): Grounds {
      const result = resultOf(row);
      const panel = missingOf(row);
      const {eligible, measured} = panel.find((one) => one.eligible !== "") ?? {};
      const {minimum_units, minimum_units_effect_size} = exampleOf().settings;
      const evidence = {
        share_measured: eligible === undefined ? null : Number(measured) / Number(eligible),
        window_closed: isClosed(row),
        ...{minimum_units, minimum_units_effect_size, smallest_shown: 11}
      };
      const figure = {...result, period: "", where: "", as_of} as Figure;
      const finding = findingFor(row);
      const shared = {finding, figure, evidence};
      if (row.kind === "level") return {...shared, kind: "level"};
      if (row.kind === "missing") {
        const values = panel.filter(({assumption}) => isBound(assumption)).map(({value}) => Number(value));
        return {
          ...shared,
          kind: "missing",
          range: {lower: Math.min(...values), upper: Math.max(...values), over: "bounds"}
        };
      }
      if (finding.form !== "change") throw new Error(`${row.measure}: a movement of what is no change`);
      if (row.kind === "movement") return {...shared, finding, kind: "movement"};
      const references = natural.filter(({measure}) => measure === row.measure);
      const grade = references.map((one) => one.grade ?? "").sort()[0] as "A" | "B" | "C" | "D";
      const values = references.filter((one) => one.grade === grade).map(({value}) => Number(value));
      const range = {lower: Math.min(...values), upper: Math.max(...values)};
      return {...shared, finding, kind: "natural_course", natural: {...range, whom: "", span: "", grade}};
    }
  });
}

function isBound(assumption: string | undefined): boolean {
  return assumption === "worst" || assumption === "best";
}

/** As a percentage, to one decimal; as points, to one; as standard deviations, to two; days and people as they are, or to one. */
function printed(value: number | null, unit: string): string[] {
  if (value === null) return [];
  const size = Math.abs(unit === "share" ? 100 * value : value);
  return [size.toFixed(unit === "sd" ? 2 : 1), ...(Number.isInteger(size) ? [String(size)] : [])];
}

function measureOf(id: string): Measure {
  const measure = measures.find((one) => one.id === id);
  if (measure === undefined) throw new Error(`${id} is no measure`);
  return measure;
}

/** A year is closed once it is over, and the longest that one of its last day waits. All time is what there is. */
function isClosed({measure = "", period = ""}: Row): boolean {
  if (period === "") return true;
  const declared = measureOf(measure);
  const matures = isOverUnits(declared) ? (declared.matures ?? "") : "";
  const days = isOverUnits(declared) ? declared.quarter?.closes_after_days : undefined;
  return addDays(`${period}-12-31`, days ?? Number(/is_(\d+)_days/.exec(matures)?.[1] ?? 0)) <= as_of;
}
