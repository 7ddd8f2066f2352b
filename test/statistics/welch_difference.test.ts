import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {notEstimable} from "../../src/statistics/estimate.ts";
import {welchDifference} from "../../src/statistics/welch_difference.ts";
import {sampleSumsOf} from "./counts.ts";

describe("the difference of two means", () => {
  it("of 14, 16, 18, 20 and 10, 12, 14, 16 is 4, with t limits of 6 degrees of freedom", () => {
    const {value, lower, upper} = welchDifference(sampleSumsOf([14, 16, 18, 20]), sampleSumsOf([10, 12, 14, 16]));
    const half = 2.446912 * Math.sqrt(20 / 6);
    expect(value).toBe(4);
    expect(lower).toBeCloseTo(4 - half, 5);
    expect(upper).toBeCloseTo(4 + half, 5);
  });

  it("does not exist without a group, and has no limits beside a group of one", () => {
    expect(welchDifference(sampleSumsOf([]), sampleSumsOf([4, 5]))).toEqual(notEstimable);
    expect(welchDifference(sampleSumsOf([9]), sampleSumsOf([4, 6]))).toEqual({value: 4, lower: null, upper: null});
  });

  it("is its own limits between groups without a spread", () => {
    expect(welchDifference(sampleSumsOf([9, 9, 9]), sampleSumsOf([4, 4]))).toEqual({value: 5, lower: 5, upper: 5});
  });

  it("takes its degrees of freedom from the one group that has a spread", () => {
    const {lower} = welchDifference(sampleSumsOf([3, 9]), sampleSumsOf([4, 4, 4]));
    // t of one degree of freedom is 12.7062
    expect(lower).toBeCloseTo(2 - 12.7062 * 3, 3);
  });

  it("turns round with the groups", () => {
    const values = fc.array(fc.integer({min: 0, max: 27}), {minLength: 2, maxLength: 30});
    fc.assert(
      fc.property(values, values, (one, two) => {
        const forth = welchDifference(sampleSumsOf(one), sampleSumsOf(two));
        const back = welchDifference(sampleSumsOf(two), sampleSumsOf(one));
        expect(back.value).toBeCloseTo(-(forth.value ?? Number.NaN), 12);
        expect(back.lower).toBeCloseTo(-(forth.upper ?? Number.NaN), 9);
      })
    );
  });
});
