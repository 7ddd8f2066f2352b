import {type Estimate, notEstimable} from "./estimate.ts";
import {type Moments, summarizePairs} from "./moments.ts";
import {z95} from "./normal_quantile.ts";
import {smallSampleCorrected} from "./small_sample_corrected.ts";

/**
 * d_rm: the mean of x - y in units of S_D/sqrt(2(1 - r)), the SD of the scores that the SD of the differences implies,
 * with a 95 % normal interval. Empty where there is no correlation (all x or all y equal), where it is 1, or where all
 * differences are equal.
 *
 * Method: d_z·sqrt(2(1 - r)), standard error sqrt((1/n + d_rm²/(2n))·2(1 - r)).
 * Source: https://easystats.github.io/effectsize/reference/repeated_measures_d.html, method "rm".
 *
 * @example for the 12 pairs of the measure specification, section 2.3: // 1.176723, 0.528259 to 1.825187
 */
export function dRm(moments: Moments): Estimate {
  const {n, mean_difference, sd_difference, r} = summarizePairs(moments);
  if (mean_difference === null || !sd_difference || r === null || 1 - r < perfect) return notEstimable;
  const value = (mean_difference / sd_difference) * Math.sqrt(2 * (1 - r));
  const half = z95 * Math.sqrt(((1 + value ** 2 / 2) / n) * 2 * (1 - r));
  return {value, lower: value - half, upper: value + half};
}

/** A perfect correlation may come out a few units in the 16th figure below 1. */
const perfect = 1e-12;

/**
 * g_rm: d_rm and its limits, corrected for small samples by J(n - 1). Empty also for n = 2.
 *
 * @example for the 12 pairs of the measure specification, section 2.3: // 1.094305, 0.491259 to 1.697351
 */
export function gRm(moments: Moments): Estimate {
  return smallSampleCorrected(dRm(moments), moments.n - 1);
}
