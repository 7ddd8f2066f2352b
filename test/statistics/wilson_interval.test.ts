import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {notEstimable} from "../../src/statistics/estimate.ts";
import {wilsonFromShare, wilsonInterval} from "../../src/statistics/wilson_interval.ts";

const tally = fc
  .integer({min: 1, max: 5000})
  .chain((denominator) => fc.tuple(fc.integer({min: 0, max: denominator}), fc.constant(denominator)));

describe("the interval of a share", () => {
  it.each([
    [78, 120, 0.5612, 0.7295],
    [0, 15, 0, 0.2039],
    [15, 15, 0.7961, 1],
    [9, 30, 0.1666, 0.4788],
    [172, 210, 0.761, 0.865],
    [18, 220, 0.052, 0.126]
  ])("of %i in %i is the one the measure specification prints", (numerator, denominator, lower, upper) => {
    const interval = wilsonInterval(numerator, denominator);
    expect(interval.value).toBe(numerator / denominator);
    expect(interval.lower).toBeCloseTo(lower, 3);
    expect(interval.upper).toBeCloseTo(upper, 3);
  });

  it.each([
    [11, 25],
    [20, 20],
    [30, 17],
    [50, 13],
    [100, 10]
  ])("reaches, for one half of %i units, %i points to either side", (denominator, points) => {
    expect(Math.round((wilsonFromShare(0.5, denominator).upper ?? 0) * 100 - 50)).toBe(points);
  });

  it("does not exist without units", () => {
    expect(wilsonInterval(0, 0)).toEqual(notEstimable);
    expect(wilsonFromShare(0.5, 0)).toEqual(notEstimable);
  });

  it("touches 0 and 1 exactly where nobody or everybody counts", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e6}), (denominator) => {
        expect(wilsonInterval(0, denominator).lower).toBe(0);
        expect(wilsonInterval(denominator, denominator).upper).toBe(1);
      })
    );
  });

  it("holds the share and stays within 0 and 1", () => {
    fc.assert(
      fc.property(tally, ([numerator, denominator]) => {
        const {value, lower, upper} = wilsonInterval(numerator, denominator);
        expect([0, lower, value, upper, 1]).toEqual(
          [0, lower, value, upper, 1].toSorted((a, b) => Number(a) - Number(b))
        );
      })
    );
  });

  it("of those who do not count is the mirror image", () => {
    fc.assert(
      fc.property(tally, ([numerator, denominator]) => {
        const one = wilsonInterval(numerator, denominator);
        const other = wilsonInterval(denominator - numerator, denominator);
        expect(other.lower).toBeCloseTo(1 - (one.upper ?? Number.NaN), 14);
        expect(other.upper).toBeCloseTo(1 - (one.lower ?? Number.NaN), 14);
      })
    );
  });

  it("from a share and its units is the same as from the counts", () => {
    fc.assert(
      fc.property(tally, ([numerator, denominator]) => {
        const {lower, upper} = wilsonFromShare(numerator / denominator, denominator);
        expect(lower).toBeCloseTo(wilsonInterval(numerator, denominator).lower ?? Number.NaN, 12);
        expect(upper).toBeCloseTo(wilsonInterval(numerator, denominator).upper ?? Number.NaN, 12);
      })
    );
  });

  it("refuses what is not a share", () => {
    expect(() => wilsonInterval(7, 5)).toThrow(RangeError);
    expect(() => wilsonFromShare(Number.NaN, 5)).toThrow(RangeError);
  });
});
