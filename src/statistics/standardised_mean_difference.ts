import {type SampleSums, summarizeSample} from "./sample_sums.ts";
import type {Tally} from "./tally.ts";

/**
 * How far apart two groups are in a number, in SDs: the mean of the first minus that of the second, over the root of
 * their mean variance. Null where a group has fewer than two, or neither has a spread.
 *
 * Method: (m1 - m0)/sqrt((s1² + s0²)/2). It describes an imbalance (0.10 is a usual flag) and tests nothing.
 * Source: Austin 2009, https://doi.org/10.1002/sim.3697.
 *
 * @example 14, 16, 18, 20 against 10, 12, 14, 16 // 1.549193
 */
export function standardisedMeanDifference(first: SampleSums, second: SampleSums): number | null {
  const one = summarizeSample(first);
  const two = summarizeSample(second);
  if (one.mean === null || one.variance === null || two.mean === null || two.variance === null) return null;
  return inUnits(one.mean - two.mean, (one.variance + two.variance) / 2);
}

/**
 * The same for a share, whose variance is p(1 - p). Null where a denominator is 0, or both shares are 0 or 1.
 *
 * @example standardisedShareDifference({numerator: 30, denominator: 60}, {numerator: 8, denominator: 40}) // 0.662589
 */
export function standardisedShareDifference(first: Tally, second: Tally): number | null {
  if (first.denominator === 0 || second.denominator === 0) return null;
  const one = first.numerator / first.denominator;
  const two = second.numerator / second.denominator;
  return inUnits(one - two, (one * (1 - one) + two * (1 - two)) / 2);
}

function inUnits(difference: number, variance: number): number | null {
  return variance === 0 ? null : difference / Math.sqrt(variance);
}
