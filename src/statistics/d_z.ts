import {type Estimate, notEstimable} from "./estimate.ts";
import {type Moments, summarizePairs} from "./moments.ts";
import {noncentralTLimits} from "./noncentral_t_limits.ts";
import {smallSampleCorrected} from "./small_sample_corrected.ts";

/**
 * d_z: the mean of x - y in units of the SD of x - y, with the exact 95 % interval for normal differences. Empty where
 * all differences are equal or n < 2.
 *
 * Method: sqrt(n)·d_z is a noncentral t value with n - 1 degrees of freedom; the limits are those of its noncentrality,
 * over sqrt(n).
 * Source: https://easystats.github.io/effectsize/reference/cohens_d.html, paired.
 *
 * @example for the 12 pairs of the measure specification, section 2.3: // 1.335639, 0.530611 to 2.110151
 */
export function dZ(moments: Moments): Estimate {
  const {n, mean_difference, sd_difference} = summarizePairs(moments);
  if (mean_difference === null || !sd_difference) return notEstimable;
  const value = mean_difference / sd_difference;
  const {lower, upper} = noncentralTLimits(value * Math.sqrt(n), n - 1);
  const over = (ncp: number | null) => (ncp === null ? null : ncp / Math.sqrt(n));
  return {value, lower: over(lower), upper: over(upper)};
}

/**
 * g_z: d_z and its limits, corrected for small samples by J(n - 1). Empty also for n = 2.
 *
 * @example for the 12 pairs of the measure specification, section 2.3: // 1.242091, 0.493447 to 1.962356
 */
export function gZ(moments: Moments): Estimate {
  return smallSampleCorrected(dZ(moments), moments.n - 1);
}
