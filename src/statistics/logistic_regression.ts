import {independentColumns} from "./independent_columns.ts";
import {dot, invert, type Matrix, solve} from "./solve.ts";

/**
 * Units that are alike in all covariates: their row of the design (with its 1 for the intercept), how many they are,
 * and how many of them had the outcome. The offset is added to the row's log odds as it is.
 */
export interface BinomialPattern {
  readonly row: readonly number[];
  readonly units: number;
  readonly successes: number;
  readonly offset?: number;
}

/**
 * Coefficients are log odds, in the order of the design's columns; a column that is a combination of those before it
 * has null, and null in the covariance. `fitted` are the probabilities of the patterns, in their order.
 */
export interface LogisticRegression {
  readonly coefficients: readonly (number | null)[];
  readonly covariance: readonly (readonly (number | null)[])[];
  readonly fitted: readonly number[];
  readonly deviance: number;
}

/**
 * The logistic regression of a yes or no on the columns of a design, from counts. Null where there is no estimate:
 * without units, or where some combination of covariates separates yes from no so that a coefficient runs away.
 * Throws where rows differ in length or successes are not within 0 and units.
 *
 * Method: maximum likelihood by Newton's method (iteratively reweighted least squares), steps halved until the
 * likelihood rises; the covariance is the inverse of the expected information. A true maximum is met in about ten
 * steps; under separation the log odds grow by about 1 a step for ever, and it is given up after fifty.
 * Source: McCullagh & Nelder 1989, chapter 4; https://stat.ethz.ch/R-manual/R-patched/library/stats/html/glm.html;
 * R: glm(cbind(successes, units - successes) ~ 0 + rows, family = binomial).
 *
 * @example logisticRegression([{row: [1, 0], units: 40, successes: 12}, {row: [1, 1], units: 60, successes: 42}])
 * // coefficients -0.8473 and 1.6946: odds of 12 : 28, and 5.44 times these
 */
export function logisticRegression(patterns: readonly BinomialPattern[]): LogisticRegression | null {
  requireCounts(patterns);
  const counted = patterns.filter(({units}) => units > 0);
  if (counted.length === 0) return null;
  const columns = independentColumns(counted.map(({row}) => row));
  const coefficients = maximize(counted.map((pattern) => reduced(pattern, columns)));
  if (coefficients === null) return null;
  const all = patterns.map((pattern) => reduced(pattern, columns));
  const covariance = invert(information(all, coefficients));
  if (covariance === null) return null;
  const width = counted[0]?.row.length ?? 0;
  return {
    coefficients: spread(coefficients, columns, width),
    covariance: spread(covariance, columns, width).map((row) => spread(row ?? [], columns, width)),
    fitted: all.map((pattern) => probability(logOdds(pattern, coefficients))),
    deviance: 2 * (saturated(all) - logLikelihood(all, coefficients))
  };
}

/**
 * The probability that a fitted regression gives to a row of the same design, 0 to 1; columns without a coefficient
 * count nothing.
 *
 * @example fittedProbability([-0.8473, 1.6946], [1, 1]) // 0.7
 */
export function fittedProbability(coefficients: readonly (number | null)[], row: readonly number[]): number {
  return probability(
    dot(
      coefficients.map((coefficient) => coefficient ?? 0),
      row
    )
  );
}

const mostSteps = 50;

function maximize(patterns: readonly BinomialPattern[]): number[] | null {
  let coefficients = (patterns[0]?.row ?? []).map(() => 0);
  for (let count = 0; count < mostSteps; count++) {
    const step = solve(information(patterns, coefficients), score(patterns, coefficients));
    if (step === null) return null;
    const change = patterns.reduce((most, {row}) => Math.max(most, Math.abs(dot(row, step))), 0);
    // Newton's steps square their error: after one this small, what is left is rounding.
    if (change < 1e-8) return moved(coefficients, step, 1);
    coefficients = climbed(patterns, coefficients, step);
  }
  return null;
}

function climbed(patterns: readonly BinomialPattern[], from: readonly number[], step: readonly number[]): number[] {
  const now = logLikelihood(patterns, from);
  // near the top the likelihood falls by rounding alone
  const before = now - 1e-12 * Math.abs(now);
  let part = 1;
  while (part > 1e-6 && logLikelihood(patterns, moved(from, step, part)) < before) part /= 2;
  return moved(from, step, part);
}

function moved(from: readonly number[], step: readonly number[], part: number): number[] {
  return from.map((coefficient, index) => coefficient + part * (step[index] ?? 0));
}

function score(patterns: readonly BinomialPattern[], coefficients: readonly number[]): number[] {
  const sums = coefficients.map(() => 0);
  for (const pattern of patterns) {
    const odds = logOdds(pattern, coefficients);
    // successes - units · p, without the cancelling where p is near 1
    addTo(
      sums,
      pattern.successes * probability(-odds) - (pattern.units - pattern.successes) * probability(odds),
      pattern
    );
  }
  return sums;
}

function information(patterns: readonly BinomialPattern[], coefficients: readonly number[]): Matrix {
  const sums = coefficients.map(() => coefficients.map(() => 0));
  for (const pattern of patterns) {
    const odds = logOdds(pattern, coefficients);
    const weight = pattern.units * probability(odds) * probability(-odds);
    // most columns of a design of levels are 0
    for (const [column, line] of sums.entries()) addTo(line, weight * (pattern.row[column] ?? 0), pattern);
  }
  return sums;
}

/** Adds a multiple of the pattern's row to the sums of its columns. */
function addTo(sums: number[], multiple: number, {row}: BinomialPattern): void {
  if (multiple === 0) return;
  for (let column = 0; column < row.length; column++)
    sums[column] = (sums[column] ?? 0) + multiple * (row[column] ?? 0);
}

function logOdds({row, offset = 0}: BinomialPattern, coefficients: readonly number[]): number {
  return offset + dot(row, coefficients);
}

function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** ln(1 - p) is minus ln(1 + e^odds), written so that nothing overflows. */
function logLikelihood(patterns: readonly BinomialPattern[], coefficients: readonly number[]): number {
  return patterns.reduce((sum, pattern) => {
    const odds = logOdds(pattern, coefficients);
    return sum + pattern.successes * odds - pattern.units * (Math.max(0, odds) + Math.log1p(Math.exp(-Math.abs(odds))));
  }, 0);
}

/** The log likelihood if each pattern had its own share. */
function saturated(patterns: readonly BinomialPattern[]): number {
  const part = (some: number, all: number) => (some === 0 ? 0 : some * Math.log(some / all));
  return patterns.reduce((sum, {units, successes}) => sum + part(successes, units) + part(units - successes, units), 0);
}

function reduced({row, ...counts}: BinomialPattern, columns: readonly number[]): BinomialPattern {
  return {...counts, row: columns.map((column) => row[column] ?? 0)};
}

function spread<Value>(values: readonly Value[], columns: readonly number[], width: number): (Value | null)[] {
  return Array.from({length: width}, (_, column) => values[columns.indexOf(column)] ?? null);
}

function requireCounts(patterns: readonly BinomialPattern[]): void {
  const width = patterns[0]?.row.length;
  for (const {row, units, successes} of patterns) {
    if (row.length !== width) throw new RangeError("patterns: expected rows of one length");
    if (!(successes >= 0 && successes <= units)) throw new RangeError("patterns: expected successes from 0 to units");
  }
}
