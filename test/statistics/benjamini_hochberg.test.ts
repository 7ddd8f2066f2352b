import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {benjaminiHochberg} from "../../src/statistics/benjamini_hochberg.ts";

describe("p-values adjusted for being several", () => {
  it("find the first three of the worked example at a false discovery rate of 5 %", () => {
    const adjusted = benjaminiHochberg([0.002, 0.011, 0.024, 0.041, 0.2]);
    expect(adjusted.map((p) => p <= 0.05)).toEqual([true, true, true, false, false]);
  });

  it("stay in the order given and are the same for the same p", () => {
    const [large, small, again] = benjaminiHochberg([0.5, 0.01, 0.01]);
    expect(large).toBe(0.5);
    expect(small).toBe(again);
    expect(small).toBeCloseTo(0.015, 12);
  });

  it("leave a single one as it is, and none are none", () => {
    expect(benjaminiHochberg([0.03])).toEqual([0.03]);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  it("find exactly those up to the largest rank whose p is within its share of the rate", () => {
    const p = fc.double({min: 0, max: 1, noNaN: true});
    fc.assert(
      fc.property(fc.array(p, {minLength: 1, maxLength: 30}), (pValues) => {
        const sorted = pValues.toSorted((a, b) => a - b);
        const within = sorted.map((value, index) => (value * sorted.length) / (index + 1) <= 0.05);
        const found = benjaminiHochberg(pValues).filter((adjusted) => adjusted <= 0.05).length;
        expect(found).toBe(within.lastIndexOf(true) + 1);
      })
    );
  });
});
