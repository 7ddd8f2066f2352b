import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {isSmall} from "../../src/disclosure/primary.ts";
import {measures} from "../../src/measures/index.ts";
import {Cells} from "../../src/publish/cells.ts";
import {type ComparisonRow, comparisons} from "../../src/publish/comparison.ts";
import {type Group, type Period, spotKey} from "../../src/publish/lattice.ts";
import {inOrder} from "../../src/publish/order.ts";
import {type Result, resultOf} from "../../src/publish/result.ts";
import type {ShareMeasured} from "../../src/publish/share_measured.ts";
import {defaultSettings} from "../../src/settings.ts";
import type {Moments} from "../../src/statistics/moments.ts";
import {momentsOf} from "../statistics/counts.ts";
import {protectResults} from "./protected.ts";

const as_of = "2026-03-31";
const allTime: Period = {period_type: "all", period: ""};
const everyone: Group = {breakdown: "all", group: ""};
const program = (group: string): Group => ({breakdown: "program", group});
const payer = (group: string): Group => ({breakdown: "payer", group});

/** People who are counted in some groups, and among everyone. */
interface People {
  readonly in: readonly Group[];
  readonly measure?: string;
  readonly period?: Period;
  readonly n?: number;
  readonly numerator?: number;
  readonly n_immature?: number;
  readonly moments?: Moments;
}

function count(people: readonly People[]): {cells: Cells; results: Result[]} {
  const cells = new Cells();
  for (const {measure = "completion", period = allTime, n = 0, numerator = 0, n_immature = 0, ...who} of people) {
    for (const group of [everyone, ...who.in]) {
      const counts = cells.at(measure, {...group, ...period, key: spotKey({...group, ...period})});
      counts.n += n;
      counts.numerator += numerator;
      counts.n_immature += n_immature;
      if (who.moments !== undefined) counts.moments = sum(counts.moments, who.moments);
    }
  }
  const results = [...cells.values()].flatMap((cell) => {
    const measure = measures.find(({id}) => id === cell.place.measure);
    const result = measure === undefined ? null : resultOf(measure, cell, as_of, defaultSettings);
    return result === null ? [] : [result];
  });
  return {cells, results: protectResults(inOrder(results, measures, []))};
}

function sum(one: Moments, other: Moments): Moments {
  const names = Object.keys(one) as (keyof Moments)[];
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as unknown as Moments;
}

function compare(people: readonly People[], shareMeasured: ShareMeasured = () => null) {
  return comparisons({...count(people), measures, settings: defaultSettings, shareMeasured});
}

/** The row of the first group of two. */
function firstOf(one: Omit<People, "in">, other: Omit<People, "in">): ComparisonRow | undefined {
  return compare([
    {...one, in: [program("a")]},
    {...other, in: [program("b")]}
  ])[0];
}

const nothing = {difference: null, lower: null, upper: null, p_value: null, stands_out: null};
const hidden = {...nothing, units: null, value: null, rest_units: null, rest_value: null, status: "suppressed"};

