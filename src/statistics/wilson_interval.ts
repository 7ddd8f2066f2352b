import {type Estimate, notEstimable} from "./estimate.ts";
import {z95} from "./normal_quantile.ts";

/**
 * The share numerator/denominator with Wilson's 95 % score interval. Not estimable where the denominator is 0.
 *
 * Method: Wilson score interval without continuity correction.
 * Source: Brown, Cai & DasGupta 2001, https://projecteuclid.org/euclid.ss/1009213286;
 * R: prop.test(x, n, correct = FALSE).
 *
 * @example wilsonInterval(78, 120) // 0.65, 0.5612 to 0.7295
 */
export function wilsonInterval(numerator: number, denominator: number): Estimate {
  if (denominator === 0) return notEstimable;
  return {
    value: numerator / denominator,
    lower: lowerLimit(numerator / denominator, denominator),
    upper: 1 - lowerLimit((denominator - numerator) / denominator, denominator)
  };
}

/**
 * The same interval for a share whose information is that of `effectiveN` independent units, which need not be
 * a whole number. Not estimable where effectiveN is not positive.
 *
 * @example wilsonFromShare(0.75, 12) // 0.75, 0.4677 to 0.9111
 */
export function wilsonFromShare(share: number, effectiveN: number): Estimate {
  if (!(effectiveN > 0)) return notEstimable;
  return {value: share, lower: lowerLimit(share, effectiveN), upper: 1 - lowerLimit(1 - share, effectiveN)};
}

/**
 * The smaller root of Wilson's quadratic, as product of the roots over the larger root: nothing cancels, and the
 * limits are exactly 0 at a share of 0 and, by the complement, exactly 1 at a share of 1.
 */
function lowerLimit(share: number, n: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError("share: expected 0 to 1");
  const zz = z95 ** 2;
  const middle = share + zz / (2 * n);
  const half = z95 * Math.sqrt((share * (1 - share)) / n + zz / (4 * n * n));
  return share ** 2 / (middle + half);
}
