import {type Estimate, notEstimable} from "./estimate.ts";
import {poissonLimits} from "./poisson_limits.ts";

/**
 * Of a group: how many had the outcome, and over its units the sum of the probabilities p that a model of all groups
 * gave them, and of p(1 - p).
 */
export interface ExpectedTally {
  readonly observed: number;
  readonly expected: number;
  readonly variance: number;
}

/**
 * `ratio` is observed over expected, 1 being as expected; `adjusted_share` the overall share times the ratio, 0 to 1;
 * `z` how many standard deviations the observed count is above the expected one.
 */
export interface IndirectStandardisation {
  readonly ratio: Estimate;
  readonly adjusted_share: Estimate;
  readonly z: number | null;
}

/**
 * A share as it would be if the group had the case mix of all, by indirect standardisation, with 95 % limits. Not
 * estimable where nothing was expected; z is empty where the variance is 0.
 *
 * Method: O/E with the exact Poisson limits of O, E taken as known; the adjusted share is cut off at 0 and 1. As
 * a share varies less than a Poisson count, the limits are wide rather than narrow; z has the variance Σp(1 - p).
 * Source: Breslow & Day 1987, Statistical Methods in Cancer Research, volume 2, chapter 2; limits: Garwood 1936.
 *
 * @example indirectStandardisation({observed: 42, expected: 36.5, variance: 19.25}, 0.45)
 * // ratio 1.1507 (0.8293 to 1.5554), adjusted_share 0.5178 (0.3732 to 0.6999), z 1.2535
 */
export function indirectStandardisation(group: ExpectedTally, overallShare: number): IndirectStandardisation {
  const {observed, expected, variance} = group;
  if (!(overallShare >= 0 && overallShare <= 1)) throw new RangeError("overall share: expected 0 to 1");
  if (!(expected > 0)) return {ratio: notEstimable, adjusted_share: notEstimable, z: null};
  const {lower, upper} = poissonLimits(observed);
  const adjusted = (count: number) => Math.min(1, (count / expected) * overallShare);
  return {
    ratio: {value: observed / expected, lower: lower / expected, upper: upper / expected},
    adjusted_share: {value: adjusted(observed), lower: adjusted(lower), upper: adjusted(upper)},
    z: variance > 0 ? (observed - expected) / Math.sqrt(variance) : null
  };
}