describe("a group against everyone else", () => {
  it("differs in a share by 15 points (1.5 to 27.9) where 78 of 120 stand against 45 of 90", () => {
    const row = firstOf({n: 120, numerator: 78}, {n: 90, numerator: 45});
    expect(row).toMatchObject({
      units: 120,
      value: 0.65,
      rest_units: 90,
      rest_value: 0.5,
      status: "published",
      reason: ""
    });
    expect(row?.difference).toBeCloseTo(0.15, 12);
    expect(row?.lower).toBeCloseTo(0.015, 3);
    expect(row?.upper).toBeCloseTo(0.279, 3);
    // prop.test(c(78, 45), c(120, 90), correct = FALSE)
    expect(row?.p_value).toBeCloseTo(0.02898148, 8);
  });

  it("is held against the rest of its own period, not against a chosen group, nor a total that it is part of", () => {
    const rows = compare([
      {in: [payer("medicaid")], n: 64, numerator: 27},
      {in: [payer("commercial")], n: 200, numerator: 120},
      {in: [payer("self_pay")], n: 50, numerator: 20}
    ]);
    const medicaid = rows.find(({group}) => group === "medicaid");
    expect(medicaid).toMatchObject({value: 27 / 64, rest_units: 250, rest_value: 140 / 250});
    expect(medicaid?.difference).toBeCloseTo(27 / 64 - 140 / 250, 12);
  });

  it("differs in a mean change by Welch's interval of the changes", () => {
    const before = [18, 22, 14, 20, 16, 25, 19, 15].flatMap((score) => [score, score, score, score, score]);
    const after = (by: number) => before.map((score, index) => score - by - (index % 7));
    const people = (by: number) => ({measure: "phq9_change", moments: momentsOf(before, after(by))});
    const row = firstOf(people(4), people(1));
    const changes = before.map((_, index) => index % 7);
    const mean = changes.reduce((total, change) => total + change, 0) / 40;
    const variance = changes.reduce((total, change) => total + (change - mean) ** 2, 0) / 39;
    expect(row).toMatchObject({units: 40, rest_units: 40, unit: "points", difference: 3});
    // 78 degrees of freedom: qt(0.975, 78)
    expect(row?.upper).toBeCloseTo(3 + 1.990847 * Math.sqrt(variance / 20), 5);
    expect(row?.value).toBeCloseTo(4 + mean, 12);
  });

  it("differs in a ratio of totals with the variance between episodes, not between sessions", () => {
    const attended = Array.from({length: 40}, (_, index) => 10 + (index % 11));
    const sessions = attended.map(() => 20);
    const fewer = attended.map((number) => number - 4);
    const row = firstOf(
      {measure: "attendance", moments: momentsOf(attended, sessions)},
      {measure: "attendance", moments: momentsOf(fewer, sessions)}
    );
    const ratio = attended.reduce((total, number) => total + number, 0) / 800;
    const squares = attended.reduce((total, number) => total + (number - ratio * 20) ** 2, 0);
    const error = Math.sqrt((2 * (40 / 39) * squares) / 800 ** 2);
    expect(row).toMatchObject({units: 40, rest_units: 40, unit: "share"});
    expect(row?.difference).toBeCloseTo(0.2, 12);
    expect(row?.lower).toBeCloseTo(0.2 - 1.959964 * error, 6);
  });

  it("stands in the order of the results: groups by name, not by figure", () => {
    const rows = compare(
      ["d", "a", "c", "b"].map((group, index) => ({in: [program(group)], n: 100, numerator: 20 * index + 15}))
    );
    expect(rows.map(({group}) => group)).toEqual(["a", "b", "c", "d"]);
  });

  it("has the share that was measured beside it", () => {
    const people = [
      {in: [program("a")], n: 120, numerator: 78},
      {in: [program("b")], n: 90, numerator: 45}
    ];
    const rows = compare(people, (_, {group}) => (group === "a" ? 0.7 : null));
    expect(rows.map(({share_measured}) => share_measured)).toEqual([0.7, null]);
  });
});

describe("nobody is compared", () => {
  it.each([
    ["where the group is hidden", {n: 9, numerator: 0}, {n: 200, numerator: 90}],
    ["where the rest is 1 to 10 people", {n: 200, numerator: 90}, {n: 9, numerator: 0}],
    ["where 1 to 10 of the rest are in the numerator", {n: 200, numerator: 90}, {n: 60, numerator: 3}],
    ["where 1 to 10 of the rest are not", {n: 200, numerator: 90}, {n: 60, numerator: 57}],
    ["where everyone together is hidden", {n: 60, numerator: 0}, {n: 60, numerator: 4}]
  ])("%s", (_, one, other) => {
    expect(firstOf(one, other)).toMatchObject(hidden);
  });

  it("where none of the rest are in the numerator of what hides that too", () => {
    const measure = "ideation_new";
    expect(firstOf({measure, n: 60, numerator: 20}, {measure, n: 50, numerator: 0})).toMatchObject(hidden);
  });

  it("where either has fewer people than a figure needs to be read alone", () => {
    const reason = "fewer than 30 episodes in the group or in the rest";
    const figures = {units: 29, value: 14 / 29, rest_units: 200, rest_value: 0.5};
    expect(firstOf({n: 29, numerator: 14}, {n: 200, numerator: 100})).toMatchObject({
      ...{...nothing, ...figures, status: "insufficient", reason}
    });
    expect(firstOf({n: 200, numerator: 100}, {n: 29, numerator: 14})?.status).toBe("insufficient");
    expect(firstOf({n: 30, numerator: 14}, {n: 200, numerator: 100})?.status).toBe("published");
  });

  it("where everyone is in the group", () => {
    const [row] = compare([{in: [program("a")], n: 200, numerator: 100}]);
    expect(row).toMatchObject({...nothing, units: 200, rest_units: null, reason: "everyone is in this group"});
  });

  it("in remission between programs and sites, since it favours those whose people began milder", () => {
    const both = (breakdown: string) =>
      compare(["a", "b"].map((group) => ({measure: "phq9_remission", in: [{breakdown, group}], n: 80, numerator: 30})));
    for (const place of ["program", "site"])
      expect(both(place)[0]).toMatchObject({...nothing, value: 0.375, rest_value: null, status: "insufficient"});
    expect(both("payer")[0]?.status).toBe("published");
  });

  it("by how their stay ended", () => {
    const reasons = ["completed", "dropped_out"].map((group) => ({breakdown: "discharge_reason", group}));
    const [row] = compare(reasons.map((group) => ({measure: "phq9_response", in: [group], n: 80, numerator: 30})));
    expect(row).toMatchObject({...nothing, status: "insufficient", reason: expect.stringMatching(/^how a stay ended/)});
  });

  it("before the time of a measure has come", () => {
    const [row] = compare([
      {measure: "early_dropout", in: [program("a")], n_immature: 40},
      {measure: "early_dropout", in: [program("b")], n: 60, numerator: 20}
    ]);
    expect(row).toMatchObject({...hidden, status: "immature"});
  });

  it("by quarter or month, among all, or in two breakdowns crossed", () => {
    const quarter = {period_type: "quarter", period: "2026-Q1"} as const;
    const people = {n: 100, numerator: 50};
    const rows = compare([
      ...["a", "b"].map((group) => ({...people, in: [program(group)], period: quarter})),
      ...["a+medicaid", "b+medicaid"].map((group) => ({...people, in: [{breakdown: "program+payer", group}]}))
    ]);
    expect(rows).toEqual([]);
  });
});

