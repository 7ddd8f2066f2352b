import {noncentralT} from "./noncentral_t.ts";
import type {SampleSums} from "./sample_sums.ts";
import {welchError} from "./welch_difference.ts";

/**
 * The two-sided p-value of the difference between two means of independent groups. Null where a group has fewer than
 * two members, or neither group has a spread. The absolute error is below 1e-11.
 *
 * Method: Welch's t test, with Satterthwaite's degrees of freedom.
 * Source: https://www.itl.nist.gov/div898/handbook/eda/section3/eda353.htm (variances not equal); R: t.test(x, y).
 *
 * @example 14, 16, 18, 20 against 10, 12, 14, 16 // 0.0710
 */
export function welchTest(first: SampleSums, second: SampleSums): number | null {
  const difference = welchError(first, second);
  if (difference === null || difference.error === null || difference.error === 0) return null;
  const tail = noncentralT(-Math.abs(difference.value) / difference.error, difference.df, 0);
  return tail === null ? null : 2 * tail;
}
