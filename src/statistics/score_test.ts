import {normalCdf} from "./normal_cdf.ts";
import type {Tally} from "./tally.ts";

/**
 * The two-sided p-value of the difference between two shares of independent groups. Null where a denominator is 0, or
 * where all or none of both groups are in the numerator.
 *
 * Method: score test with the pooled share, without continuity correction; the square of z is Pearson's chi-squared.
 * Source: https://stat.ethz.ch/R-manual/R-patched/library/stats/html/prop.test.html;
 * R: prop.test(x, n, correct = FALSE)$p.value.
 *
 * @example scoreTest({numerator: 78, denominator: 120}, {numerator: 45, denominator: 90}) // 0.0290
 */
export function scoreTest(first: Tally, second: Tally): number | null {
  const units = first.denominator + second.denominator;
  const pooled = (first.numerator + second.numerator) / units;
  if (first.denominator === 0 || second.denominator === 0 || pooled === 0 || pooled === 1) return null;
  const difference = first.numerator / first.denominator - second.numerator / second.denominator;
  const variance = pooled * (1 - pooled) * (1 / first.denominator + 1 / second.denominator);
  return 2 * normalCdf(-Math.abs(difference) / Math.sqrt(variance));
}
