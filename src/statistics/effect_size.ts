import {type Estimate, notEstimable} from "./estimate.ts";
import {type Moments, summarizePairs} from "./moments.ts";
import {z95} from "./normal_quantile.ts";
import {smallSampleCorrection} from "./small_sample_correction.ts";

/**
 * g_pre: the mean of x - y in units of the SD of x (the baseline), corrected for small samples, with a 95 % normal
 * interval. Empty where the baseline SD is 0 or n < 3 (the correction needs two degrees of freedom).
 *
 * Method: standardized mean change with raw-score standardization, exact J, and Bonett's variance that lets
 * the two SDs differ: S_D²/(S_x²(n - 1)) + g²/(2(n - 1)).
 * Source: https://wviechtb.github.io/metafor/reference/escalc.html, measure "SMCRH", in the present version;
 * release 3.8-1 multiplied the same variance by J².
 *
 * @example for the 12 pairs of the measure specification, section 2.3: // 1.080671, 0.396366 to 1.764977
 */
export function effectSize(moments: Moments): Estimate {
  const {n, mean_difference, sd_x, sd_difference} = summarizePairs(moments);
  const correction = smallSampleCorrection(n - 1);
  if (mean_difference === null || sd_difference === null || correction === null || !sd_x) return notEstimable;
  const value = (correction * mean_difference) / sd_x;
  const variance = ((sd_difference / sd_x) ** 2 + value ** 2 / 2) / (n - 1);
  const half = z95 * Math.sqrt(variance);
  return {value, lower: value - half, upper: value + half};
}
