import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {isSmall} from "../../src/disclosure/primary.ts";
import {profiles} from "../../src/disclosure/profile.ts";
import {measures} from "../../src/measures/index.ts";
import {type Cohort, reachedAndNot, reachedCandidates, readCohorts, type Sides} from "../../src/publish/reached.ts";
import {type Compared, compareCharacteristics} from "../../src/publish/reached_compared.ts";
import {resultCandidates, resultKey} from "../../src/publish/result_candidates.ts";
import {openEmbeddedWarehouse, type TestWarehouse} from "../warehouses.ts";
import {showsAll, showsOf} from "./protected.ts";
import {resultRow, shareRow} from "./result_rows.ts";

interface Person {
  readonly isReached: boolean;
  readonly first: number | null;
  readonly last: number | null;
  readonly payer: string;
  readonly completion: string;
}

const person: fc.Arbitrary<Person> = fc
  .record({
    isReached: fc.boolean(),
    first: fc.oneof({weight: 1, arbitrary: fc.constant(null)}, {weight: 15, arbitrary: fc.integer({min: 0, max: 27})}),
    last: fc.oneof({weight: 1, arbitrary: fc.constant(null)}, {weight: 8, arbitrary: fc.integer({min: 0, max: 27})}),
    payer: fc.constantFrom("commercial", "commercial", "commercial", "medicaid", "medicaid", "medicare", "unknown"),
    completion: fc.constantFrom("completed", "completed", "not completed")
  })
  .map((one) => (one.first === null ? {...one, last: null} : one));
const people = fc.array(person, {minLength: 30, maxLength: 300, size: "max"});

/** What warehouse and mart make of people, by hand. */
function cohortOf(all: readonly Person[]): Cohort {
  const codes = ["payer", "completion"] as const;
  const levels = codes.map((code) => {
    const byLevel = Map.groupBy(all, (one) => one[code]);
    return [code, new Map([...byLevel].map(([level, some]) => [level, sidesOf(some, () => 0)]))] as const;
  });
  const scores = Object.entries(scoresOf).map(([name, score]) => {
    const some = all.filter((one) => score(one) !== null);
    return [name, new Map(some.length === 0 ? [] : [["", sidesOf(some, (one) => score(one) ?? 0)]])] as const;
  });
  return new Map([...levels, ...scores]);
}

const scoresOf: Readonly<Record<string, (one: Person) => number | null>> = {
  phq9_baseline: ({first}) => first,
  phq9_last: ({last}) => last,
  phq9_change: ({first, last}) => (first === null || last === null ? null : first - last)
};

function sidesOf(some: readonly Person[], score: (one: Person) => number): Sides {
  const sums = (among: readonly Person[]) => ({
    n: among.length,
    sum_x: among.reduce((sum, one) => sum + score(one), 0),
    sum_xx: among.reduce((sum, one) => sum + score(one) ** 2, 0)
  });
  return {reached: sums(some.filter((one) => one.isReached)), not_reached: sums(some.filter((one) => !one.isReached))};
}

const everywhere = {breakdown: "all", group: "", period_type: "all", period: ""} as const;

/** What is said of people, and what of it may be shown beside nothing else. */
const compare = (all: readonly Person[]) => compareCharacteristics(cohortOf(all), () => true);
const protectedRows = (all: readonly Person[]) => {
  const cohorts = [{place: everywhere, cohort: cohortOf(all)}];
  return reachedAndNot(cohorts, showsOf(reachedCandidates(cohorts)));
};

function meanAndVariance(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return {mean, variance};
}

describe("those reached beside those not reached", () => {
  it("have the means of the scores that they have, and the difference of these in standard deviations", () => {
    let compared = 0;
    fc.assert(
      fc.property(people, (all) => {
        for (const row of compare(all).filter(({unit, difference}) => unit === "points" && difference !== null)) {
          const values = (isReached: boolean) =>
            all
              .filter((one) => one.isReached === isReached)
              .flatMap((one) => scoresOf[row.characteristic]?.(one) ?? []);
          const [one, other] = [values(true), values(false)];
          const [a, b] = [meanAndVariance(one), meanAndVariance(other)];
          expect(row.reached).toBeCloseTo(a.mean, 9);
          expect(row.not_reached).toBeCloseTo(b.mean, 9);
          const difference = (a.mean - b.mean) / Math.sqrt((a.variance + b.variance) / 2);
          expect(row.difference).toBeCloseTo(difference, 9);
          expect([row.reached_units, row.not_reached_units]).toEqual([one.length, other.length]);
          expect(row.weight).toBe(wordOf(difference));
          compared += 1;
        }
      })
    );
    expect(compared).toBeGreaterThan(50);
  });

  it("have the shares of each level, and the difference of these by the same measure", () => {
    let compared = 0;
    fc.assert(
      fc.property(people, (all) => {
        for (const row of compare(all).filter(({unit, status}) => unit === "share" && status === "published")) {
          const share = (isReached: boolean) => {
            const side = all.filter((one) => one.isReached === isReached);
            const having = side.filter((one) => one[row.characteristic as "payer" | "completion"] === row.level);
            return {n: side.length, p: having.length / side.length};
          };
          const [one, other] = [share(true), share(false)];
          expect([row.reached_units, row.not_reached_units]).toEqual([one.n, other.n]);
          expect([row.reached, row.not_reached]).toEqual([one.p, other.p]);
          const spread = Math.sqrt((one.p * (1 - one.p) + other.p * (1 - other.p)) / 2);
          expect(row.difference).toBeCloseTo((one.p - other.p) / spread, 9);
          expect(row.weight).toBe(wordOf((one.p - other.p) / spread));
          compared += 1;
        }
      })
    );
    expect(compared).toBeGreaterThan(50);
  });
});

