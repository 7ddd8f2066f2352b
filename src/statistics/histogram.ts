import {requireAscending} from "./ascending.ts";

/** How many units have each value, in ascending order of value. Histograms of disjoint groups add value by value. */
export type Histogram = readonly {
  readonly value: number;
  readonly count: number;
}[];

/** The number of units. Throws if the values do not ascend. */
export function histogramTotal(histogram: Histogram): number {
  requireAscending(
    histogram.map(({value}) => value),
    "histogram"
  );
  return histogram.reduce((sum, {count}) => sum + count, 0);
}

/** The rank-th smallest value, the smallest having rank 1; null where there is no such unit. */
export function valueAtRank(histogram: Histogram, rank: number): number | null {
  let reached = 0;
  const bin = histogram.find(({count}) => {
    reached += count;
    return reached >= rank;
  });
  return rank >= 1 ? (bin?.value ?? null) : null;
}
