import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import {type Estimate, notEstimable} from "./estimate.ts";
import {type Moments, summarizePairs} from "./moments.ts";

/**
 * The mean of x - y (baseline minus later score, so that positive is improvement), in points, with its 95 % t interval.
 * One pair has a mean and no limits; equal changes have limits equal to their mean.
 *
 * Method: paired t interval, n - 1 degrees of freedom.
 * Source: https://www.itl.nist.gov/div898/handbook/eda/section3/eda352.htm; R: t.test(x, y, paired = TRUE).
 *
 * @example for the 12 pairs of the measure specification, section 2.3: // 5.416667, 2.839934 to 7.993400
 */
export function meanChange(moments: Moments): Estimate {
  const {n, mean_difference: value, sd_difference: spread} = summarizePairs(moments);
  if (value === null) return notEstimable;
  if (spread === null) return {value, lower: null, upper: null};
  const half = (tQuantile(0.975, n - 1) * spread) / Math.sqrt(n);
  return {value, lower: value - half, upper: value + half};
}
