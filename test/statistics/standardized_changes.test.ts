import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {dAv, gAv} from "../../src/statistics/d_av.ts";
import {dRm, gRm} from "../../src/statistics/d_rm.ts";
import {dZ, gZ} from "../../src/statistics/d_z.ts";
import {effectSize} from "../../src/statistics/effect_size.ts";
import {effectSizeSmcr} from "../../src/statistics/effect_size_smcr.ts";
import {type Estimate, notEstimable} from "../../src/statistics/estimate.ts";
import {fixedReferenceEffectSize} from "../../src/statistics/fixed_reference_effect_size.ts";
import {meanChange} from "../../src/statistics/mean_change.ts";
import {momentsOf} from "./counts.ts";
import {after, before} from "./worked_example.ts";

const family = {
  g_pre: effectSizeSmcr,
  d_z: dZ,
  g_z: gZ,
  d_av: dAv,
  g_av: gAv,
  d_rm: dRm,
  g_rm: gRm
} as const;

const names = Object.keys(family) as (keyof typeof family)[];

const score = fc.integer({min: 0, max: 27});
const scores = fc
  .array(fc.tuple(score, score), {minLength: 3})
  .map((pairs) => ({x: pairs.map(([first]) => first), y: pairs.map(([, second]) => second)}));

function pointOf(estimate: Estimate): number {
  return estimate.value ?? Number.NaN;
}

describe("the standardized mean changes of the worked example", () => {
  it.each([
    ["g_pre", 1.080671, 0.42082, 1.740523],
    ["d_z", 1.335639, 0.530611, 2.110151],
    ["g_z", 1.242091, 0.493447, 1.962356],
    ["d_av", 1.177035, 0.678429, 1.675641],
    ["g_av", 1.094595, 0.630911, 1.558279],
    ["d_rm", 1.176723, 0.528259, 1.825187],
    ["g_rm", 1.094305, 0.491259, 1.697351]
  ] as const)("%s is %f, %f to %f", (name, value, lower, upper) => {
    const estimate = family[name](momentsOf(before, after));
    expect(estimate.value).toBeCloseTo(value, 6);
    expect(estimate.lower).toBeCloseTo(lower, 6);
    expect(estimate.upper).toBeCloseTo(upper, 6);
  });

  it("in units of a reference SD is the mean change over it", () => {
    const estimate = fixedReferenceEffectSize(momentsOf(before, after), 5);
    expect(estimate.value).toBeCloseTo(5.416667 / 5, 6);
    // the z limits of the mean change, 3.122101 to 7.711232 points
    expect(estimate.lower).toBeCloseTo(3.122101 / 5, 6);
    expect(estimate.upper).toBeCloseTo(7.711232 / 5, 6);
  });
});

