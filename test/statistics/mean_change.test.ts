import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {notEstimable} from "../../src/statistics/estimate.ts";
import {meanChange} from "../../src/statistics/mean_change.ts";
import {momentsOf} from "./counts.ts";
import {after, before} from "./worked_example.ts";

describe("the mean change of a score", () => {
  it("is 5.42 points, 2.84 to 7.99, in the worked example of 12 pairs", () => {
    const {value, lower, upper} = meanChange(momentsOf(before, after));
    expect(value).toBeCloseTo(5.416667, 6);
    expect(lower).toBeCloseTo(2.839934, 6);
    expect(upper).toBeCloseTo(7.9934, 6);
  });

  it("does not exist without pairs", () => {
    expect(meanChange(momentsOf([], []))).toEqual(notEstimable);
  });

  it("has no limits for one pair", () => {
    expect(meanChange(momentsOf([14], [9]))).toEqual({value: 5, lower: null, upper: null});
  });

  it("is its own limits where everyone changed by the same", () => {
    expect(meanChange(momentsOf([14, 20, 9], [9, 15, 4]))).toEqual({value: 5, lower: 5, upper: 5});
  });

  it("is positive where scores fell, and turns round with before and after", () => {
    const score = fc.integer({min: 0, max: 27});
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), {minLength: 2}), (pairs) => {
        const x = pairs.map(([first]) => first);
        const y = pairs.map(([, second]) => second);
        const forth = meanChange(momentsOf(x, y));
        const back = meanChange(momentsOf(y, x));
        expect(forth.lower).toBeLessThanOrEqual(forth.value ?? Number.NaN);
        expect(forth.upper).toBeGreaterThanOrEqual(forth.value ?? Number.NaN);
        expect(back.lower).toBeCloseTo(-(forth.upper ?? Number.NaN), 10);
      })
    );
  });
});
