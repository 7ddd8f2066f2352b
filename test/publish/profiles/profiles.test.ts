import {existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {checks} from "../../../src/checks/index.ts";
import {type ProfileName, profiles} from "../../../src/disclosure/profile.ts";
import {wilsonInterval} from "../../../src/statistics/wilson_interval.ts";
import {type PublishedRow, readResults, readTable} from "../../pipeline/published_rows.ts";
import {openEmbeddedWarehouse} from "../../warehouses.ts";
import {buildOrganisation, measures, publishBy} from "./publish_by_profile.ts";

const folder = mkdtempSync(join(tmpdir(), "plumbline-profiles-"));
const releases = new Map<ProfileName, string>();
const names = Object.keys(profiles) as ProfileName[];
const stays = 120;
/** What was answered to a release that was to be rounded after an exact one, and to an exact one after rounded ones. */
const refusals: unknown[] = [];
/** A release under cms11 after one under threshold5. */
let switched: string;
/** A release under round5 with one stay more than the one before it. */
let nextNight: string;

beforeAll(async () => {
  const {warehouse, dispose} = await openEmbeddedWarehouse();
  await buildOrganisation(warehouse, stays);
  for (const name of names) {
    await warehouse.script("delete from history.told; delete from history.shown");
    releases.set(name, await publishBy(name, warehouse, join(folder, name)));
    const other = name === "round5" ? "threshold5" : "round5";
    if (name === "threshold5") switched = await publishBy("cms11", warehouse, join(folder, "switched"));
    refusals.push(await publishBy(other, warehouse, join(folder, "refused")).catch((error: unknown) => error));
  }
  await buildOrganisation(warehouse, stays + 1, "a night later");
  nextNight = await publishBy("round5", warehouse, join(folder, "round5"));
  await dispose();
}, 180_000);
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const tableOf = (profile: ProfileName, file: string) => readTable(releases.get(profile) ?? "", file);
const resultsOf = (profile: ProfileName) => readResults(releases.get(profile) ?? "");
const isSmallBy = (profile: ProfileName, count: number | null) => count !== null && profiles[profile].isSmall(count);

describe.each(["cms11", "threshold5"] as const)("a release under %s", (profile) => {
  it("has no small count of people in any file", () => {
    for (const row of resultsOf(profile)) {
      const {units, denominator, numerator} = row;
      const left = numerator === null ? null : (denominator ?? 0) - numerator;
      expect(
        [units, denominator, numerator, left].filter((count) => isSmallBy(profile, count)),
        place(row)
      ).toEqual([]);
    }
    for (const [file, columns] of Object.entries(countColumns))
      for (const column of columns)
        expect(numbersIn(profile, file, column).filter((count) => isSmallBy(profile, count))).toEqual([]);
  });
});

it("shows counts of 5 to 10 under threshold5, which cms11 hides", () => {
  const hidden = new Set(
    resultsOf("cms11")
      .filter(({units}) => units === null)
      .map(place)
  );
  const shown = resultsOf("threshold5").filter(({units}) => units !== null);
  expect(shown.filter((row) => (row.units ?? 0) <= 10 && hidden.has(place(row))).length).toBeGreaterThan(50);
  expect(shown.length).toBeGreaterThan(resultsOf("cms11").filter(({units}) => units !== null).length);
});

it("hides under cms11 what threshold5 told before, small counts and what would tell them", () => {
  const row = (one: PublishedRow) => [one.units, one.denominator, one.numerator];
  const rows = readResults(switched);
  expect(rows.flatMap(row).filter((count) => isSmallBy("cms11", count))).toEqual([]);
  const shown = rows.filter(({units}) => units !== null).length;
  expect(shown).toBeGreaterThan(30);
  expect(shown).toBeLessThanOrEqual(resultsOf("cms11").filter(({units}) => units !== null).length);
});

describe("a release under round5", () => {
  it("has multiples of 5 in place of every count of people, in every file", () => {
    for (const [file, columns] of Object.entries({...countColumns, ...roundedColumns}))
      for (const column of columns) {
        const counts = numbersIn("round5", file, column);
        expect(
          counts.filter((count) => count % 5 !== 0),
          `${file}, ${column}`
        ).toEqual([]);
      }
    for (const file of ["results.csv", "ladder.csv", "curves.csv", "missing.csv", "trajectory.csv", "comparison.csv"])
      expect(tableOf("round5", file).length, file).toBeGreaterThan(5);
  });

  it("has none of them among the checks: the same people rounded once more would tell more", () => {
    const ofPeople = tableOf("round5", "quality.csv").filter(({check}) => isOfPeople(check ?? ""));
    expect(ofPeople.length).toBeGreaterThan(3);
    for (const {check, violations, checked} of ofPeople) {
      expect(["", "0"], check).toContain(violations);
      expect(["", "0"], check).toContain(checked);
    }
  });

  it("adds up: all and sites are the sums of their programs, longer periods of the shorter ones", () => {
    const rows = resultsOf("round5").filter(({units}) => units !== null);
    const ofPrograms = rows.filter(({breakdown}) => breakdown === "program");
    const whole = new Map(rows.map((row) => [place(row), row.units]));
    for (const sums of [sumsOf(ofPrograms, toAll), sumsOf(ofPrograms, toSite), sumsOf(rows.filter(addsUp), toLonger)])
      for (const [key, sum] of sums) if (whole.has(key)) expect(sum, key).toBe(whole.get(key));
  });

  it("has shares and their intervals that follow from its counts, and so tell no more than these", () => {
    const shares = resultsOf("round5").filter(({measure, value}) => value !== null && isShare(measure));
    expect(shares.length).toBeGreaterThan(100);
    for (const row of shares) {
      const denominator = row.denominator ?? 0;
      const {value, lower, upper} = wilsonInterval(Math.round((row.value ?? 0) * denominator), denominator);
      expect(offByFive((row.value ?? 0) * denominator), place(row)).toBeLessThan(1e-9);
      expect([row.value, row.lower, row.upper], place(row)).toEqual([value, lower, upper]);
    }
    const units = new Map(resultsOf("round5").map((row) => [place(row), row.units]));
    for (const {time, value, lower, upper, ...row} of tableOf("round5", "curves.csv")) {
      const all = units.get(place(row as unknown as PublishedRow)) ?? 0;
      expect(all).toBeGreaterThan(0);
      expect(offByFive(Number(value) * all), `${row.measure}, day ${time}`).toBeLessThan(1e-9);
      expect([lower, upper]).toEqual(["", ""]);
    }
  });

  it("compares who was reached by shares that can be true", () => {
    const rows = tableOf("round5", "reached.csv").filter(({unit}) => unit === "share");
    expect(rows.length).toBeGreaterThan(0);
    for (const {reached, not_reached, difference} of rows) {
      expect([reached, not_reached].filter((share) => Number(share) < 0 || Number(share) > 1)).toEqual([]);
      expect(difference).not.toBe("NaN");
    }
  });

  it("has means and medians of 10 or more, and with few decimal places", () => {
    const means = resultsOf("round5").filter(({measure, value}) => value !== null && !isShare(measure));
    expect(means.length).toBeGreaterThan(30);
    for (const {units, value, lower, upper, unit} of means) {
      expect(units).toBeGreaterThanOrEqual(10);
      const decimals = unit === "days" ? 0 : unit === "points" ? 1 : 2;
      for (const one of unit === "share" ? [lower, upper] : [value, lower, upper])
        if (one !== null) expect(one).toBe(Number(one.toFixed(decimals)));
    }
  });
});

describe("a release under round5 when one person more has come", () => {
  const held = "what changed since is too little to be shown";

  it("counts that person, and says what is held for it", () => {
    expect(resultsOf("round5").filter(({reason}) => reason.includes(held))).toEqual([]);
    expect(readResults(nextNight).filter(({reason}) => reason.includes(held)).length).toBeGreaterThan(20);
  });

  it("tells what it told, and nothing where it told nothing", () => {
    const told = (folder: string) => {
      const rows = readResults(folder).map(({reason, ...row}) => [place(row), row] as const);
      return Object.fromEntries(rows);
    };
    const [before, now] = [told(releases.get("round5") ?? ""), told(nextNight)];
    expect(Object.values(now).filter(({units}) => units !== null).length).toBeGreaterThan(500);
    expect(now).toEqual(before);
  });

  it("changes no row of what is made of its figures", () => {
    for (const file of Object.keys({...countColumns, ...roundedColumns, "claims.csv": [], "natural_course.csv": []})) {
      if (file === "results.csv") continue;
      const rows = (folder: string) => readTable(folder, file).map((row) => JSON.stringify(row));
      expect(new Set(rows(nextNight)), file).toEqual(new Set(rows(releases.get("round5") ?? "")));
    }
  });
});

it("is refused where exact and rounded counts of the same people would be told", () => {
  const answer = (found: string, expected: string) =>
    `disclosure_profile: expected ${expected}, by which releases were published, found ${found}`;
  expect(refusals).toMatchObject([
    {kind: "disclosure", message: answer("round5", "cms11")},
    {kind: "disclosure", message: answer("round5", "threshold5")},
    {kind: "disclosure", message: answer("threshold5", "round5")}
  ]);
  expect(existsSync(join(folder, "refused"))).toBe(false);
});

/** Columns that count people in every release. */
const countColumns: Readonly<Record<string, readonly string[]>> = {
  "ladder.csv": ["count"],
  "missing.csv": ["eligible", "measured"],
  "success.csv": ["denominator", "numerator"],
  "trajectory.csv": ["units"]
};

const roundedColumns: Readonly<Record<string, readonly string[]>> = {
  "results.csv": ["units", "denominator", "numerator"],
  "curves.csv": ["at_risk", "events"],
  "funnel.csv": ["denominator"],
  "comparison.csv": ["units", "rest_units"],
  "adjusted.csv": ["units", "observed"],
  "models.csv": ["units", "events"],
  "calibration.csv": ["units", "observed"],
  "reached.csv": ["reached_units", "not_reached_units"]
};

function numbersIn(profile: ProfileName, file: string, column: string): number[] {
  return tableOf(profile, file).flatMap((row) => (row[column] ? [Number(row[column])] : []));
}

type Place = Pick<PublishedRow, "measure" | "breakdown" | "group" | "period_type" | "period">;

function place({measure, breakdown, group, period_type, period}: Place): string {
  return [measure, breakdown, group, period_type, period].join("|");
}

/** How far a number is from a multiple of 5. */
function offByFive(number: number): number {
  return Math.abs(number - 5 * Math.round(number / 5));
}

function isShare(measure: string): boolean {
  const kind = measures.find(({id}) => id === measure)?.kind ?? "";
  return ["proportion", "cumulative_incidence"].includes(kind);
}

/** Whoever has sessions in several months is counted in each of them. */
function addsUp({measure}: PublishedRow): boolean {
  return measure !== "attendance";
}

function isOfPeople(name: string): boolean {
  return checks.some((check) => check.name === name && check.counts === "people");
}

/** The units of rows, added up by the place that they are parts of. */
function sumsOf(rows: readonly PublishedRow[], wholeOf: (row: PublishedRow) => Place): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = place(wholeOf(row));
    sums.set(key, (sums.get(key) ?? 0) + (row.units ?? 0));
  }
  return sums;
}

function toAll(row: PublishedRow): Place {
  return {...row, breakdown: "all", group: ""};
}

function toSite(row: PublishedRow): Place {
  return {...row, breakdown: "site", group: row.group === "c" ? "south" : "north"};
}

function toLonger(row: PublishedRow): Place {
  const [year = "", month = ""] = row.period.split("-");
  const quarter = `${year}-Q${Math.ceil(Number(month) / 3)}`;
  if (row.period_type === "month") return {...row, period_type: "quarter", period: quarter};
  if (row.period_type === "quarter") return {...row, period_type: "year", period: year};
  return row.period_type === "year" ? {...row, period_type: "all", period: ""} : {...row, measure: "nothing"};
}