describe("what stands out", () => {
  const programs = ["a", "b", "c", "d", "e", "f"].map(program);
  const counted = fc.array(
    fc.record({n: fc.integer({min: 40, max: 200}), share: fc.double({min: 0.3, max: 0.7, noNaN: true})}),
    {minLength: 3, maxLength: 6}
  );
  const peopleOf = (counts: {n: number; share: number}[], more: Partial<People> = {}) =>
    counts.map(({n, share}, index) => ({in: [programs[index] as Group], n, numerator: Math.round(n * share), ...more}));

  it("is found among all groups of a measure at a false discovery rate of 5 %", () => {
    fc.assert(
      fc.property(counted, (counts) => {
        const rows = compare(peopleOf(counts));
        const ascending = rows.map(({p_value}) => p_value ?? 1).sort((one, other) => one - other);
        const last = ascending.findLastIndex((p, index) => p <= (0.05 * (index + 1)) / ascending.length);
        const limit = last === -1 ? -1 : (ascending[last] ?? -1);
        for (const {p_value, stands_out} of rows) expect(stands_out).toBe((p_value ?? 1) <= limit ? "yes" : "no");
      })
    );
  });

  it("is no other for what happens in another measure or another year", () => {
    const sames = [40, 60, 110].map((n) => ({n, share: n === 110 ? 0.65 : 0.45}));
    const others = [200, 190, 195].map((n, index) => ({n, share: 0.3 + index / 10}));
    const year: Period = {period_type: "year", period: "2025"};
    const alone = compare(peopleOf(sames));
    const beside = compare([
      ...peopleOf(sames),
      ...peopleOf(others, {measure: "completion_or_transfer"}),
      ...peopleOf(others, {period: year})
    ]);
    expect(beside.filter(({measure, period}) => measure === "completion" && period === "")).toEqual(alone);
  });
});

describe("what results hide", () => {
  it("is compared with nothing, and no count of 1 to 10 is left of what is compared", () => {
    const person = fc.record({
      program: fc.constantFrom("a", "b", "c"),
      payer: fc.constantFrom("medicaid", "commercial", "self_pay"),
      n: fc.integer({min: 0, max: 60}),
      share: fc.constantFrom(0, 0.1, 0.5, 0.95, 1)
    });
    fc.assert(
      fc.property(fc.array(person, {minLength: 1, maxLength: 12}), (people) => {
        const {cells, results} = count(
          people.map(({n, share, ...who}) => ({
            ...{in: [program(who.program), payer(who.payer)], n, numerator: Math.round(n * share)}
          }))
        );
        const shown = new Map(results.map((result) => [`${result.breakdown}|${result.group}`, result]));
        const all = shown.get("all|");
        for (const row of comparisons({
          results,
          cells,
          measures,
          settings: defaultSettings,
          shareMeasured: () => null
        })) {
          const own = shown.get(`${row.breakdown}|${row.group}`);
          if (row.difference === null && row.rest_units === null) continue;
          expect([own?.status, all?.status]).not.toContain("suppressed");
          const units = (all?.units ?? 0) - (own?.units ?? 0);
          const numerator = (all?.numerator ?? 0) - (own?.numerator ?? 0);
          expect(row.rest_units).toBe(units);
          expect([units, numerator, units - numerator].filter(isSmall)).toEqual([]);
        }
      })
    );
  });
});
