import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import {type Estimate, notEstimable} from "./estimate.ts";
import {type SampleSums, summarizeSample} from "./sample_sums.ts";

/**
 * The mean of the first group minus that of the second, of independent groups, in their unit, with its 95 % interval.
 * A group of one leaves no limits; two groups without a spread have limits equal to the difference.
 *
 * Method: Welch's t interval, with Satterthwaite's degrees of freedom.
 * Source: https://www.itl.nist.gov/div898/handbook/eda/section3/eda353.htm (variances not equal); R: t.test(x, y).
 *
 * @example 14, 16, 18, 20 against 10, 12, 14, 16 // 4, -0.467429 to 8.467429
 */
export function welchDifference(first: SampleSums, second: SampleSums): Estimate {
  const difference = welchError(first, second);
  if (difference === null) return notEstimable;
  const {value, error, df} = difference;
  if (error === null) return {value, lower: null, upper: null};
  const half = error === 0 ? 0 : tQuantile(0.975, df) * error;
  return {value, lower: value - half, upper: value + half};
}

/**
 * The difference of two means, its standard error (null beside a group of one) and Satterthwaite's degrees of freedom
 * (NaN where the error is none or 0); null without a group.
 */
export function welchError(
  first: SampleSums,
  second: SampleSums
): {readonly value: number; readonly error: number | null; readonly df: number} | null {
  const one = summarizeSample(first);
  const two = summarizeSample(second);
  if (one.mean === null || two.mean === null) return null;
  const value = one.mean - two.mean;
  if (one.variance === null || two.variance === null) return {value, error: null, df: Number.NaN};
  const [ofOne, ofTwo] = [one.variance / one.n, two.variance / two.n];
  const df = (ofOne + ofTwo) ** 2 / (ofOne ** 2 / (one.n - 1) + ofTwo ** 2 / (two.n - 1));
  return {value, error: Math.sqrt(ofOne + ofTwo), df};
}
