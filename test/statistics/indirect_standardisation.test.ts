import {describe, expect, it} from "vitest";
import {notEstimable} from "../../src/statistics/estimate.ts";
import {indirectStandardisation} from "../../src/statistics/indirect_standardisation.ts";
import {logisticRegression} from "../../src/statistics/logistic_regression.ts";
import {poissonLimits} from "../../src/statistics/poisson_limits.ts";

/** The worked example of the measure specification, section 7: 40 units of 0.3, 35 of 0.5, 10 of 0.7. */
const example = {observed: 42, expected: 40 * 0.3 + 35 * 0.5 + 10 * 0.7, variance: 40 * 0.21 + 35 * 0.25 + 10 * 0.21};

describe("a share adjusted for case mix", () => {
  it("is 51.8 % where 42 recovered, 36.5 were expected and 45 % recover overall", () => {
    const {ratio, adjusted_share, z} = indirectStandardisation(example, 0.45);
    expect(ratio.value).toBeCloseTo(1.151, 3);
    expect(adjusted_share.value).toBeCloseTo(0.518, 3);
    expect(z).toBeCloseTo(1.25, 2);
    expect([ratio.lower, ratio.upper]).toEqual([expect.closeTo(0.8293, 4), expect.closeTo(1.5554, 4)]);
  });

  it("is the overall share where as many recovered as expected", () => {
    const {ratio, adjusted_share, z} = indirectStandardisation({observed: 12, expected: 12, variance: 8}, 0.6);
    expect(ratio.value).toBe(1);
    expect(adjusted_share.value).toBe(0.6);
    expect(z).toBe(0);
  });

  it("is never above 1, nor its limits", () => {
    const {adjusted_share} = indirectStandardisation({observed: 10, expected: 5, variance: 2}, 0.7);
    expect(adjusted_share).toMatchObject({value: 1, upper: 1});
  });

  it("does not exist where nobody was expected to recover, and has no z without variance", () => {
    expect(indirectStandardisation({observed: 0, expected: 0, variance: 0}, 0.4)).toEqual({
      ratio: notEstimable,
      adjusted_share: notEstimable,
      z: null
    });
    expect(indirectStandardisation({observed: 5, expected: 5, variance: 0}, 1).z).toBeNull();
  });

  it("leaves all groups together as they were, by the model fitted on them", () => {
    const patterns = [
      {row: [1, 0], units: 40, successes: 12},
      {row: [1, 1], units: 60, successes: 42}
    ];
    const {fitted} = logisticRegression(patterns) ?? {fitted: []};
    const expected = patterns.reduce((sum, {units}, index) => sum + units * (fitted[index] ?? Number.NaN), 0);
    const {ratio, adjusted_share} = indirectStandardisation({observed: 54, expected, variance: 20}, 0.54);
    expect(ratio.value).toBeCloseTo(1, 12);
    expect(adjusted_share.value).toBeCloseTo(0.54, 12);
  });

  it("refuses an overall share beyond 1", () => {
    expect(() => indirectStandardisation(example, 45)).toThrow(RangeError);
  });
});

describe("the limits of a count", () => {
  it("are 0 and 3.69 where nothing was counted", () => {
    expect(poissonLimits(0)).toEqual({lower: 0, upper: expect.closeTo(-Math.log(0.025), 12)});
  });

  it("refuse half a case", () => {
    expect(() => poissonLimits(2.5)).toThrow(RangeError);
    expect(() => poissonLimits(-1)).toThrow(RangeError);
  });
});
