/**
 * What SQL adds up over n pairs: x the baseline score, y the later one, all integers. Moments of disjoint groups add.
 */
export interface Moments {
  readonly n: number;
  readonly sum_x: number;
  readonly sum_y: number;
  readonly sum_xx: number;
  readonly sum_yy: number;
  readonly sum_xy: number;
}

/** Means and SDs in points; r is Pearson's correlation of the pairs. What does not exist is null. */
export interface PairSummary {
  readonly n: number;
  readonly mean_x: number | null;
  readonly mean_y: number | null;
  readonly mean_difference: number | null;
  readonly sd_x: number | null;
  readonly sd_y: number | null;
  readonly sd_difference: number | null;
  readonly r: number | null;
}

/**
 * Means, standard deviations (n - 1; empty for n < 2) of x, y and x - y, and the correlation (empty where a
 * standard deviation is 0) from their sums.
 *
 * Method: n·Σxy - Σx·Σy in whole numbers, so that nothing cancels and equal scores have a variance of exactly 0.
 * Source: https://www.itl.nist.gov/div898/handbook/eda/section3/eda356.htm (the SD); R: sd(x), sd(x - y), cor(x, y).
 *
 * @example summarizePairs({n: 2, sum_x: 30, sum_y: 20, sum_xx: 500, sum_yy: 250, sum_xy: 350})
 * // 10 and 20 before, 5 and 15 after: mean_difference 5, sd_x 7.0711, sd_difference 0, r 1
 */
export function summarizePairs(moments: Moments): PairSummary {
  const {n, sum_x, sum_y, sum_xx, sum_yy, sum_xy} = moments;
  const xx = centred(n, sum_xx, sum_x, sum_x);
  const yy = centred(n, sum_yy, sum_y, sum_y);
  const xy = centred(n, sum_xy, sum_x, sum_y);
  return {
    n,
    mean_x: mean(sum_x, n),
    mean_y: mean(sum_y, n),
    mean_difference: mean(sum_x - sum_y, n),
    sd_x: standardDeviation(xx, n),
    sd_y: standardDeviation(yy, n),
    sd_difference: standardDeviation(xx + yy - 2n * xy, n),
    r: correlation(xy, xx, yy)
  };
}

/** n² times the covariance with divisor n: squares of sums soon pass 2^53, hence BigInt. */
function centred(n: number, sumOfProducts: number, sumX: number, sumY: number): bigint {
  return BigInt(n) * BigInt(sumOfProducts) - BigInt(sumX) * BigInt(sumY);
}

function mean(sum: number, n: number): number | null {
  return n === 0 ? null : sum / n;
}

function standardDeviation(centredSum: bigint, n: number): number | null {
  return n < 2 ? null : Math.sqrt(Number(centredSum) / n / (n - 1));
}

function correlation(xy: bigint, xx: bigint, yy: bigint): number | null {
  if (xx === 0n || yy === 0n) return null;
  const r = Number(xy) / Math.sqrt(Number(xx)) / Math.sqrt(Number(yy));
  return Math.max(-1, Math.min(1, r));
}
