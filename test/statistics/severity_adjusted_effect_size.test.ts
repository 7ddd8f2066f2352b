import {describe, expect, it} from "vitest";
import {notEstimable} from "../../src/statistics/estimate.ts";
import {severityAdjustedEffectSize, severityReference} from "../../src/statistics/severity_adjusted_effect_size.ts";
import {momentsOf} from "./counts.ts";
import {after, before} from "./worked_example.ts";

/** The worked example of the measure specification, section 7. */
const reference = {intercept: -2, slope: 0.55, mean_change: 7.2, sd: 5.5};
const site = momentsOf([18, 22, 14, 20, 16], [10, 15, 6, 12, 16]);

describe("the severity-adjusted effect size", () => {
  it("is 1.00 for five clients who changed by 1.7 points less than their baselines let expect", () => {
    const {value, lower, upper} = severityAdjustedEffectSize(site, reference);
    expect(value).toBeCloseTo((7.2 - 1.7) / 5.5, 12);
    // residuals 0.1, -3.1, 2.3, -1.0, -6.8: SD 3.4533, t(4) 2.7764
    expect(lower).toBeCloseTo(1 - (2.776445 * 3.453259) / Math.sqrt(5) / 5.5, 5);
    expect(upper).toBeCloseTo(1 + (2.776445 * 3.453259) / Math.sqrt(5) / 5.5, 5);
  });

  it("of the reference itself is its mean change in its SDs", () => {
    const moments = momentsOf(before, after);
    const own = severityReference(moments);
    expect(own?.intercept).toBeCloseTo(-1.2455, 4);
    expect(own?.slope).toBeCloseTo(0.4038, 4);
    const {value} = own === null ? notEstimable : severityAdjustedEffectSize(moments, own);
    expect(value).toBeCloseTo(5.416667 / 4.661252, 6);
  });

  it("does not grow because clients begin more severely ill, if they change as expected", () => {
    // -2 + 0.55 · 20 is 9
    const severe = momentsOf([20, 20, 20], [11, 13, 9]);
    expect(severityAdjustedEffectSize(severe, reference).value).toBeCloseTo(7.2 / 5.5, 10);
  });

  it("has no limits for one client and does not exist for none", () => {
    expect(severityAdjustedEffectSize(momentsOf([18], [10]), reference)).toEqual({
      value: expect.closeTo(7.3 / 5.5, 12),
      lower: null,
      upper: null
    });
    expect(severityAdjustedEffectSize(momentsOf([], []), reference)).toEqual(notEstimable);
  });

  it("has no reference where nobody was measured or all began alike", () => {
    expect(severityReference(momentsOf([], []))).toBeNull();
    expect(severityReference(momentsOf([12, 12], [3, 9]))).toBeNull();
  });

  it("takes a reference whose later scores are all alike", () => {
    expect(severityReference(momentsOf([10, 20], [5, 5]))).toEqual({
      intercept: -5,
      slope: 1,
      mean_change: 10,
      sd: Math.sqrt(50)
    });
  });
});
