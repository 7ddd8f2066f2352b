import {type Estimate, notEstimable} from "./estimate.ts";
import {normalCdf} from "./normal_cdf.ts";
import {z95} from "./normal_quantile.ts";
import {type RatioTotals, ratioOfTotals} from "./ratio_of_totals.ts";

/** `p_value` is two-sided; null where neither ratio varies. */
export interface RatioDifference extends Estimate {
  readonly p_value: number | null;
}

/**
 * The first ratio of totals minus the second, of independent groups of episodes, with a 95 % interval that knows that
 * sessions of one episode go together. Not estimable where a group has no sessions.
 *
 * Method: normal limits and test, with the sum of the variances of both ratio estimators; that of a ratio R worth n
 * independent sessions is R(1 - R)/n.
 * Source: https://r-survey.r-forge.r-project.org/survey/html/svyratio.html (the variance of a ratio).
 *
 * @example attended 27/30, 24/30, 3/10, 12/30, 36/36 against 10/20, 16/20, 7/20 // 0.2, -0.1577 to 0.5577, p 0.2732
 */
export function ratioDifference(first: RatioTotals, second: RatioTotals): RatioDifference {
  const one = ratioOfTotals(first);
  const two = ratioOfTotals(second);
  if (one.value === null || two.value === null) return {...notEstimable, p_value: null};
  const value = one.value - two.value;
  const error = Math.sqrt(variance(one.value, one.effective_n) + variance(two.value, two.effective_n));
  const p_value = error === 0 ? null : 2 * normalCdf(-Math.abs(value) / error);
  return {value, lower: value - z95 * error, upper: value + z95 * error, p_value};
}

function variance(ratio: number, effectiveN: number | null): number {
  return (ratio * (1 - ratio)) / (effectiveN ?? 1);
}
