import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type RandomCase, randomCase} from "./random_statement.ts";
import {measures, type ResultCounts, secondReading} from "./results.ts";
import type {Statement} from "./rows.ts";

const numRuns = 20;
const monthly = new Set(measures.filter(({months}) => months).map(({id}) => id));

/** What is judged by a day hides rows that are too early one by one (17.26). */
const summed = new Set(measures.filter((m) => m.judged_on_day === undefined).map(({id}) => id));

/** The breakdowns of referrals and meetings (17.30), and the measures that have no others. */
const places = ["all", "program", "site"];
const placesOnly = new Set(["time_to_first_service", "seen_within_48_hours", "group_size", "group_size_in_range"]);

describe("results of the second reading", () => {
  it("do not depend on the order of the rows", () => {
    fc.assert(
      fc.property(randomCase(), (one) => {
        expect(secondReading(reversed(one.statement), one)).toEqual(read(one));
      }),
      {numRuns}
    );
  });

  it("of the groups of a breakdown add up to everyone", () => {
    fc.assert(
      fc.property(randomCase(), (one) => {
        const rows = read(one);
        for (const breakdown of [...places, "age_band", "race", "modality", "discharge_reason", "program+payer"]) {
          const ofIts = (r: ResultCounts) => places.includes(breakdown) || !placesOnly.has(r.measure);
          const added = rows.filter((r) => summed.has(r.measure) && ofIts(r));
          const coarse = (r: ResultCounts) => r.period_type === "year" || r.period_type === "all";
          const groups = added.filter((r) => r.breakdown === breakdown && coarse(r));
          const everyone = added.filter((r) => r.breakdown === "all" && coarse(r));
          expect(totals(groups, (r) => r.period)).toEqual(totals(everyone, (r) => r.period));
        }
      }),
      {numRuns}
    );
  });

  it("of the months of a year add up to the year, and the quarters too", () => {
    fc.assert(
      fc.property(randomCase(), (one) => {
        const rows = read(one).filter((r) => r.breakdown === "program" && summed.has(r.measure));
        const years = totals(ofType(rows, "year"), (r) => r.group + r.period);
        expect(totals(ofType(rows, "quarter"), (r) => r.group + r.period.slice(0, 4))).toEqual(years);
        const withMonths = (r: ResultCounts) => monthly.has(r.measure);
        const months = ofType(rows, "month");
        expect(months.every(withMonths)).toBe(true);
        expect(totals(months, (r) => r.group + r.period.slice(0, 4))).toEqual(
          totals(ofType(rows, "year").filter(withMonths), (r) => r.group + r.period)
        );
      }),
      {numRuns}
    );
  });

  it("have months for everyone, programs and sites, quarters for other breakdowns, and years for crossed ones", () => {
    const rows = fc.sample(randomCase(), {numRuns: 20, seed: 1}).flatMap(read);
    const types = (breakdown: string) =>
      [...new Set(rows.filter((r) => r.breakdown === breakdown).map((r) => r.period_type))].sort().join(" ");
    expect(types("site")).toBe("all month quarter year");
    expect(types("payer")).toBe("all quarter year");
    expect(types("program+payer")).toBe("all year");
    const others = rows.filter((r) => placesOnly.has(r.measure) && !places.includes(r.breakdown));
    expect(others).toEqual([]);
  });
});

function read(one: RandomCase): ResultCounts[] {
  return secondReading(one.statement, one);
}

function reversed(statement: Statement): Statement {
  const {programs, clients, referrals, episodes, sessions, assessments, followups} = statement;
  return {
    programs: programs.toReversed(),
    clients: clients.toReversed(),
    referrals: referrals.toReversed(),
    episodes: episodes.toReversed(),
    sessions: sessions.toReversed(),
    assessments: assessments.toReversed(),
    followups: followups.toReversed()
  };
}

function ofType(rows: ResultCounts[], type: string): ResultCounts[] {
  return rows.filter((r) => r.period_type === type);
}

/** Denominator and numerator of each measure and place, over the rows that are not immature. */
function totals(rows: ResultCounts[], place: (row: ResultCounts) => string): Record<string, [number, number]> {
  const sums: Record<string, [number, number]> = {};
  for (const row of rows.filter((r) => !r.immature)) {
    const key = `${row.measure} ${place(row)}`;
    const [denominator, numerator] = sums[key] ?? [0, 0];
    sums[key] = [denominator + row.denominator, numerator + (row.numerator ?? 0)];
  }
  return sums;
}
