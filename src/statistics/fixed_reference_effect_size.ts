import {type Estimate, notEstimable} from "./estimate.ts";
import {type Moments, summarizePairs} from "./moments.ts";
import {z95} from "./normal_quantile.ts";

/**
 * The mean of x - y in units of a reference SD that is the same for all who are compared (of all baseline scores of an
 * earlier year, say), with a 95 % normal interval. A site does not look better because its clients resemble each other.
 * One pair has a value and no limits; without a positive reference SD there is neither.
 *
 * Method: standard error S_D/(sqrt(n)·S_ref); S_ref is taken for known, so there is no small-sample correction.
 * Source: a definition of the measure specification, ES-07.
 *
 * @example for the 12 pairs of the measure specification, section 2.3, and a reference SD of 5:
 * // 1.083333, 0.624420 to 1.542246
 */
export function fixedReferenceEffectSize(moments: Moments, referenceSd: number): Estimate {
  const {n, mean_difference, sd_difference} = summarizePairs(moments);
  if (mean_difference === null || !(referenceSd > 0)) return notEstimable;
  const value = mean_difference / referenceSd;
  if (sd_difference === null) return {value, lower: null, upper: null};
  const half = (z95 * sd_difference) / Math.sqrt(n) / referenceSd;
  return {value, lower: value - half, upper: value + half};
}
