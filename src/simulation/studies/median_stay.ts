import type {Histogram} from "../../statistics/histogram.ts";
import {median} from "../../statistics/median.ts";
import {binomial} from "../binomial.ts";
import {drawStay, medianStay, stillIn} from "../stays.ts";
import type {IntervalStudy} from "../study.ts";

const truth = medianStay();

export const medianLengthOfStay: IntervalStudy = {
  id: "median_stay",
  figure: "median length of stay",
  interval: "order statistics",
  model:
    "Finished stays in whole days: 68 of 100 end as planned, with a median of 50 days, the others with a median of 24; skewed to the right. The exact coverage is summed up from two binomial tails.",
  unit: "days",
  truth,
  sizes: [20, 40, 150, 600],
  expected: {
    from: 0.95,
    to: 0.99,
    because: "conservative: it promises at least 95 %, and its ends are whole days that many stays share"
  },
  cohort: (random, size) => median(histogramOf(Array.from({length: size}, () => drawStay(random).day))),
  exactCoverage: exactMedian
};

function histogramOf(days: readonly number[]): Histogram {
  const counts = Map.groupBy(days, (day) => day);
  return [...counts].map(([value, units]) => ({value, count: units.length})).sort((a, b) => a.value - b.value);
}

/**
 * The interval misses the truth if its lower end, the l-th smallest, is larger (fewer than l stays are at most the
 * truth), or its upper end is smaller (more than n - l stays are).
 */
function exactMedian(size: number): number {
  const rank = lowerRankOf(size);
  const atMost = binomial(size, 1 - stillIn(truth));
  const less = binomial(size, 1 - stillIn(truth - 1));
  return 1 - sum(atMost.slice(0, rank)) - sum(less.slice(size + 1 - rank));
}

/** The rank of the lower end, as the interval itself gives it for the values 1 … n. */
function lowerRankOf(size: number): number {
  return median(Array.from({length: size}, (_, index) => ({value: index + 1, count: 1}))).lower ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
