import {describe, expect, it} from "vitest";
import {notEstimable} from "../../src/statistics/estimate.ts";
import {rubin} from "../../src/statistics/rubin.ts";

const nothing = {standard_error: null, degrees_of_freedom: null, fraction_missing: null};

describe("the estimates of several imputations, pooled", () => {
  it("are 46.2 %, 35.3 to 57.1 %, in the worked example of five", () => {
    const pooled = rubin([0.46, 0.49, 0.44, 0.47, 0.45].map((value) => ({value, variance: 0.0026})));
    expect(pooled.value).toBeCloseTo(0.462, 10);
    expect(pooled.lower).toBeCloseTo(0.3532, 4);
    expect(pooled.upper).toBeCloseTo(0.5708, 4);
    expect(pooled.standard_error).toBeCloseTo(0.05517, 5);
    expect(pooled.degrees_of_freedom).toBeCloseTo(188, 1);
  });

  it("are the estimate of the data with a normal interval where imputations do not differ", () => {
    const same = {value: 0.5, variance: 0.01};
    const pooled = rubin([same, same, same]);
    expect(pooled).toMatchObject({value: 0.5, standard_error: 0.1, degrees_of_freedom: null, fraction_missing: 0});
    expect(pooled.upper).toBeCloseTo(0.5 + 0.195996, 6);
  });

  it("have at most the degrees of freedom of the complete data", () => {
    const same = {value: 5, variance: 1};
    expect(rubin([same, same], 11).degrees_of_freedom).toBeCloseTo((12 / 14) * 11, 12);
  });

  it("have a value and no more for one imputation, and do not exist for none", () => {
    expect(rubin([{value: 4, variance: 2}])).toEqual({value: 4, lower: null, upper: null, ...nothing});
    expect(rubin([])).toEqual({...notEstimable, ...nothing});
  });

  it("are without error where nothing varies", () => {
    const sure = {value: 3, variance: 0};
    expect(rubin([sure, sure])).toMatchObject({value: 3, lower: 3, upper: 3, standard_error: 0});
  });
});
