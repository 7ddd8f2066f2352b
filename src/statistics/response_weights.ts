import type {Histogram} from "./histogram.ts";
import {logisticRegression} from "./logistic_regression.ts";
import {quantileType7} from "./quantile_type7.ts";
import {dot} from "./solve.ts";
import {type Covariates, designRow, treatmentContrasts} from "./treatment_contrasts.ts";

/** Units that are alike in all covariates, and how many of them were measured: 0 <= measured <= units. */
export interface ResponseCounts {
  readonly covariates: Covariates;
  readonly units: number;
  readonly measured: number;
}

/**
 * A pattern with the probability that one of its units is measured, and its weight 1/probability after truncation.
 * `row` and `leverage` (row · covariance of the coefficients) tell how the probability hangs on the model: 0 where it
 * is 1 for certain; `free` where truncation left the weight alone.
 */
export interface Weighted<Pattern> {
  readonly pattern: Pattern;
  readonly probability: number;
  readonly weight: number;
  readonly free: boolean;
  readonly row: readonly number[];
  readonly leverage: readonly number[];
}

/**
 * `coefficients` counts those of the model (0 where all is certain); `unsupported` counts the units of levels of which
 * nobody was measured: no weight can speak for them.
 */
export interface ResponseWeights<Pattern> {
  readonly weighted: readonly Weighted<Pattern>[];
  readonly coefficients: number;
  readonly unsupported: number;
}

/**
 * The weights with which measured units speak for those like them that were not measured. Null where the model of who
 * was measured does not exist: nobody was, or covariates together separate the measured from the others.
 *
 * Method: logistic regression of being measured on the main effects of the covariates; 1/probability, truncated at its
 * 1st and 99th percentiles (type 7) over the measured units. A level of a covariate of which everyone was measured
 * has probability 1; one of which nobody was is left out and counted. Both are where maximum likelihood tends to.
 * Source: Seaman & White 2013, https://doi.org/10.1177/0962280210395740 (a review).
 *
 * @example of 40 who did not complete 12 measured, of 60 who did 42: // weights 40/12 and 60/42
 */
export function responseWeights<Pattern extends ResponseCounts>(
  patterns: readonly Pattern[]
): ResponseWeights<Pattern> | null {
  const {open, certain, never} = sortedOut(patterns.filter(({units}) => units > 0));
  const model = open.length === 0 ? {weighted: [], coefficients: 0} : withModel(open);
  if (model === null || model.weighted.length + certain.length === 0) return null;
  return {
    weighted: truncated([...model.weighted, ...certain.map(alwaysMeasured)]),
    coefficients: model.coefficients,
    unsupported: never.reduce((sum, {units}) => sum + units, 0)
  };
}

interface SortedOut<Pattern> {
  readonly open: readonly Pattern[];
  readonly certain: readonly Pattern[];
  readonly never: readonly Pattern[];
}

/** Taking a level out can leave another with everyone or nobody measured, hence again until none is. */
function sortedOut<Pattern extends ResponseCounts>(patterns: readonly Pattern[]): SortedOut<Pattern> {
  const counts = levelCounts(patterns);
  const within = (pattern: Pattern, test: (counts: LevelCounts) => boolean) =>
    levelsOf(pattern).some((level) => test(counts.get(level) ?? {units: 0, measured: 0}));
  const certain = patterns.filter((pattern) => within(pattern, ({units, measured}) => measured === units));
  const never = patterns.filter((pattern) => within(pattern, ({measured}) => measured === 0));
  const open = patterns.filter((pattern) => !certain.includes(pattern) && !never.includes(pattern));
  if (open.length === patterns.length) return {open, certain, never};
  const rest = sortedOut(open);
  return {open: rest.open, certain: [...certain, ...rest.certain], never: [...never, ...rest.never]};
}

interface LevelCounts {
  readonly units: number;
  readonly measured: number;
}

/** Without covariates all patterns share the one level "". */
function levelsOf({covariates}: ResponseCounts): string[] {
  return ["", ...Object.entries(covariates).map((level) => JSON.stringify(level))];
}

function levelCounts(patterns: readonly ResponseCounts[]): Map<string, LevelCounts> {
  const counts = new Map<string, LevelCounts>();
  for (const pattern of patterns) {
    for (const level of levelsOf(pattern)) {
      const {units, measured} = counts.get(level) ?? {units: 0, measured: 0};
      counts.set(level, {units: units + pattern.units, measured: measured + pattern.measured});
    }
  }
  return counts;
}

function withModel<Pattern extends ResponseCounts>(
  patterns: readonly Pattern[]
): Omit<ResponseWeights<Pattern>, "unsupported"> | null {
  const contrasts = treatmentContrasts(patterns.map(({covariates}) => covariates));
  const rows = patterns.map(({covariates}) => designRow(contrasts, covariates) ?? []);
  const fit = logisticRegression(
    patterns.map(({units, measured}, index) => ({row: rows[index] ?? [], units, successes: measured}))
  );
  if (fit === null) return null;
  const weighted = patterns.map((pattern, index) => {
    const probability = fit.fitted[index] ?? Number.NaN;
    const row = rows[index] ?? [];
    return {pattern, probability, weight: 1 / probability, free: true, row, leverage: product(fit.covariance, row)};
  });
  return {weighted, coefficients: fit.coefficients.filter((coefficient) => coefficient !== null).length};
}

function product(matrix: readonly (readonly (number | null)[])[], row: readonly number[]): number[] {
  return matrix.map((line) =>
    dot(
      line.map((each) => each ?? 0),
      row
    )
  );
}

function alwaysMeasured<Pattern>(pattern: Pattern): Weighted<Pattern> {
  return {pattern, probability: 1, weight: 1, free: true, row: [], leverage: []};
}

function truncated<Pattern extends ResponseCounts>(weighted: readonly Weighted<Pattern>[]): Weighted<Pattern>[] {
  const histogram = weightHistogram(weighted);
  const low = quantileType7(histogram, 0.01) ?? 0;
  const high = quantileType7(histogram, 0.99) ?? Number.POSITIVE_INFINITY;
  return weighted.map((each) => ({
    ...each,
    weight: Math.min(high, Math.max(low, each.weight)),
    // a weight that equals the bound but for rounding was not cut
    free: each.weight >= low * (1 - 1e-9) && each.weight <= high * (1 + 1e-9)
  }));
}

function weightHistogram(weighted: readonly Weighted<ResponseCounts>[]): Histogram {
  const counts = new Map<number, number>();
  for (const {weight, pattern} of weighted) {
    if (pattern.measured > 0) counts.set(weight, (counts.get(weight) ?? 0) + pattern.measured);
  }
  return [...counts].map(([value, count]) => ({value, count})).toSorted((one, other) => one.value - other.value);
}
