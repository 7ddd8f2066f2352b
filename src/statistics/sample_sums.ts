/** What SQL adds up over n whole numbers x. Sums of disjoint groups add. */
export interface SampleSums {
  readonly n: number;
  readonly sum_x: number;
  readonly sum_xx: number;
}

/** In the unit of x; null where n is too small. */
export interface SampleSummary {
  readonly n: number;
  readonly mean: number | null;
  readonly variance: number | null;
}

/**
 * The mean (empty for n = 0) and the variance (n - 1; empty for n < 2) from their sums.
 *
 * Method: n·Σx² - (Σx)² in whole numbers, so that nothing cancels and equal values have a variance of exactly 0.
 * Source: https://www.itl.nist.gov/div898/handbook/eda/section3/eda356.htm; R: mean(x), var(x).
 *
 * @example summarizeSample({n: 2, sum_x: 30, sum_xx: 500}) // 10 and 20: mean 15, variance 50
 */
export function summarizeSample({n, sum_x, sum_xx}: SampleSums): SampleSummary {
  const centred = BigInt(n) * BigInt(sum_xx) - BigInt(sum_x) * BigInt(sum_x);
  return {n, mean: n === 0 ? null : sum_x / n, variance: n < 2 ? null : Number(centred) / n / (n - 1)};
}
