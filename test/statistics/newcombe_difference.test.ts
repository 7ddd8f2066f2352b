import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {notEstimable} from "../../src/statistics/estimate.ts";
import {newcombeDifference} from "../../src/statistics/newcombe_difference.ts";

const tally = fc
  .integer({min: 1, max: 500})
  .chain((denominator) =>
    fc.record({numerator: fc.integer({min: 0, max: denominator}), denominator: fc.constant(denominator)})
  );

describe("the difference between two shares", () => {
  it("of 78 in 120 and 45 in 90 is 15 points, 1.5 to 27.9", () => {
    const {value, lower, upper} = newcombeDifference(
      {numerator: 78, denominator: 120},
      {numerator: 45, denominator: 90}
    );
    expect(value).toBeCloseTo(0.15, 12);
    expect(lower).toBeCloseTo(0.015, 3);
    expect(upper).toBeCloseTo(0.279, 3);
  });

  it("does not exist if one of the groups is empty", () => {
    const someone = {numerator: 1, denominator: 2};
    const nobody = {numerator: 0, denominator: 0};
    expect(newcombeDifference(someone, nobody)).toEqual(notEstimable);
    expect(newcombeDifference(nobody, someone)).toEqual(notEstimable);
  });

  it("reaches from the one extreme towards none", () => {
    const {value, lower, upper} = newcombeDifference({numerator: 9, denominator: 9}, {numerator: 0, denominator: 9});
    expect(value).toBe(1);
    expect(upper).toBe(1);
    expect(lower).toBeGreaterThan(0);
  });

  it("holds the difference, within -1 and 1, and changes its sign with the order", () => {
    fc.assert(
      fc.property(tally, tally, (first, second) => {
        const {value, lower, upper} = newcombeDifference(first, second);
        const back = newcombeDifference(second, first);
        expect(lower).toBeLessThanOrEqual(value ?? Number.NaN);
        expect(upper).toBeGreaterThanOrEqual(value ?? Number.NaN);
        expect(lower).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(back.upper).toBeCloseTo(-(lower ?? Number.NaN), 12);
      })
    );
  });
});
