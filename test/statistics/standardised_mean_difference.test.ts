import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  standardisedMeanDifference,
  standardisedShareDifference
} from "../../src/statistics/standardised_mean_difference.ts";
import {sampleSumsOf} from "./counts.ts";

const values = fc.array(fc.integer({min: 0, max: 99}), {minLength: 2, maxLength: 40});

describe("the standardized difference of two groups", () => {
  it("is the difference of the means in SDs: 17 against 13, both with SD 2.58, is 1.55", () => {
    const difference = standardisedMeanDifference(sampleSumsOf([14, 16, 18, 20]), sampleSumsOf([10, 12, 14, 16]));
    expect(difference).toBeCloseTo(4 / Math.sqrt(20 / 3), 12);
  });

  it("of two shares is in units of sqrt(p(1 - p)): 50 % against 20 % is 0.66", () => {
    const followed = {numerator: 30, denominator: 60};
    const lost = {numerator: 8, denominator: 40};
    expect(standardisedShareDifference(followed, lost)).toBeCloseTo(0.3 / Math.sqrt((0.25 + 0.16) / 2), 12);
    expect(standardisedShareDifference(lost, followed)).toBeCloseTo(-0.3 / Math.sqrt((0.25 + 0.16) / 2), 12);
  });

  it("is 0 between groups with the same mean, whatever their spread", () => {
    expect(standardisedMeanDifference(sampleSumsOf([10, 20]), sampleSumsOf([14, 15, 16]))).toBe(0);
    expect(standardisedShareDifference({numerator: 3, denominator: 6}, {numerator: 50, denominator: 100})).toBe(0);
  });

  it("does not exist without two units in each group and a spread in one", () => {
    expect(standardisedMeanDifference(sampleSumsOf([14]), sampleSumsOf([10, 12]))).toBeNull();
    expect(standardisedMeanDifference(sampleSumsOf([14, 15]), sampleSumsOf([]))).toBeNull();
    expect(standardisedMeanDifference(sampleSumsOf([14, 14]), sampleSumsOf([9, 9]))).toBeNull();
    expect(standardisedShareDifference({numerator: 0, denominator: 0}, {numerator: 1, denominator: 2})).toBeNull();
    expect(standardisedShareDifference({numerator: 4, denominator: 4}, {numerator: 0, denominator: 9})).toBeNull();
  });

  it("does not depend on the unit, and turns round with the groups", () => {
    fc.assert(
      fc.property(values, values, (one, two) => {
        const once = standardisedMeanDifference(sampleSumsOf(one), sampleSumsOf(two));
        fc.pre(once !== null);
        const rescaled = (list: number[]) => sampleSumsOf(list.map((value) => 12 * value + 7));
        expect(standardisedMeanDifference(rescaled(one), rescaled(two))).toBeCloseTo(once, 9);
        expect(standardisedMeanDifference(sampleSumsOf(two), sampleSumsOf(one))).toBeCloseTo(-once, 12);
      })
    );
  });
});
