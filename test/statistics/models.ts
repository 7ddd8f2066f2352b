import {readFileSync} from "node:fs";
import type {PredictedTally} from "../../src/statistics/c_statistic.ts";
import {calibration} from "../../src/statistics/calibration.ts";
import {indirectStandardisation} from "../../src/statistics/indirect_standardisation.ts";
import {
  inverseProbabilityMean,
  inverseProbabilityShare,
  type OutcomePattern
} from "../../src/statistics/inverse_probability_weights.ts";
import {laneyPChart} from "../../src/statistics/laney_p_chart.ts";
import {type BinomialPattern, logisticRegression} from "../../src/statistics/logistic_regression.ts";
import {poissonLimits} from "../../src/statistics/poisson_limits.ts";
import {predictiveMeanMatching} from "../../src/statistics/predictive_mean_matching.ts";
import {Random} from "../../src/statistics/random.ts";
import {type ScoredPattern, scoreRegression} from "../../src/statistics/regression_draw.ts";
import {rubin} from "../../src/statistics/rubin.ts";
import {severityAdjustedEffectSize, severityReference} from "../../src/statistics/severity_adjusted_effect_size.ts";
import {type Covariates, designRow, treatmentContrasts} from "../../src/statistics/treatment_contrasts.ts";
import {momentsOf} from "./counts.ts";
import type {Figure, ReferenceCase} from "./reference.ts";

export function readReference(): ReferenceCase[] {
  const text = readFileSync(new URL("models.json", import.meta.url), "utf8");
  return (JSON.parse(text) as {cases: ReferenceCase[]}).cases;
}

/** What is found by iteration is compared to 1e-8, closed forms to 1e-10, and draws within the chance of 500 of them. */
export function toleranceOf(statistic: string): number {
  if (statistic === "predictive_mean_matching") return 0.02;
  return closedForms.includes(statistic) ? 1e-10 : 1e-8;
}

const closedForms: readonly string[] = ["laney_p_chart"];

/** What our function says of the input of a case, by the names of its figures. */
export function compute({statistic, input}: ReferenceCase): Readonly<Record<string, Figure>> {
  const ours = functions[statistic];
  if (ours === undefined) throw new Error(`${statistic}: no function stands for it`);
  return ours((name) => [input[name] ?? []].flat());
}

type List = (name: string) => number[];