function wordOf(difference: number): Compared["weight"] {
  if (Math.abs(difference) > 0.25) return "seriously";
  return Math.abs(difference) > 0.1 ? "differs" : "";
}

describe("what is hidden of those reached", () => {
  it("is in no characteristic a level alone, nor levels that are 1 to 10 together", () => {
    let hiddenLevels = 0;
    fc.assert(
      fc.property(people, (all) => {
        for (const [characteristic, rows] of Map.groupBy(protectedRows(all), (row) => row.characteristic)) {
          if (rows[0]?.unit !== "share") continue;
          const hidden = rows.filter(({status}) => status === "suppressed");
          expect(hidden.length).not.toBe(1);
          hiddenLevels += hidden.length;
          for (const isReached of [true, false]) {
            const side = all.filter((one) => one.isReached === isReached);
            const shown = rows.flatMap(({reached, not_reached}) => (isReached ? reached : not_reached) ?? []);
            const left = side.length - Math.round(shown.reduce((sum, share) => sum + share * side.length, 0));
            if (shown.length > 0) expect(isSmall(left), characteristic).toBe(false);
            expect(shown.map((share) => Math.round(share * side.length)).filter(isSmall)).toEqual([]);
          }
        }
      })
    );
    expect(hiddenLevels).toBeGreaterThan(50);
  });

  it("is how many have no score, where they are 1 to 10 of those in the rows above", () => {
    let [shown, hidden] = [0, 0];
    fc.assert(
      fc.property(people, (all) => {
        const rows = protectedRows(all);
        const known = rows.filter(({reached_units}) => reached_units !== null);
        for (const side of ["reached_units", "not_reached_units"] as const) {
          const counts = new Set(known.map((row) => row[side] ?? 0));
          for (const one of counts) for (const other of counts) expect(isSmall(one - other)).toBe(false);
        }
        const scores = rows.filter(({unit}) => unit === "points");
        shown += scores.filter(({status}) => status === "published").length;
        hidden += scores.filter(({status}) => status === "suppressed").length;
      })
    );
    expect(Math.min(shown, hidden)).toBeGreaterThan(10);
  });

  it("is everyone of a place of which results.csv hides six-month follow-up, and every level with them", () => {
    const few = Array.from({length: 60}, (_, index) => someone({isReached: index < 55}));
    const cohorts = [{place: everywhere, cohort: cohortOf(few)}];
    const statuses = reachedAndNot(cohorts, showsOf(reachedCandidates(cohorts))).map(({status}) => status);
    expect(statuses.length).toBeGreaterThan(1);
    expect(new Set(statuses)).toEqual(new Set(["suppressed"]));
  });

  it("is the levels of a program whose follow-up results.csv hides, whichever way it crosses them", () => {
    const payers = {commercial: 80, medicaid: 60, self_pay: 6, unknown: 40};
    const own = Object.entries(payers).flatMap(([payer, n]) =>
      Array.from({length: n}, (_, index) => someone({payer, isReached: index % 2 === 0}))
    );
    const place = {...everywhere, breakdown: "program", group: "n+iop"} as const;
    const cohorts = [{place, cohort: cohortOf(own)}];
    const levelsShown = (crossed: "program+payer" | "payer+program") => {
      const results = Object.entries(payers).map(([payer, n]) => {
        const group = crossed === "program+payer" ? `n%2Biop+${payer}` : `${payer}+n%2Biop`;
        return shareRow(n / 2, n, {measure: "followup_retention", breakdown: crossed, group});
      });
      const shows = showsOf([...resultCandidates(results, measures, profiles.cms11), ...reachedCandidates(cohorts)]);
      const rows = reachedAndNot(cohorts, shows).filter(({characteristic}) => characteristic === "payer");
      const shown = results.filter((result) => shows(resultKey(result)));
      return {
        results: Object.keys(payers).filter((payer) => shown.some(({group}) => group.includes(payer))),
        levels: rows.filter(({status}) => status === "published").map(({level}) => level)
      };
    };
    // beside the crossed results that results.csv shows, everyone of the program would tell the 6 who pay themselves
    const beside = {results: ["commercial", "medicaid", "unknown"], levels: []};
    expect(levelsShown("program+payer")).toEqual(beside);
    expect(levelsShown("payer+program")).toEqual(beside);
  });

  it("is how many were reached with a score, where fewer than 11 of them have no six-month score of the same instrument", () => {
    const isShown = (characteristic: "phq9_baseline" | "phq9_last", withScore: number, measure: string) => {
      const all = Array.from({length: 300}, (_, index) => {
        const isReached = index < 150;
        const has = (isReached ? index : index - 150) < withScore;
        const last = characteristic === "phq9_last" && has ? 8 : null;
        return someone({isReached, first: has ? 15 : null, last});
      });
      const cohorts = [{place: everywhere, cohort: cohortOf(all)}];
      const result = resultRow({measure, units: 90, denominator: 90});
      const shows = showsOf([...resultCandidates([result], measures, profiles.cms11), ...reachedCandidates(cohorts)]);
      const row = reachedAndNot(cohorts, shows).find((one) => one.characteristic === characteristic);
      return row?.status === "published";
    };
    expect(isShown("phq9_baseline", 95, "phq9_change_at_followup")).toBe(false);
    expect(isShown("phq9_baseline", 90, "phq9_change_at_followup")).toBe(true);
    expect(isShown("phq9_baseline", 101, "phq9_change_at_followup")).toBe(true);
    expect(isShown("phq9_last", 95, "phq9_change_since_discharge")).toBe(false);
    expect(isShown("phq9_last", 101, "phq9_change_since_discharge")).toBe(true);
  });
});

