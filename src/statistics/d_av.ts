import {type Estimate, notEstimable} from "./estimate.ts";
import {type Moments, summarizePairs} from "./moments.ts";
import {z95} from "./normal_quantile.ts";
import {smallSampleCorrected} from "./small_sample_corrected.ts";

/**
 * d_av: the mean of x - y in units of the root mean variance of x and y, sqrt((S_x² + S_y²)/2), with a 95 % normal
 * interval. Empty where all x are equal and all y are equal, or n < 2.
 *
 * Method: standard error S_D/sqrt(n) over the same unit, which is taken for known. A variant of the name divides by
 * (S_x + S_y)/2.
 * Source: https://easystats.github.io/effectsize/reference/repeated_measures_d.html, method "av".
 *
 * @example for the 12 pairs of the measure specification, section 2.3: // 1.177035, 0.678429 to 1.675641
 */
export function dAv(moments: Moments): Estimate {
  const {n, mean_difference, sd_x, sd_y, sd_difference} = summarizePairs(moments);
  if (mean_difference === null || sd_x === null || sd_y === null || sd_difference === null) return notEstimable;
  const unit = Math.hypot(sd_x, sd_y) / Math.SQRT2;
  if (unit === 0) return notEstimable;
  const value = mean_difference / unit;
  const half = (z95 * sd_difference) / unit / Math.sqrt(n);
  return {value, lower: value - half, upper: value + half};
}

/**
 * g_av: d_av and its limits, corrected for small samples by J(n - 1) as in effectsize; metafor's "SMCRP" has
 * J(2(n - 1)/(1 + r²)). Empty also for n = 2.
 *
 * @example for the 12 pairs of the measure specification, section 2.3: // 1.094595, 0.630911 to 1.558279
 */
export function gAv(moments: Moments): Estimate {
  return smallSampleCorrected(dAv(moments), moments.n - 1);
}
