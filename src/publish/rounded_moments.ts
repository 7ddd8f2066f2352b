import type {Moments} from "../statistics/moments.ts";
import type {SampleSums} from "../statistics/sample_sums.ts";

const nobody: Moments = {n: 0, sum_x: 0, sum_y: 0, sum_xx: 0, sum_yy: 0, sum_xy: 0};

/** The moments that a rounded number of pairs would have with the same means, spreads and correlation, in whole numbers. */
export function momentsOf(n: number, moments: Moments): Moments {
  if (n <= 0 || moments.n === 0) return nobody;
  const {sum_x, sum_y, sum_xx, sum_yy, sum_xy} = moments;
  const share = n / moments.n;
  const [x, y] = [Math.round(sum_x * share), Math.round(sum_y * share)];
  const product = (own: number, a: number, b: number, left: number, right: number) =>
    (own - (a * b) / moments.n) * share + (left * right) / n;
  return {
    n,
    sum_x: x,
    sum_y: y,
    // one more, lest a spread of nothing become less than nothing
    sum_xx: Math.ceil(product(sum_xx, sum_x, sum_x, x, x)) + 1,
    sum_yy: Math.ceil(product(sum_yy, sum_y, sum_y, y, y)) + 1,
    sum_xy: Math.round(product(sum_xy, sum_x, sum_y, x, y))
  };
}

/** The same of units with a numerator (x) and a denominator (y) each, whose rounded totals are known. */
export function ratioMomentsOf(n: number, numerator: number, denominator: number, moments: Moments): Moments {
  if (n <= 0 || moments.n === 0) return nobody;
  const share = n / moments.n;
  return {
    n,
    sum_x: numerator,
    sum_y: denominator,
    // two more, lest residuals of nothing become less than nothing
    sum_xx: Math.round(moments.sum_xx * share) + 2,
    sum_yy: Math.round(moments.sum_yy * share),
    sum_xy: Math.round(moments.sum_xy * share)
  };
}

/** The sums that a rounded number of people would have with the same mean and spread. */
export function sampleOf(n: number, {n: own, sum_x, sum_xx}: SampleSums): SampleSums {
  const moments = momentsOf(n, {...nobody, n: own, sum_x, sum_xx});
  return {n: moments.n, sum_x: moments.sum_x, sum_xx: moments.sum_xx};
}