describe("a standardized mean change", () => {
  it.each(names)("%s does not exist for nobody, for one pair, or where all scores are the same", (name) => {
    expect(family[name](momentsOf([], []))).toEqual(notEstimable);
    expect(family[name](momentsOf([12], [8]))).toEqual(notEstimable);
    expect(family[name](momentsOf([9, 9, 9, 9], [9, 9, 9, 9]))).toEqual(notEstimable);
    expect(family[name](momentsOf([12, 12, 12], [7, 7, 7]))).toEqual(notEstimable);
  });

  it("has no correction for two pairs", () => {
    const two = momentsOf([12, 15], [8, 9]);
    expect([gZ(two), gAv(two), gRm(two), effectSizeSmcr(two)]).toEqual(Array(4).fill(notEstimable));
    expect(dZ(two).value).toBeCloseTo(5 / Math.SQRT2, 12);
    expect(dAv(two).value).toBeCloseTo(5 / Math.sqrt(2.5), 12);
  });

  it("without a spread at baseline exists only where the unit does not need it", () => {
    const moments = momentsOf([12, 12, 12, 12], [3, 9, 5, 7]);
    expect(effectSizeSmcr(moments)).toEqual(notEstimable);
    expect(dRm(moments)).toEqual(notEstimable);
    expect(dZ(moments).value).toBeCloseTo(6 / Math.sqrt(20 / 3), 12);
    expect(dAv(moments).value).toBeCloseTo(6 / Math.sqrt(10 / 3), 12);
  });

  it("without a correlation, all ending alike, has no limits that need one", () => {
    const moments = momentsOf([10, 20, 14, 8], [7, 7, 7, 7]);
    expect(effectSizeSmcr(moments)).toEqual({value: effectSize(moments).value, lower: null, upper: null});
    expect(dRm(moments)).toEqual(notEstimable);
    expect(dZ(moments).lower).toBeGreaterThan(-1);
    expect(dAv(moments).upper).toBeGreaterThan(dAv(moments).value ?? Number.NaN);
  });

  it("where everyone changed by the same has no unit in the differences", () => {
    const moments = momentsOf([14, 20, 9], [9, 15, 4]);
    expect(dZ(moments)).toEqual(notEstimable);
    expect(dRm(moments)).toEqual(notEstimable);
    const {value, lower, upper} = dAv(moments);
    expect([lower, upper]).toEqual([value, value]);
  });

  it("d_rm does not exist where before and after go together perfectly", () => {
    expect(dRm(momentsOf([6, 12, 18, 27], [2, 4, 6, 9]))).toEqual(notEstimable);
  });

  it("g_pre has one value and two kinds of limits", () => {
    fc.assert(
      fc.property(scores, ({x, y}) => {
        const moments = momentsOf(x, y);
        expect(effectSizeSmcr(moments).value).toBe(effectSize(moments).value);
      })
    );
  });

  it.each(names)("%s turns its sign where scores rise as far as they fell", (name) => {
    fc.assert(
      fc.property(scores, ({x, y}) => {
        const mirrored = (values: number[]) => values.map((value) => 27 - value);
        const fell = family[name](momentsOf(x, y));
        const rose = family[name](momentsOf(mirrored(x), mirrored(y)));
        fc.pre(fell.lower !== null && fell.upper !== null);
        expect(rose.value).toBeCloseTo(-pointOf(fell), 8);
        expect(rose.lower).toBeCloseTo(-(fell.upper ?? Number.NaN), 7);
        expect(fell.lower).toBeLessThanOrEqual(pointOf(fell));
        expect(fell.upper).toBeGreaterThanOrEqual(pointOf(fell));
      }),
      {numRuns: 50}
    );
  });

  it("d_z leaves 0 out of its limits exactly where the t interval of the mean change does", () => {
    fc.assert(
      fc.property(scores, ({x, y}) => {
        const inUnits = dZ(momentsOf(x, y));
        const inPoints = meanChange(momentsOf(x, y));
        fc.pre(inUnits.lower !== null && Math.abs(inPoints.lower ?? 0) > 1e-9);
        expect(Math.sign(inUnits.lower ?? 0)).toBe(Math.sign(inPoints.lower ?? 0));
      })
    );
  });
});

describe("an effect size in a reference SD", () => {
  it("needs a reference with a spread, and two pairs for limits", () => {
    const moments = momentsOf(before, after);
    expect(fixedReferenceEffectSize(moments, 0)).toEqual(notEstimable);
    expect(fixedReferenceEffectSize(moments, Number.NaN)).toEqual(notEstimable);
    expect(fixedReferenceEffectSize(momentsOf([], []), 5)).toEqual(notEstimable);
    expect(fixedReferenceEffectSize(momentsOf([14], [9]), 5)).toEqual({value: 1, lower: null, upper: null});
  });

  it("does not grow because a site's clients resemble each other", () => {
    const alike = momentsOf([15, 16, 17, 16], [10, 11, 12, 11]);
    const mixed = momentsOf([8, 16, 24, 16], [3, 11, 19, 11]);
    expect(fixedReferenceEffectSize(alike, 5)).toEqual(fixedReferenceEffectSize(mixed, 5));
    expect(effectSize(alike).value).toBeGreaterThan(effectSize(mixed).value ?? Number.NaN);
  });
});
