import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {normalCdf} from "../../src/statistics/normal_cdf.ts";
import {normalQuantile} from "../../src/statistics/normal_quantile.ts";
import {readNaturalCourseReference} from "./natural_course.ts";

describe("the normal distribution function", () => {
  it.each(readNaturalCourseReference().normal)("at $z is R's to twelve figures", ({z, value}) => {
    expect(Math.abs(normalCdf(z) / value - 1)).toBeLessThan(1e-12);
  });

  it("ends at 0 and at 1", () => {
    expect([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].map(normalCdf)).toEqual([0, 1]);
  });

  it("turns the quantile back into its chance", () => {
    fc.assert(
      fc.property(fc.double({min: 1e-12, max: 1 - 1e-12, noNaN: true}), (chance) => {
        expect(normalCdf(normalQuantile(chance) ?? Number.NaN)).toBeCloseTo(chance, 13);
      })
    );
  });

  it("never falls, across the seam of its two methods too", () => {
    fc.assert(
      fc.property(
        fc.double({min: -9, max: 9, noNaN: true}),
        fc.double({min: 1e-9, max: 0.1, noNaN: true}),
        (z, step) => {
          expect(normalCdf(z + step)).toBeGreaterThanOrEqual(normalCdf(z));
        }
      )
    );
  });
});
