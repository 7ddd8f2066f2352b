import {describe, expect, it} from "vitest";
import {notEstimable} from "../../src/statistics/estimate.ts";
import {smallSampleCorrected} from "../../src/statistics/small_sample_corrected.ts";

describe("an estimate corrected for small samples", () => {
  it("is multiplied with its limits by J(4) = 0.797885", () => {
    const {value, lower, upper} = smallSampleCorrected({value: 1, lower: 0.5, upper: 2}, 4);
    expect(value).toBeCloseTo(0.797885, 6);
    expect(lower).toBeCloseTo(0.398942, 6);
    expect(upper).toBeCloseTo(1.595769, 6);
  });

  it("keeps limits that do not exist, and does not exist below two degrees of freedom", () => {
    expect(smallSampleCorrected({value: 0, lower: null, upper: null}, 4)).toEqual({value: 0, lower: null, upper: null});
    expect(smallSampleCorrected({value: 1, lower: 0.5, upper: 2}, 1)).toEqual(notEstimable);
  });
});
