import {type Estimate, notEstimable} from "./estimate.ts";
import {wilsonFromShare} from "./wilson_interval.ts";

/**
 * Integer sums over the episodes with a positive denominator: a the numerator of an episode (0 <= a <= s), s its
 * denominator. Totals of disjoint sets of episodes add.
 */
export interface RatioTotals {
  readonly episodes: number;
  readonly sum_a: number;
  readonly sum_s: number;
  readonly sum_aa: number;
  readonly sum_ss: number;
  readonly sum_as: number;
}

/** `effective_n`: of how many independent sessions (or weeks) the clustered ones are worth. */
export interface RatioEstimate extends Estimate {
  readonly effective_n: number | null;
}

/**
 * The ratio R = Σa / Σs, a share, with a 95 % interval that knows that sessions of one episode go together.
 *
 * Method: ratio estimator with linearized variance m/(m - 1)·Σ(a - R·s)²/(Σs)² over m episodes; the interval is
 * Wilson's with n = R(1 - R)/Var. Where that says nothing (m = 1, variance 0, R 0 or 1) n = m.
 * Source: https://r-survey.r-forge.r-project.org/survey/html/svyratio.html (R: svyratio gives the same variance).
 *
 * @example attended 27/30, 24/30, 3/10, 12/30, 36/36 // 0.75, 0.4661 to 0.9116, effective_n 11.86
 */
export function ratioOfTotals(totals: RatioTotals): RatioEstimate {
  const {sum_a, sum_s} = totals;
  if (sum_s === 0) return {...notEstimable, effective_n: null};
  const effective_n = effectiveN(totals);
  return {...wilsonFromShare(sum_a / sum_s, effective_n), value: sum_a / sum_s, effective_n};
}

function effectiveN(totals: RatioTotals): number {
  const {episodes: m, sum_a, sum_s} = totals;
  const residuals = squaredResiduals(totals);
  if (m === 1 || residuals === 0n || sum_a === 0 || sum_a === sum_s) return m;
  const variance = ((m / (m - 1)) * Number(residuals)) / sum_s ** 4;
  return ((sum_a / sum_s) * ((sum_s - sum_a) / sum_s)) / variance;
}

/** (Σs)²·Σ(a - R·s)², in whole numbers so that equal ratios give exactly 0. */
function squaredResiduals({sum_a, sum_s, sum_aa, sum_ss, sum_as}: RatioTotals): bigint {
  const a = BigInt(sum_a);
  const s = BigInt(sum_s);
  return s * s * BigInt(sum_aa) - 2n * a * s * BigInt(sum_as) + a * a * BigInt(sum_ss);
}