const functions: Record<string, (list: List) => Record<string, Figure>> = {
  logistic_regression: (list) => {
    const patterns = covariatesOf(list);
    const contrasts = treatmentContrasts(patterns);
    return regression(list, (index) => designRow(contrasts, patterns[index] ?? {}) ?? []);
  },
  logistic_regression_lines: (list) =>
    regression(list, (index) => {
      const [a, b] = [at(list("a"), index), at(list("b"), index)];
      return [1, a, b, 2 * a - b];
    }),
  logistic_regression_offset: (list) =>
    regression(
      list,
      (index) => [1, at(list("a"), index)],
      (index) => at(list("b"), index) / 50
    ),
  inverse_probability_share: (list) => {
    const {unsupported, ...figures} = inverseProbabilityShare(responsesOf(list));
    return figures;
  },
  inverse_probability_mean: (list) => {
    const {unsupported, ...figures} = inverseProbabilityMean(responsesOf(list));
    return figures;
  },
  poisson_limits: (list) => ({...poissonLimits(single(list, "count"))}),
  indirect_standardisation: (list) => {
    const [observed, expected, variance] = [
      single(list, "observed"),
      single(list, "expected"),
      single(list, "variance")
    ];
    const {ratio, adjusted_share, z} = indirectStandardisation({observed, expected, variance}, single(list, "overall"));
    return {
      ratio: ratio.value,
      ratio_limits: [ratio.lower, ratio.upper],
      adjusted_share: adjusted_share.value,
      adjusted_limits: [adjusted_share.lower, adjusted_share.upper],
      z
    };
  },
  calibration: (list) => {
    const {c_statistic, brier_score, intercept, slope, groups} = calibration(predictionsOf(list));
    return {
      c_statistic,
      brier_score,
      intercept: [intercept.value, intercept.lower, intercept.upper],
      slope: [slope.value, slope.lower, slope.upper],
      units: groups.map(({units}) => units),
      observed: groups.map(({observed}) => observed),
      expected: groups.map(({expected}) => expected)
    };
  },
  laney_p_chart: (list) => {
    const {sigma_z, points} = laneyPChart(
      list("x").map((numerator, index) => ({numerator, denominator: at(list("n"), index)}))
    );
    return {
      sigma_z,
      lower_limit: points.map(({lower_limit}) => lower_limit),
      upper_limit: points.map(({upper_limit}) => upper_limit)
    };
  },
  severity_adjusted_effect_size: (list) => {
    const reference = severityReference(momentsOf(list("x"), list("y")));
    return reference === null ? {} : {...severityAdjustedEffectSize(momentsOf(list("a"), list("b")), reference)};
  },
  rubin: (list) => {
    const estimates = list("y").map((value, index) => ({value, variance: at(list("v"), index)}));
    return {...rubin(estimates, list("complete")[0])};
  },
  score_regression: (list) => {
    const patterns = list("a").map((a, index) => {
      const b = at(list("b"), index);
      return {row: [1, a, b, 2 * a - b], score: at(list("y"), index), units: at(list("n"), index)};
    });
    const {coefficients, residual_squares, degrees_of_freedom} = scoreRegression(patterns) ?? {};
    return {
      coefficients: coefficients ?? null,
      residual_squares: residual_squares ?? null,
      degrees_of_freedom: degrees_of_freedom ?? null
    };
  },
  predictive_mean_matching: (list) => {
    const patterns = list("r").map((known, index) => ({
      row: [1, at(list("a"), index), at(list("b"), index)],
      score: known === 1 ? at(list("y"), index) : null,
      units: 1
    }));
    const sets = predictiveMeanMatching(patterns, 500, new Random("models")) ?? [];
    const summaries = sets.map(meanAndVariance);
    const n = patterns.length;
    const {value, standard_error} = rubin(summaries.map(({mean, variance}) => ({value: mean, variance: variance / n})));
    return {value, standard_error, spread: average(summaries.map(({variance}) => Math.sqrt(variance)))};
  }
};

function regression(list: List, row: (index: number) => number[], offset = (_: number) => 0): Record<string, Figure> {
  const patterns: BinomialPattern[] = list("n").map((units, index) => ({
    row: row(index),
    units,
    successes: at(list("y"), index),
    offset: offset(index)
  }));
  const fit = logisticRegression(patterns);
  if (fit === null) return {};
  const {coefficients, covariance, fitted, deviance} = fit;
  return {coefficients, covariance: covariance.flat(), fitted, deviance};
}

/** The whole numbers of a and b as levels of two covariates. */
function covariatesOf(list: List): Covariates[] {
  return list("a").map((a, index) => ({a: String(a), b: String(at(list("b"), index))}));
}

/** What SQL would add up over units: r is 1 for the measured, y their value. */
function responsesOf(list: List): OutcomePattern[] {
  const [r, y] = [list("r"), list("y")];
  const covariates = covariatesOf(list);
  const keys = covariates.map(({a, b}) => `${a}/${b}`);
  return [...new Set(keys)].map((key) => {
    const values = y.filter((_, index) => keys[index] === key && r[index] === 1);
    return {
      covariates: covariates[keys.indexOf(key)] ?? {},
      units: keys.filter((other) => other === key).length,
      measured: values.length,
      sum: values.reduce((sum, value) => sum + value, 0),
      sum_squares: values.reduce((sum, value) => sum + value * value, 0)
    };
  });
}

function predictionsOf(list: List): PredictedTally[] {
  return list("p").map((predicted, index) => ({
    predicted,
    units: at(list("n"), index),
    successes: at(list("y"), index)
  }));
}

export function meanAndVariance(patterns: readonly ScoredPattern[]): {mean: number; variance: number} {
  const scores = patterns.flatMap(({score, units}) => Array.from({length: units}, () => score));
  const mean = average(scores);
  return {mean, variance: scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1)};
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function single(list: List, name: string): number {
  return at(list(name), 0);
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? Number.NaN;
}
