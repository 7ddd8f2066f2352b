import {type Estimate, notEstimable} from "./estimate.ts";
import type {Tally} from "./tally.ts";
import {wilsonInterval} from "./wilson_interval.ts";

/**
 * The first share minus the second, of independent groups, with a 95 % interval. Not estimable where a denominator is 0.
 *
 * Method: Newcombe's hybrid of two Wilson intervals (his method 10, without continuity correction).
 * Source: https://search.r-project.org/CRAN/refmans/DescTools/html/BinomDiffCI.html, method "score".
 *
 * @example newcombeDifference({numerator: 78, denominator: 120}, {numerator: 45, denominator: 90})
 * // 0.15, 0.0154 to 0.2787
 */
export function newcombeDifference(first: Tally, second: Tally): Estimate {
  const one = wilsonInterval(first.numerator, first.denominator);
  const two = wilsonInterval(second.numerator, second.denominator);
  if (one.value === null || one.lower === null || one.upper === null) return notEstimable;
  if (two.value === null || two.lower === null || two.upper === null) return notEstimable;
  const value = one.value - two.value;
  return {
    value,
    lower: value - Math.hypot(one.value - one.lower, two.upper - two.value),
    upper: value + Math.hypot(one.upper - one.value, two.value - two.lower)
  };
}
