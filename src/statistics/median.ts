import type {Estimate} from "./estimate.ts";
import {type Histogram, histogramTotal, valueAtRank} from "./histogram.ts";
import {quantileType7} from "./quantile_type7.ts";

/**
 * The median with its 95 % order-statistic interval, in the unit of the values. No limits for fewer than 6 units.
 *
 * Method: type 7 median; the limits are the l-th smallest and the l-th largest value, l the largest rank with
 * P(Bin(n, 1/2) <= l - 1) <= 0.025. The interval holds at least 95 % whatever the distribution.
 * Source: https://www.statsdirect.com/help/nonparametric_methods/qci.htm; R: l = qbinom(0.025, n, 0.5), 0 standing for none.
 *
 * @example lengths of stay 7, 14, 21, 28, 28, 35, 42, 42, 49, 56 // 31.5, 14 to 49
 */
export function median(histogram: Histogram): Estimate {
  const n = histogramTotal(histogram);
  const rank = lowerRank(n);
  return {
    value: quantileType7(histogram, 0.5),
    lower: valueAtRank(histogram, rank),
    upper: rank === 0 ? null : valueAtRank(histogram, n + 1 - rank)
  };
}

/** l of the interval, 0 where there is none. */
function lowerRank(n: number): number {
  const {smallest, weights, total} = lowerHalf(n);
  let cumulated = 0;
  const beyond = weights.findIndex((weight) => {
    cumulated += weight;
    return cumulated > 0.025 * total;
  });
  return smallest + beyond;
}

/**
 * The lower half of Bin(n, 1/2): the weights of `smallest`, smallest + 1, … up to the centre, in units of the
 * centre's probability, and the total of both halves. Going out from the centre needs no factorial and cannot overflow;
 * it stops where the rest could no longer change a sum.
 */
function lowerHalf(n: number): {
  smallest: number;
  weights: number[];
  total: number;
} {
  let smallest = Math.floor(n / 2);
  const weights = [1];
  for (let weight = 1; smallest > 0 && weight > 1e-25; smallest -= 1) {
    weight *= smallest / (n - smallest + 1);
    weights.push(weight);
  }
  const half = weights.reduceRight((sum, weight) => sum + weight, 0);
  return {smallest, weights: weights.reverse(), total: n % 2 === 0 ? 2 * half - 1 : 2 * half};
}
