import {independentColumns} from "./independent_columns.ts";
import {normalQuantile} from "./normal_quantile.ts";
import type {Random} from "./random.ts";
import {choleskyFactor, dot, invert, type Matrix} from "./solve.ts";

/** Units alike in all covariates and in the score: their row of the design (with its 1), the score, how many. */
export interface ScoredPattern {
  readonly row: readonly number[];
  readonly score: number;
  readonly units: number;
}

/**
 * A least squares regression of the score: a coefficient for each column, 0 for one that others make up, and what a
 * draw of other coefficients needs.
 */
export interface ScoreRegression {
  readonly coefficients: readonly number[];
  readonly columns: readonly number[];
  /** The lower Cholesky factor of the inverse cross product of the columns. */
  readonly factor: Matrix;
  readonly residual_squares: number;
  readonly degrees_of_freedom: number;
}

/**
 * The regression of a score on the columns of a design, from counts; null where there are no more units than columns.
 *
 * Method: least squares by the normal equations.
 * Source: https://stat.ethz.ch/R-manual/R-patched/library/stats/html/lm.html
 *
 * @example scores 4, 6 and 5 with rows [1]: // coefficients [5], residual_squares 2, degrees_of_freedom 2
 */
export function scoreRegression(patterns: readonly ScoredPattern[]): ScoreRegression | null {
  const counted = patterns.filter(({units}) => units > 0);
  const columns = independentColumns(counted.map(({row}) => row));
  const weighted = columns.map((column) => counted.map(({row, units}) => units * (row[column] ?? 0)));
  const inverse = invert(
    weighted.map((line) =>
      columns.map((column) =>
        dot(
          line,
          counted.map(({row}) => row[column] ?? 0)
        )
      )
    )
  );
  const factor = inverse === null ? null : choleskyFactor(inverse);
  const degrees_of_freedom = counted.reduce((sum, {units}) => sum + units, 0) - columns.length;
  if (inverse === null || factor === null || degrees_of_freedom < 1) return null;
  const scores = counted.map(({score}) => score);
  const products = weighted.map((line) => dot(line, scores));
  const kept = inverse.map((line) => dot(line, products));
  const coefficients = spread(kept, columns, counted[0]?.row.length ?? 0);
  const residual_squares = counted.reduce(
    (sum, {row, score, units}) => sum + units * (score - dot(row, coefficients)) ** 2,
    0
  );
  return {coefficients, columns, factor, residual_squares, degrees_of_freedom};
}

/**
 * Coefficients as they could also be, given the data: a draw from their posterior distribution under a flat prior.
 *
 * Method: σ² = residual squares over a chi-square of n - p degrees of freedom, then coefficients + σ · L · z.
 * Source: Rubin 1987, page 167; mice:::.norm.draw().
 */
export function drawCoefficients(regression: ScoreRegression, random: Random): number[] {
  const {coefficients, columns, factor, residual_squares, degrees_of_freedom} = regression;
  const sigma = Math.sqrt(residual_squares / chiSquare(degrees_of_freedom, random));
  const z = columns.map(() => normal(random));
  const shift = spread(
    factor.map((line) => sigma * dot(line, z)),
    columns,
    coefficients.length
  );
  return coefficients.map((coefficient, column) => coefficient + (shift[column] ?? 0));
}

function spread(values: readonly number[], columns: readonly number[], width: number): number[] {
  return Array.from({length: width}, (_, column) => values[columns.indexOf(column)] ?? 0);
}

function chiSquare(freedom: number, random: Random): number {
  let sum = 0;
  for (let i = 0; i < freedom; i++) sum += normal(random) ** 2;
  return sum;
}

/** By inversion; half a step keeps the probability off 0 and 1. */
function normal(random: Random): number {
  return normalQuantile((random.bits() + 0.5) / 4294967296) ?? 0;
}
