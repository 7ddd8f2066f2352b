import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {smallSampleCorrection} from "../../src/statistics/small_sample_correction.ts";

describe("the small-sample correction", () => {
  it.each([
    [4, 0.797885],
    [9, 0.913875],
    [11, 0.92996],
    [19, 0.95991],
    [29, 0.973875],
    [49, 0.984602],
    [99, 0.992402],
    [299, 0.997489]
  ])("with %i degrees of freedom is %f", (m, correction) => {
    expect(smallSampleCorrection(m)).toBeCloseTo(correction, 6);
  });

  it("does not exist below two degrees of freedom", () => {
    expect([-1, 0, 1].map(smallSampleCorrection)).toEqual([null, null, null]);
  });

  it("is close to the well-known approximation, from below, however large the group", () => {
    fc.assert(
      fc.property(fc.integer({min: 2, max: 1_000_000}), (m) => {
        const approximation = 1 - 3 / (4 * m - 1);
        expect(smallSampleCorrection(m)).toBeLessThan(approximation + 1e-15);
        expect(smallSampleCorrection(m)).toBeGreaterThan(approximation - 0.1 / m ** 2);
      })
    );
  });

  it("grows with every degree of freedom, also where the two ways to compute it meet", () => {
    const corrections = Array.from({length: 99}, (_, index) => smallSampleCorrection(index + 2) ?? Number.NaN);
    expect(corrections.slice(1).every((correction, index) => correction > (corrections[index] ?? 1))).toBe(true);
  });
});