/** A person of the cohort. */
function someone(given: Partial<Person>): Person {
  return {isReached: true, first: null, last: null, payer: "commercial", completion: "completed", ...given};
}

describe("those reached in a release", () => {
  let opened: TestWarehouse;
  beforeAll(async () => {
    opened = await openEmbeddedWarehouse();
  });
  afterAll(() => opened.dispose());

  it("are of quarters whose window of 210 days is over, added up for programs, sites and all, by year and over all time", async () => {
    const {warehouse} = opened;
    // [program, quarter, completed reached, completed not, not completed reached, not completed not]
    const quarters = [
      ["a", "2024-10-01", 20, 20, 20, 40],
      ["a", "2025-01-01", 30, 20, 20, 30],
      ["b", "2025-01-01", 40, 15, 25, 20],
      ["b", "2025-04-01", 500, 500, 500, 500]
    ] as const;
    for (const [program, on, ...counts] of quarters)
      for (const [index, n] of counts.entries())
        await warehouse.query(
          `insert into mart.reached values ('followup_retention', 'all', '', 'ehr', $1, 'quarter', $2, 'completion', $3, $4, $5, 0, 0)`,
          [program, on, index < 2 ? "completed" : "not completed", index % 2 === 0, n]
        );
    const programs = ["a", "b"].map((key) => ({
      ...{source: "ehr", program_key: key, group: key, site: "north", name: key},
      ...{population: "mh", level_of_care: "iop"}
    }));
    // the first quarter of 2025 closes on 2025-10-27, the second on 2026-01-26
    const cohorts = await readCohorts(warehouse, {measures: [], programs, as_of: "2026-01-25", suffix: ""});
    const rows = reachedAndNot(cohorts, showsAll);
    const completed = rows
      .filter(({level}) => level === "completed")
      .map((row) => [row.breakdown, row.group, row.period, row.reached, row.not_reached]);
    expect(completed).toEqual([
      ["all", "", "", 90 / 155, 55 / 145],
      ["all", "", "2024", 20 / 40, 20 / 60],
      ["all", "", "2025", 70 / 115, 35 / 85],
      ["program", "a", "", 50 / 90, 40 / 110],
      ["program", "b", "", 40 / 65, 15 / 35],
      ["program", "a", "2024", 20 / 40, 20 / 60],
      ["program", "a", "2025", 30 / 50, 20 / 50],
      ["program", "b", "2025", 40 / 65, 15 / 35],
      ["site", "north", "", 90 / 155, 55 / 145],
      ["site", "north", "2024", 20 / 40, 20 / 60],
      ["site", "north", "2025", 70 / 115, 35 / 85]
    ]);
  });
});
