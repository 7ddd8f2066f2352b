import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {notEstimable} from "../../src/statistics/estimate.ts";
import {ratioOfTotals} from "../../src/statistics/ratio_of_totals.ts";
import {wilsonFromShare} from "../../src/statistics/wilson_interval.ts";
import {totalsOf} from "./counts.ts";

describe("the ratio of totals over episodes", () => {
  it("is 75 % attended in the worked example, where the mean of the ratios would be 68 %", () => {
    const {value, lower, upper, effective_n} = ratioOfTotals(totalsOf([27, 24, 3, 12, 36], [30, 30, 10, 30, 36]));
    expect(value).toBe(0.75);
    expect(effective_n).toBeCloseTo(11.856410256410257, 12);
    expect({value, lower, upper}).toEqual(wilsonFromShare(0.75, effective_n ?? Number.NaN));
  });

  it("does not exist without sessions", () => {
    expect(ratioOfTotals(totalsOf([], []))).toEqual({...notEstimable, effective_n: null});
  });

  it.each([
    ["one episode", [7], [9]],
    ["equal ratios of unequal episodes", [1, 2, 100], [3, 6, 300]],
    ["nothing attended", [0, 0], [4, 9]],
    ["everything attended", [4, 9], [4, 9]]
  ])("counts every episode once for %s", (_, attended, scheduled) => {
    expect(ratioOfTotals(totalsOf(attended, scheduled)).effective_n).toBe(attended.length);
  });

  it("touches 0 and 1 where nothing and everything was attended", () => {
    expect(ratioOfTotals(totalsOf([0, 0], [4, 9]))).toMatchObject({value: 0, lower: 0});
    expect(ratioOfTotals(totalsOf([4, 9], [4, 9]))).toMatchObject({value: 1, upper: 1});
  });

  it("knows equal ratios from almost equal ones in large totals, where doubles would not", () => {
    const equal = totalsOf([1_000_003, 3_000_009], [2_000_006, 6_000_018]);
    const almost = totalsOf([1_000_003, 3_000_009], [2_000_006, 6_000_019]);
    expect(ratioOfTotals(equal).effective_n).toBe(2);
    expect(ratioOfTotals(almost).effective_n).toBeGreaterThan(1e12);
  });

  it("is worth one unit less than the episodes where each has a single session", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1), {minLength: 2}), (attended) => {
        fc.pre(attended.includes(0) && attended.includes(1));
        const {effective_n} = ratioOfTotals(
          totalsOf(
            attended,
            attended.map(() => 1)
          )
        );
        expect(effective_n).toBeCloseTo(attended.length - 1, 9);
      })
    );
  });

  it("holds the ratio between its limits", () => {
    const episode = fc.integer({min: 1, max: 60}).chain((s) => fc.tuple(fc.integer({min: 0, max: s}), fc.constant(s)));
    fc.assert(
      fc.property(fc.array(episode, {minLength: 1}), (episodes) => {
        const {value, lower, upper} = ratioOfTotals(
          totalsOf(
            episodes.map(([a]) => a),
            episodes.map(([, s]) => s)
          )
        );
        expect(lower).toBeLessThanOrEqual(value ?? Number.NaN);
        expect(upper).toBeGreaterThanOrEqual(value ?? Number.NaN);
      })
    );
  });
});
