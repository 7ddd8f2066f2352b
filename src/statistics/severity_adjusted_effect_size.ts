import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import {type Estimate, notEstimable} from "./estimate.ts";
import {type Moments, summarizePairs} from "./moments.ts";

/**
 * What a reference sample expects of change (baseline minus later score, points): intercept + slope · baseline. With
 * its mean change, and the SD of its baseline scores as unit.
 */
export interface SeverityReference {
  readonly intercept: number;
  readonly slope: number;
  readonly mean_change: number;
  readonly sd: number;
}

/**
 * The reference from the pairs of all sites with a baseline in the clinical range; null where the baselines do not
 * differ.
 *
 * Method: least squares of the change on the baseline. R: lm(x - y ~ x).
 *
 * @example for the 12 pairs of the measure specification, section 2.3:
 * // intercept -1.2455, slope 0.4038, mean_change 5.4167, sd 4.6613
 */
export function severityReference(moments: Moments): SeverityReference | null {
  const {mean_x, mean_difference, sd_x, sd_y, r} = summarizePairs(moments);
  if (mean_x === null || mean_difference === null || sd_y === null || !sd_x) return null;
  const slope = 1 - ((r ?? 0) * sd_y) / sd_x;
  return {intercept: mean_difference - slope * mean_x, slope, mean_change: mean_difference, sd: sd_x};
}

/**
 * The severity-adjusted effect size of a site: the mean change of the reference, plus how much more the site's clients
 * changed than their baselines let expect, in SDs of the reference; with a 95 % interval. One pair has a value
 * and no limits; none is not estimable.
 *
 * Method: (mean change + mean residual)/SD; t interval from the spread of the residuals within the site, n - 1 degrees
 * of freedom (the delta method, the reference being taken as known: it should be much larger than the site).
 * Source: http://psychoutcomes.org/OutcomesMeasurement/SeverityAdjustedEffectSize
 *
 * @example five pairs with a mean residual of -1.7 where the reference changed by 7.2 with an SD of 5.5 // 1.00
 */
export function severityAdjustedEffectSize(site: Moments, reference: SeverityReference): Estimate {
  const {n, mean_x, mean_difference, sd_x, sd_y, r} = summarizePairs(site);
  if (mean_x === null || mean_difference === null || !(reference.sd > 0)) return notEstimable;
  const residual = mean_difference - reference.intercept - reference.slope * mean_x;
  const value = (reference.mean_change + residual) / reference.sd;
  if (sd_x === null || sd_y === null) return {value, lower: null, upper: null};
  // a residual is (1 - slope) · x - y - intercept
  const spread = (1 - reference.slope) * sd_x;
  const variance = Math.max(0, spread ** 2 + sd_y ** 2 - 2 * spread * sd_y * (r ?? 0));
  const half = (tQuantile(0.975, n - 1) * Math.sqrt(variance / n)) / reference.sd;
  return {value, lower: value - half, upper: value + half};
}
