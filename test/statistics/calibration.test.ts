import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {byProbability, cStatistic} from "../../src/statistics/c_statistic.ts";
import {calibration} from "../../src/statistics/calibration.ts";
import {notEstimable} from "../../src/statistics/estimate.ts";
import {logisticRegression} from "../../src/statistics/logistic_regression.ts";

describe("the c-statistic", () => {
  it("is 1 where all with the outcome had the greater probabilities, and 0 the other way round", () => {
    const apart = [
      {predicted: 0.2, units: 5, successes: 0},
      {predicted: 0.6, units: 3, successes: 3}
    ];
    expect(cStatistic(apart)).toBe(1);
    expect(cStatistic(apart.map((each) => ({...each, predicted: 1 - each.predicted})))).toBe(0);
  });

  it("is one half where everyone had the same probability", () => {
    expect(cStatistic([{predicted: 0.4, units: 10, successes: 3}])).toBe(0.5);
  });

  it("counts probabilities that differ by rounding as equal", () => {
    const tied = [
      {predicted: 0.3, units: 4, successes: 4},
      {predicted: 0.1 + 0.2, units: 4, successes: 0}
    ];
    expect(byProbability(tied)).toEqual([{predicted: 0.3, units: 8, successes: 4}]);
    expect(cStatistic(tied)).toBe(0.5);
  });

  it("is the share of pairs won, counted one by one", () => {
    const tally = fc.record({
      predicted: fc.integer({min: 1, max: 9}),
      units: fc.integer({min: 1, max: 5}),
      part: fc.nat(5)
    });
    fc.assert(
      fc.property(fc.array(tally, {maxLength: 6}), (drawn) => {
        const tallies = drawn.map(({predicted, units, part}) => ({
          predicted: predicted / 10,
          units,
          successes: Math.min(units, part)
        }));
        let [pairs, wins] = [0, 0];
        for (const one of tallies) {
          for (const other of tallies) {
            const count = one.successes * (other.units - other.successes);
            pairs += count;
            wins += count * (one.predicted > other.predicted ? 1 : one.predicted === other.predicted ? 0.5 : 0);
          }
        }
        expect(cStatistic(tallies)).toBe(pairs === 0 ? null : wins / pairs);
      })
    );
  });
});

describe("the calibration of a model", () => {
  const patterns = [
    {row: [1, 0, 0], units: 50, successes: 12},
    {row: [1, 1, 0], units: 40, successes: 20},
    {row: [1, 0, 1], units: 30, successes: 18},
    {row: [1, 1, 1], units: 20, successes: 16}
  ];
  const fitted = logisticRegression(patterns)?.fitted ?? [];

  it("has an intercept of 0 and a slope of 1 where the model was fitted", () => {
    const {intercept, slope} = calibration(
      patterns.map(({units, successes}, index) => ({predicted: fitted[index] ?? Number.NaN, units, successes}))
    );
    expect(intercept.value).toBeCloseTo(0, 10);
    expect(slope.value).toBeCloseTo(1, 10);
  });

  it("has a slope of one half where the predicted log odds are twice too far apart, with the right number in all", () => {
    const {intercept, slope} = calibration([
      {predicted: 1 / 10, units: 40, successes: 10},
      {predicted: 9 / 10, units: 40, successes: 30}
    ]);
    expect(slope.value).toBeCloseTo(0.5, 10);
    expect(intercept.value).toBeCloseTo(0, 10);
  });

  it("has a Brier score of 0 for a seer and a quarter for a coin", () => {
    expect(
      calibration([
        {predicted: 0, units: 9, successes: 0},
        {predicted: 1, units: 4, successes: 4}
      ]).brier_score
    ).toBe(0);
    expect(calibration([{predicted: 0.5, units: 9, successes: 2}]).brier_score).toBe(0.25);
  });

  it("has neither intercept nor slope for probabilities of 0 or 1, and no slope for one probability", () => {
    const certain = calibration([
      {predicted: 0, units: 5, successes: 1},
      {predicted: 0.5, units: 5, successes: 2}
    ]);
    expect(certain).toMatchObject({intercept: notEstimable, slope: notEstimable});
    const same = calibration([{predicted: 0.5, units: 8, successes: 2}]);
    expect(same.slope).toEqual(notEstimable);
    expect(same.intercept.value).toBeCloseTo(Math.log(2 / 6), 10);
  });

  it("is nothing without units", () => {
    expect(calibration([{predicted: 0.5, units: 0, successes: 0}])).toEqual({
      c_statistic: null,
      brier_score: null,
      intercept: notEstimable,
      slope: notEstimable,
      groups: []
    });
  });

  it("shows ten groups of equal size, each observed against expected, in whatever order the units come", () => {
    const units = Array.from({length: 100}, (_, index) => ({
      predicted: (index + 0.5) / 100,
      units: 1,
      successes: index % 2
    }));
    const {groups} = calibration(units);
    expect(groups.map((group) => group.units)).toEqual([10, 10, 10, 10, 10, 10, 10, 10, 10, 10]);
    expect(groups[0]).toEqual({
      lowest: 0.005,
      highest: 0.095,
      units: 10,
      observed: 5,
      expected: expect.closeTo(0.5, 12)
    });
    expect(calibration(units.toReversed()).groups).toEqual(groups);
  });
});
