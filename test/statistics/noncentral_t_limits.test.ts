import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {noncentralT} from "../../src/statistics/noncentral_t.ts";
import {noncentralTLimits} from "../../src/statistics/noncentral_t_limits.ts";

const observed = fc.record({t: fc.double({min: -50, max: 50, noNaN: true}), df: fc.integer({min: 1, max: 2000})});

describe("the limits of a noncentrality", () => {
  it("are 1.838090 and 7.309779 for the t of the worked example", () => {
    const {lower, upper} = noncentralTLimits(4.6267899946, 11);
    expect(lower).toBeCloseTo(1.83809, 6);
    expect(upper).toBeCloseTo(7.309779, 6);
  });

  it("give what was observed the probabilities 0.975 and 0.025", () => {
    fc.assert(
      fc.property(observed, ({t, df}) => {
        const {lower, upper} = noncentralTLimits(t, df);
        expect(noncentralT(t, df, lower ?? Number.NaN)).toBeCloseTo(0.975, 11);
        expect(noncentralT(t, df, upper ?? Number.NaN)).toBeCloseTo(0.025, 11);
      })
    );
  });

  it("are mirrored with t, and lie around 0 for t = 0", () => {
    fc.assert(
      fc.property(observed, ({t, df}) => {
        const {lower, upper} = noncentralTLimits(t, df);
        const mirrored = noncentralTLimits(-t, df);
        expect(mirrored.lower).toBeCloseTo(-(upper ?? Number.NaN), 8);
        expect(mirrored.upper).toBeCloseTo(-(lower ?? Number.NaN), 8);
      })
    );
    expect(noncentralTLimits(0, 7).upper).toBeCloseTo(1.959963984540054, 10);
  });

  it("do not exist for what is no t value", () => {
    const neither = {lower: null, upper: null};
    expect(noncentralTLimits(2, 0)).toEqual(neither);
    expect(noncentralTLimits(Number.POSITIVE_INFINITY, 5)).toEqual(neither);
    expect(noncentralTLimits(Number.NaN, 5)).toEqual(neither);
  });
});
