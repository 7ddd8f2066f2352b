import {type Estimate, notEstimable} from "./estimate.ts";
import {type Moments, summarizePairs} from "./moments.ts";
import {z95} from "./normal_quantile.ts";
import {smallSampleCorrection} from "./small_sample_correction.ts";

/**
 * g_pre with the limits of equal SDs: the mean of x - y in units of the SD of x (the baseline), corrected for small
 * samples, with a 95 % normal interval. The value is that of effectSize. Empty where the baseline SD is 0 or n < 3; no
 * limits where all y are equal, since there is no correlation then.
 *
 * Method: standardized mean change with raw-score standardization, exact J, and Becker's variance, which takes the
 * two SDs for equal: 2(1 - r)/n + g²/(2n).
 * Source: Becker 1988, equation 13; https://wviechtb.github.io/metafor/reference/escalc.html, measure "SMCR".
 *
 * @example for the 12 pairs of the measure specification, section 2.3: // 1.080671, 0.420820 to 1.740523
 */
export function effectSizeSmcr(moments: Moments): Estimate {
  const {n, mean_difference, sd_x, r} = summarizePairs(moments);
  const correction = smallSampleCorrection(n - 1);
  if (mean_difference === null || correction === null || !sd_x) return notEstimable;
  const value = (correction * mean_difference) / sd_x;
  if (r === null) return {value, lower: null, upper: null};
  const half = z95 * Math.sqrt((2 * (1 - r) + value ** 2 / 2) / n);
  return {value, lower: value - half, upper: value + half};
}
