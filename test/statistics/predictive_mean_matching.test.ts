import {describe, expect, it} from "vitest";
import {type IncompletePattern, predictiveMeanMatching} from "../../src/statistics/predictive_mean_matching.ts";
import {Random} from "../../src/statistics/random.ts";
import {drawCoefficients, scoreRegression} from "../../src/statistics/regression_draw.ts";
import {rubin} from "../../src/statistics/rubin.ts";
import {meanAndVariance} from "./models.ts";

/** Later scores rise with the baseline, and the severely ill are seldom seen again. */
const patterns: IncompletePattern[] = [12, 15, 18, 21, 24].flatMap((baseline, index) => [
  {row: [1, baseline], score: baseline - 7, units: 8 - index},
  {row: [1, baseline], score: baseline - 5, units: 7 - index},
  {row: [1, baseline], score: null, units: 3 * index}
]);
const observed = patterns.filter(({score}) => score !== null);

function sets(seed: string, imputations = 20) {
  return predictiveMeanMatching(patterns, imputations, new Random(seed)) ?? [];
}

describe("scores imputed by predictive mean matching", () => {
  it("are scores that were observed, one for each that was missing", () => {
    const known = observed.map(({score}) => score);
    for (const set of sets("a")) {
      expect(set.slice(0, observed.length)).toEqual(observed);
      const imputed = set.slice(observed.length);
      expect(imputed.filter(({score}) => !known.includes(score))).toEqual([]);
      for (const {row, units} of patterns.filter(({score}) => score === null)) {
        const filled = imputed.filter((each) => each.row === row).reduce((sum, each) => sum + each.units, 0);
        expect(filled).toBe(units);
      }
    }
  });

  it("are the same with the same seed and others with another", () => {
    expect(sets("a")).toEqual(sets("a"));
    expect(sets("a")).not.toEqual(sets("b"));
  });

  it("undo what is missing because of the baseline: the mean of all, not of those seen", () => {
    const everyone = patterns.reduce((sum, {row, units}) => sum + units * ((row[1] ?? 0) - 6), 0);
    const truth = everyone / patterns.reduce((sum, {units}) => sum + units, 0);
    const n = patterns.reduce((sum, {units}) => sum + units, 0);
    const pooled = rubin(
      sets("a", 100).map((set) => {
        const {mean, variance} = meanAndVariance(set);
        return {value: mean, variance: variance / n};
      })
    );
    const seen = meanAndVariance(observed.map((each) => ({...each, score: each.score ?? 0}))).mean;
    expect(truth - seen).toBeGreaterThan(1.5);
    expect(Math.abs((pooled.value ?? 0) - truth)).toBeLessThan(0.3);
    expect(pooled.fraction_missing).toBeGreaterThan(0);
  });

  it("come from the five nearest", () => {
    // fitted scores 0, 1, … 99 without error: the nearest to 40.2 are 38 to 42
    const line = Array.from({length: 100}, (_, score) => ({row: [1, score], score, units: 1}));
    const [set] =
      predictiveMeanMatching([...line, {row: [1, 40.2], score: null, units: 200}], 1, new Random("c")) ?? [];
    const imputed = (set ?? []).slice(100).map(({score}) => score);
    expect(imputed.toSorted((one, other) => one - other)).toEqual([38, 39, 40, 41, 42]);
  });

  it("are any of the observed where nothing tells them apart, each as often as it was seen", () => {
    const alike = [
      {row: [1], score: 3, units: 30},
      {row: [1], score: 9, units: 10},
      {row: [1], score: null, units: 4000}
    ];
    const [set] = predictiveMeanMatching(alike, 1, new Random("d")) ?? [];
    const threes = (set ?? []).slice(2).find(({score}) => score === 3)?.units ?? 0;
    expect(Math.abs(threes / 4000 - 0.75)).toBeLessThan(3 * Math.sqrt((0.75 * 0.25) / 4000));
  });

  it("take all the observed where there are fewer than five", () => {
    const few = [
      {row: [1], score: 2, units: 1},
      {row: [1], score: 8, units: 2},
      {row: [1], score: null, units: 50}
    ];
    const [set] = predictiveMeanMatching(few, 1, new Random("e")) ?? [];
    expect(new Set((set ?? []).slice(2).map(({score}) => score))).toEqual(new Set([2, 8]));
  });

  it("lie beyond neither end for someone unlike all who were seen", () => {
    const beyond = [...observed, {row: [1, 60], score: null, units: 20}, {row: [1, -40], score: null, units: 20}];
    const [set] = predictiveMeanMatching(beyond, 1, new Random("f")) ?? [];
    const imputed = (set ?? []).slice(observed.length);
    expect(imputed.filter(({row}) => row[1] === 60).every(({score}) => score >= 14)).toBe(true);
    expect(imputed.filter(({row}) => row[1] === -40).every(({score}) => score <= 7)).toBe(true);
  });

  it("do not exist where the design has as many columns as there are scores", () => {
    const two = [
      {row: [1, 2], score: 4, units: 1},
      {row: [1, 3], score: 6, units: 1},
      {row: [1, 4], score: null, units: 1}
    ];
    expect(predictiveMeanMatching(two, 5, new Random("g"))).toBeNull();
    expect(predictiveMeanMatching([], 5, new Random("g"))).toBeNull();
  });

  it("leave complete data as they are", () => {
    expect(predictiveMeanMatching(observed, 2, new Random("h"))).toEqual([observed, observed]);
  });
});

describe("coefficients drawn anew", () => {
  it("have the mean and the spread of their posterior", () => {
    const scored = [2, 5, 6, 9, 4, 7, 12, 10, 3, 8].map((score, x) => ({row: [1, x], score, units: 1}));
    const regression = scoreRegression(scored);
    if (regression === null) throw new Error("expected a regression");
    const random = new Random("i");
    const slopes = Array.from({length: 4000}, () => ({
      row: [],
      score: drawCoefficients(regression, random)[1] ?? 0,
      units: 1
    }));
    const {mean, variance} = meanAndVariance(slopes);
    // t with 8 degrees of freedom: the squared standard error times 8/6
    const squaredError = regression.residual_squares / 8 / 82.5;
    const spread = Math.sqrt((squaredError * 8) / 6);
    expect(Math.abs(mean - (regression.coefficients[1] ?? 0))).toBeLessThan((3 * spread) / Math.sqrt(4000));
    expect(Math.sqrt(variance) / spread).toBeCloseTo(1, 1);
  });
});
