import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fittedProbability, logisticRegression} from "../../src/statistics/logistic_regression.ts";

const intercept = [1];

describe("a logistic regression", () => {
  it("has the log odds and the log odds ratio of a two by two table", () => {
    const fit = logisticRegression([
      {row: [1, 0], units: 40, successes: 12},
      {row: [1, 1], units: 60, successes: 42}
    ]);
    expect(fit?.coefficients[0]).toBeCloseTo(Math.log(12 / 28), 12);
    expect(fit?.coefficients[1]).toBeCloseTo(Math.log(42 / 18) - Math.log(12 / 28), 12);
    expect(fit?.covariance[1]?.[1]).toBeCloseTo(1 / 12 + 1 / 28 + 1 / 42 + 1 / 18, 12);
    expect(fit?.fitted).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0.7, 12)]);
  });

  it("is the same whether alike units come in one pattern or in several", () => {
    const whole = logisticRegression([
      {row: [1, 2], units: 30, successes: 9},
      {row: [1, 5], units: 20, successes: 14}
    ]);
    const parts = logisticRegression([
      {row: [1, 2], units: 10, successes: 8},
      {row: [1, 5], units: 20, successes: 14},
      {row: [1, 2], units: 20, successes: 1},
      {row: [1, 7], units: 0, successes: 0}
    ]);
    expect(parts?.coefficients).toEqual(whole?.coefficients.map((each) => expect.closeTo(each ?? Number.NaN, 10)));
  });

  it("does not exist where a covariate separates those with the outcome from those without", () => {
    const separated = [
      {row: [1, 0], units: 10, successes: 0},
      {row: [1, 1], units: 10, successes: 10}
    ];
    const halfSeparated = [
      {row: [1, 0], units: 10, successes: 4},
      {row: [1, 1], units: 10, successes: 10}
    ];
    expect(logisticRegression(separated)).toBeNull();
    expect(logisticRegression(halfSeparated)).toBeNull();
  });

  it("does not exist where everyone or nobody has the outcome, or without units", () => {
    expect(logisticRegression([{row: intercept, units: 7, successes: 7}])).toBeNull();
    expect(logisticRegression([{row: intercept, units: 7, successes: 0}])).toBeNull();
    expect(logisticRegression([{row: intercept, units: 0, successes: 0}])).toBeNull();
    expect(logisticRegression([])).toBeNull();
  });

  it("leaves out a column that others make up, and fits the same probabilities", () => {
    const counts = [
      {units: 40, successes: 12},
      {units: 60, successes: 42}
    ];
    const twice = logisticRegression(counts.map((each, index) => ({...each, row: [1, 1 - index, index]})));
    expect(twice?.coefficients[2]).toBeNull();
    expect(twice?.covariance[2]).toEqual([null, null, null]);
    expect(fittedProbability(twice?.coefficients ?? [], [1, 1, 0])).toBeCloseTo(0.3, 12);
    expect(fittedProbability(twice?.coefficients ?? [], [1, 0, 1])).toBeCloseTo(0.7, 12);
  });

  it("finds a rare outcome among a million", () => {
    const fit = logisticRegression([
      {row: [1, 0], units: 1_000_000, successes: 1},
      {row: [1, 1], units: 1_000_000, successes: 3}
    ]);
    expect(fit?.fitted[0]).toBeCloseTo(1e-6, 14);
    expect(fit?.coefficients[1]).toBeCloseTo(Math.log(3), 4);
  });

  it("expects as many with the outcome as there were, at each level", () => {
    const level = fc.record({units: fc.integer({min: 2, max: 60}), part: fc.double({min: 0, max: 1, noNaN: true})});
    fc.assert(
      fc.property(fc.array(level, {minLength: 4, maxLength: 4}), (levels) => {
        const patterns = levels.map(({units, part}, index) => ({
          row: [1, index % 2, index < 2 ? 1 : 0],
          units,
          successes: 1 + Math.floor(part * (units - 1.5))
        }));
        const {fitted} = logisticRegression(patterns) ?? {fitted: []};
        for (const column of [0, 1, 2]) {
          const at = patterns
            .map((each, index) => ({...each, p: fitted[index] ?? Number.NaN}))
            .filter(({row}) => row[column] === 1);
          const observed = at.reduce((sum, {successes}) => sum + successes, 0);
          expect(at.reduce((sum, {units, p}) => sum + units * p, 0)).toBeCloseTo(observed, 8);
        }
      })
    );
  });

  it("refuses more outcomes than units, and rows of different lengths", () => {
    expect(() => logisticRegression([{row: intercept, units: 3, successes: 4}])).toThrow(RangeError);
    expect(() =>
      logisticRegression([
        {row: intercept, units: 3, successes: 1},
        {row: [1, 0], units: 3, successes: 1}
      ])
    ).toThrow(RangeError);
  });
});
