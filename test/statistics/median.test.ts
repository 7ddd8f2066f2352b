import fc from "fast-check";
import {median as medianOfList} from "simple-statistics";
import {describe, expect, it} from "vitest";
import {notEstimable} from "../../src/statistics/estimate.ts";
import {median} from "../../src/statistics/median.ts";
import {quantileType7} from "../../src/statistics/quantile_type7.ts";
import {histogramOf} from "./counts.ts";

const stays = [7, 14, 21, 28, 28, 35, 42, 42, 49, 56];

describe("the median of a histogram", () => {
  it("of ten lengths of stay is 31.5 days, quartiles 22.75 and 42, between the 2nd and the 9th stay", () => {
    expect(median(histogramOf(stays))).toEqual({value: 31.5, lower: 14, upper: 49});
    expect(quantileType7(histogramOf(stays), 0.25)).toBe(22.75);
    expect(quantileType7(histogramOf(stays), 0.75)).toBe(42);
  });

  it("does not exist without units", () => {
    expect(median([])).toEqual(notEstimable);
    expect(quantileType7([], 0.25)).toBeNull();
  });

  it("has no limits for up to five units and those of the whole range from six on", () => {
    expect(median(histogramOf([4]))).toEqual({value: 4, lower: null, upper: null});
    expect(median(histogramOf([1, 2, 3, 4, 5]))).toEqual({value: 3, lower: null, upper: null});
    expect(median(histogramOf([1, 2, 3, 4, 5, 6]))).toEqual({value: 3.5, lower: 1, upper: 6});
  });

  it("is its own limits where all values are the same", () => {
    expect(median([{value: 0, count: 40}])).toEqual({value: 0, lower: 0, upper: 0});
  });

  it("lies between two values that half of a million units have each", () => {
    const halves = [
      {value: 10, count: 500_000},
      {value: 20, count: 500_000}
    ];
    expect(median(halves)).toEqual({value: 15, lower: 10, upper: 20});
  });

  it("equals the median of the list, and its limits hold it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 90}), {minLength: 6, maxLength: 300}), (values) => {
        const {value, lower, upper} = median(histogramOf(values));
        expect(value).toBe(medianOfList(values));
        expect(lower).toBeLessThanOrEqual(value ?? Number.NaN);
        expect(upper).toBeGreaterThanOrEqual(value ?? Number.NaN);
      })
    );
  });

  it("refuses a histogram out of order, which would give a wrong figure", () => {
    const backwards = [
      {value: 20, count: 1},
      {value: 10, count: 1}
    ];
    expect(() => median(backwards)).toThrow("histogram: expected each value once and in ascending order");
  });
});
