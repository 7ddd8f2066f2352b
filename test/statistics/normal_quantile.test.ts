import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {normalQuantile, z95} from "../../src/statistics/normal_quantile.ts";

describe("the normal quantile", () => {
  it("of 0.975 is the z of all 95 % limits, which is a constant", () => {
    expect(z95).toBe(1.959963984540054);
    expect(normalQuantile(0.975)).toBeCloseTo(z95, 14);
  });

  it("does not exist at 0, at 1 and beyond", () => {
    expect([0, 1, -0.1, 1.1, Number.NaN].map(normalQuantile)).toEqual([null, null, null, null, null]);
  });

  it("is 0 in the middle and mirrored around it", () => {
    expect(normalQuantile(0.5)).toBe(0);
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1023}), (numerator) => {
        const mirrored = normalQuantile(1 - numerator / 1024) ?? Number.NaN;
        expect(normalQuantile(numerator / 1024)).toBe(0 - mirrored);
      })
    );
  });
});
