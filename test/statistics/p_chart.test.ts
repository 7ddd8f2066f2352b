import {describe, expect, it} from "vitest";
import {pChart} from "../../src/statistics/p_chart.ts";

describe("the p-chart", () => {
  it("has limits of 35.4 and 88.6 % for 30 units around 62 %", () => {
    const [month] = pChart([
      {numerator: 19, denominator: 30},
      {numerator: 43, denominator: 70}
    ]);
    expect(month).toMatchObject({centre: 0.62, signal: null});
    expect(month?.lower_limit).toBeCloseTo(0.354, 3);
    expect(month?.upper_limit).toBeCloseTo(0.886, 3);
  });

  it("signals a month beyond its limits", () => {
    const year = pChart([
      {numerator: 45, denominator: 100},
      {numerator: 90, denominator: 100},
      {numerator: 15, denominator: 100},
      {numerator: 50, denominator: 100}
    ]);
    expect(year.map(({signal}) => signal)).toEqual([null, "high", "low", null]);
  });

  it("cuts its limits off at 0 and 1", () => {
    const [low] = pChart([{numerator: 5, denominator: 30}]);
    const [high] = pChart([{numerator: 25, denominator: 30}]);
    expect(low?.lower_limit).toBe(0);
    expect(high?.upper_limit).toBe(1);
  });

  it("has no limits for a month too small to expect five, and no value for one without units", () => {
    const [, small, empty] = pChart([
      {numerator: 50, denominator: 100},
      {numerator: 0, denominator: 8},
      {numerator: 0, denominator: 0}
    ]);
    expect(small).toMatchObject({value: 0, lower_limit: null, upper_limit: null, signal: null});
    expect(empty).toMatchObject({value: null, lower_limit: null, upper_limit: null, signal: null});
  });

  it("lies on its limits where everyone counts, and is empty where there are no units", () => {
    expect(pChart([{numerator: 9, denominator: 9}])).toMatchObject([{lower_limit: 1, upper_limit: 1, signal: null}]);
    expect(pChart([{numerator: 0, denominator: 0}])).toEqual([]);
  });
});
