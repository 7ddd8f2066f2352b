import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {notEstimable} from "../../src/statistics/estimate.ts";
import {meanChangeBounds, shareBounds} from "../../src/statistics/missing_bounds.ts";

describe("a share of which some were not measured", () => {
  it("is 61.1 % of those measured and lies between 33.0 and 79.0 % of all in the worked example", () => {
    const {observed, failure, worst, best} = shareBounds({eligible: 100, measured: 54, numerator: 33});
    expect(observed.value).toBeCloseTo(0.6111, 4);
    expect(failure.value).toBe(0.33);
    expect([worst, best]).toEqual([0.33, 0.79]);
  });

  it("has Wilson's intervals of 54 and of 100", () => {
    const {observed, failure} = shareBounds({eligible: 100, measured: 54, numerator: 33});
    expect([observed.lower, observed.upper]).toEqual([expect.closeTo(0.4779, 3), expect.closeTo(0.7296, 3)]);
    expect([failure.lower, failure.upper]).toEqual([expect.closeTo(0.2456, 3), expect.closeTo(0.4269, 3)]);
  });

  it("is one number where everyone was measured", () => {
    const {observed, failure, worst, best} = shareBounds({eligible: 20, measured: 20, numerator: 5});
    expect(failure).toEqual(observed);
    expect([worst, best]).toEqual([0.25, 0.25]);
  });

  it("can be anything where nobody was measured, and does not exist where nobody is eligible", () => {
    expect(shareBounds({eligible: 8, measured: 0, numerator: 0})).toMatchObject({
      observed: notEstimable,
      worst: 0,
      best: 1
    });
    expect(shareBounds({eligible: 0, measured: 0, numerator: 0})).toEqual({
      observed: notEstimable,
      failure: notEstimable,
      worst: null,
      best: null
    });
  });

  it("refuses more measured than eligible", () => {
    expect(() => shareBounds({eligible: 5, measured: 6, numerator: 1})).toThrow(RangeError);
  });
});

describe("a mean change of which some were not measured", () => {
  const phq9 = {minimum: 0, maximum: 27};

  it("is known to between 1.6 and 7 points if two of ten, with baselines of 10 and 20, have no later score", () => {
    const bounds = meanChangeBounds({
      ...phq9,
      eligible: 10,
      measured: 8,
      sum: 40,
      baseline_sum: 30,
      without_baseline: 0
    });
    expect(bounds).toEqual({observed: 5, no_change: 4, worst: 1.6, best: 7});
  });

  it("can move by the whole scale for each who has no score at all", () => {
    const bounds = meanChangeBounds({
      ...phq9,
      eligible: 10,
      measured: 9,
      sum: 45,
      baseline_sum: 0,
      without_baseline: 1
    });
    expect(bounds).toEqual({observed: 5, no_change: 4.5, worst: 1.8, best: 7.2});
  });

  it("does not exist where nobody is eligible, nor among those measured where nobody was", () => {
    const nobody = {...phq9, measured: 0, sum: 0, without_baseline: 0};
    expect(meanChangeBounds({...nobody, eligible: 0, baseline_sum: 0})).toEqual({
      observed: null,
      no_change: null,
      worst: null,
      best: null
    });
    expect(meanChangeBounds({...nobody, eligible: 1, baseline_sum: 12})).toEqual({
      observed: null,
      no_change: 0,
      worst: -15,
      best: 12
    });
  });

  it("lies within its bounds whatever the missing scores were", () => {
    const score = fc.integer({min: 0, max: 27});
    const person = fc.record({baseline: score, later: score, seen: fc.constantFrom("both", "baseline", "none")});
    fc.assert(
      fc.property(fc.array(person, {minLength: 1}), (persons) => {
        const measured = persons.filter(({seen}) => seen === "both");
        const unmeasured = persons.filter(({seen}) => seen === "baseline");
        const {worst, best} = meanChangeBounds({
          ...phq9,
          eligible: persons.length,
          measured: measured.length,
          sum: measured.reduce((sum, {baseline, later}) => sum + baseline - later, 0),
          baseline_sum: unmeasured.reduce((sum, {baseline}) => sum + baseline, 0),
          without_baseline: persons.length - measured.length - unmeasured.length
        });
        const truth = persons.reduce((sum, {baseline, later}) => sum + baseline - later, 0) / persons.length;
        expect(worst).toBeLessThanOrEqual(truth);
        expect(best).toBeGreaterThanOrEqual(truth);
      })
    );
  });

  it("refuses more missing baselines than missing scores", () => {
    const change = {...phq9, eligible: 5, measured: 4, sum: 3, baseline_sum: 0, without_baseline: 2};
    expect(() => meanChangeBounds(change)).toThrow(RangeError);
  });
});
