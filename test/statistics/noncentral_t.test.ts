import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {noncentralT} from "../../src/statistics/noncentral_t.ts";
import {normalCdf} from "../../src/statistics/normal_cdf.ts";

const given = fc.record({
  t: fc.double({min: -60, max: 60, noNaN: true}),
  df: fc.integer({min: 1, max: 2000}),
  ncp: fc.double({min: -45, max: 45, noNaN: true})
});

function probability(t: number, df: number, ncp: number): number {
  return noncentralT(t, df, ncp) ?? Number.NaN;
}

describe("the noncentral t distribution", () => {
  it.each([
    [2.0, 50, 0.04, 0.9721054],
    [3, 19, 2, 0.8063312],
    [1.5, 29, -0.5, 0.9744379],
    [25, 199, 24, 0.7263473],
    [4.62678999, 11, 1.83809019, 0.975],
    [4.62678999, 11, 7.30977855, 0.025]
  ])("up to %d, with %d degrees of freedom and noncentrality %d, holds %d", (t, df, ncp, expected) => {
    expect(Math.abs(probability(t, df, ncp) - expected)).toBeLessThan(1e-7);
  });

  // the same integral by adaptive quadrature with 40 digits (mpmath 1.3.0)
  it.each([
    [-2, 1, 0.5, 0.0745776895188313],
    [300, 1, 45, 0.880765272719629],
    [60, 5, 45, 0.728612396383091],
    [45, 50, 40, 0.850595973233159],
    [1100, 30, 1000, 0.735004272709023],
    [44.5, 1e6, 45, 0.30862071036693]
  ])("is exact to 12 decimals at %d, %d, %d, where R's pt may fail", (t, df, ncp, expected) => {
    expect(Math.abs(probability(t, df, ncp) - expected)).toBeLessThan(1e-12);
  });

  it("is Cauchy's with one degree of freedom and no noncentrality", () => {
    for (const t of [-1e6, -3, -1, 0, 0.2, 1, 50]) {
      expect(probability(t, 1, 0)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 13);
    }
  });

  it("holds at 0 what a normal value of mean ncp holds below 0", () => {
    fc.assert(
      fc.property(given, ({df, ncp}) => {
        expect(probability(0, df, ncp)).toBeCloseTo(normalCdf(-ncp), 13);
      })
    );
  });

  it("is mirrored with t and the noncentrality", () => {
    fc.assert(
      fc.property(given, ({t, df, ncp}) => {
        expect(probability(t, df, ncp) + probability(-t, df, -ncp)).toBeCloseTo(1, 12);
      })
    );
  });

  it("grows with t and falls with the noncentrality, between 0 and 1", () => {
    fc.assert(
      fc.property(given, fc.double({min: 0, max: 5, noNaN: true}), ({t, df, ncp}, more) => {
        const here = probability(t, df, ncp);
        expect(here).toBeGreaterThanOrEqual(0);
        expect(here).toBeLessThanOrEqual(1 + 1e-12);
        expect(probability(t + more, df, ncp)).toBeGreaterThanOrEqual(here - 1e-12);
        expect(probability(t, df, ncp + more)).toBeLessThanOrEqual(here + 1e-12);
      })
    );
  });

  it("does not exist below one degree of freedom, or for what is no number", () => {
    expect(noncentralT(1, 0.5, 0)).toBeNull();
    expect(noncentralT(Number.NaN, 5, 0)).toBeNull();
    expect(noncentralT(1, Number.POSITIVE_INFINITY, 0)).toBeNull();
    expect(noncentralT(1, 5, Number.NEGATIVE_INFINITY)).toBeNull();
  });
});
