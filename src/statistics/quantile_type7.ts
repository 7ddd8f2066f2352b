import {type Histogram, histogramTotal, valueAtRank} from "./histogram.ts";

/**
 * The quantile of a probability from 0 to 1, in the unit of the values; null for an empty histogram.
 *
 * Method: type 7 of Hyndman and Fan (linear between the order statistics at rank 1 + (n - 1)p), the default of R
 * and the rule of percentile_cont in Postgres. simple-statistics' quantile is another type.
 * Source: https://stat.ethz.ch/R-manual/R-patched/library/stats/html/quantile.html
 *
 * @example quantileType7([{value: 1, count: 1}, {value: 2, count: 2}, {value: 10, count: 1}], 0.75) // 4
 */
export function quantileType7(histogram: Histogram, probability: number): number | null {
  const position = 1 + (histogramTotal(histogram) - 1) * probability;
  const rank = Math.floor(position);
  const below = valueAtRank(histogram, rank);
  const above = valueAtRank(histogram, Math.ceil(position));
  if (below === null || above === null) return null;
  return below + (position - rank) * (above - below);
}
