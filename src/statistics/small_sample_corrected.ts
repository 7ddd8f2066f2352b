import {type Estimate, notEstimable} from "./estimate.ts";
import {smallSampleCorrection} from "./small_sample_correction.ts";

/**
 * A standardized mean and its limits, each times J(m). Not estimable for m <= 1, where there is no correction.
 *
 * Source: https://easystats.github.io/effectsize/reference/repeated_measures_d.html, adjust = TRUE; metafor puts the
 * corrected value into the variance instead, and its limits are then not these.
 *
 * @example smallSampleCorrected({value: 1.335639, lower: 0.530611, upper: 2.110151}, 11)
 * // 1.242091, 0.493447 to 1.962356
 */
export function smallSampleCorrected({value, lower, upper}: Estimate, m: number): Estimate {
  const correction = smallSampleCorrection(m);
  if (correction === null) return notEstimable;
  const times = (figure: number | null) => (figure === null ? null : figure * correction);
  return {value: times(value), lower: times(lower), upper: times(upper)};
}
