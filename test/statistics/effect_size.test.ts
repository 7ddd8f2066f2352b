import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {effectSize} from "../../src/statistics/effect_size.ts";
import {notEstimable} from "../../src/statistics/estimate.ts";
import {smallSampleCorrection} from "../../src/statistics/small_sample_correction.ts";
import {momentsOf} from "./counts.ts";
import {after, before} from "./worked_example.ts";

describe("the effect size in baseline standard deviations", () => {
  it("is 1.08, 0.40 to 1.76, in the worked example of 12 pairs", () => {
    const {value, lower, upper} = effectSize(momentsOf(before, after));
    expect(value).toBeCloseTo(1.080671, 6);
    expect(lower).toBeCloseTo(0.396366, 6);
    expect(upper).toBeCloseTo(1.764977, 6);
  });

  it("has the variance of metafor 3.8-1 divided by the square of the correction", () => {
    const {value, upper} = effectSize(momentsOf(before, after));
    const variance = (((upper ?? 0) - (value ?? 0)) / 1.959963984540054) ** 2;
    expect(variance).toBeCloseTo(0.1219, 6);
    expect(variance * (smallSampleCorrection(11) ?? 0) ** 2).toBeCloseTo(0.105422, 6);
  });

  it("does not exist without a spread at baseline, or for fewer than three pairs", () => {
    expect(effectSize(momentsOf([12, 12, 12], [3, 9, 5]))).toEqual(notEstimable);
    expect(effectSize(momentsOf([12, 12, 12], [7, 7, 7]))).toEqual(notEstimable);
    expect(effectSize(momentsOf([], []))).toEqual(notEstimable);
    expect(effectSize(momentsOf([12], [8]))).toEqual(notEstimable);
    expect(effectSize(momentsOf([12, 15], [8, 9]))).toEqual(notEstimable);
  });

  it("is 0 between limits of the same size where nothing changed on average", () => {
    const {value, lower, upper} = effectSize(momentsOf([10, 12, 14], [14, 12, 10]));
    expect(value).toBe(0);
    expect(lower).toBe(-(upper ?? Number.NaN));
    expect(upper).toBeGreaterThan(0);
  });

  it("does not depend on the unit of the score", () => {
    const score = fc.integer({min: 0, max: 27});
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), {minLength: 3}), (pairs) => {
        const x = pairs.map(([first]) => first);
        const y = pairs.map(([, second]) => second);
        const once = effectSize(momentsOf(x, y));
        const tripled = effectSize(
          momentsOf(
            x.map((value) => 3 * value + 5),
            y.map((value) => 3 * value + 5)
          )
        );
        fc.pre(once.value !== null);
        expect(tripled.value).toBeCloseTo(once.value ?? Number.NaN, 10);
        expect(tripled.lower).toBeCloseTo(once.lower ?? Number.NaN, 10);
        expect(once.upper).toBeGreaterThanOrEqual(once.value ?? Number.NaN);
      })
    );
  });
});
