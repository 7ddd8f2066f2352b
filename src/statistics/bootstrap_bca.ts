import type {Histogram} from "./histogram.ts";
import type {Moments} from "./moments.ts";
import {normalCdf} from "./normal_cdf.ts";
import {normalQuantile, z95} from "./normal_quantile.ts";
import {quantileType7} from "./quantile_type7.ts";
import type {Random} from "./random.ts";

/** x the baseline score, y the later one, whole numbers. */
export interface ScorePair {
  readonly x: number;
  readonly y: number;
}

export type PairStatistic = (moments: Moments) => number | null;

/** `resamples`: how many of those drawn had a value. */
export interface BootstrapLimits {
  readonly value: number | null;
  readonly percentile: Limits;
  readonly bca: Limits;
  readonly resamples: number;
}

export interface Limits {
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * A statistic of pairs of scores, with 95 % limits from drawing as many pairs with replacement, `resamples` times. The
 * same stream of random numbers gives the same limits. Resamples in which the statistic does not exist are left out; no
 * limits where they are more than one in a hundred. No BCa limits where all resamples lie on one side of the value.
 *
 * Method: percentile, and bias-corrected and accelerated (BCa) with the acceleration of the jackknife; quantiles of
 * type 7. For fewer than 50 pairs or scores that pile up at 0, take 5000 resamples or more, beside other limits.
 * Source: Efron 1987, https://doi.org/10.1080/01621459.1987.10478410; R: boot.ci(…, type = c("perc", "bca")), which
 * interpolates otherwise.
 *
 * @example for the uncorrected effect size of the 12 pairs of the measure specification, section 2.3, 10000 resamples:
 * // 1.162, percentile 0.67 to 2.25, BCa 0.58 to 1.96
 */
export function bootstrapBca(
  pairs: readonly ScorePair[],
  statistic: PairStatistic,
  {resamples, random}: {readonly resamples: number; readonly random: Random}
): BootstrapLimits {
  const value = statistic(sumsOf(pairs));
  if (value === null) return {value, percentile: noLimits, bca: noLimits, resamples: 0};
  const drawn = drawStatistics(pairs, statistic, resamples, random);
  if (drawn.length < 0.99 * resamples) return {value, percentile: noLimits, bca: noLimits, resamples: drawn.length};
  const histogram = histogramOf(drawn);
  const atNormal = (z: number | null) => (z === null ? null : quantileType7(histogram, normalCdf(z)));
  const bias = normalQuantile(drawn.filter((other) => other < value).length / drawn.length);
  const acceleration = accelerationOf(pairs, statistic);
  return {
    value,
    percentile: {lower: atNormal(-z95), upper: atNormal(z95)},
    bca: {lower: atNormal(shifted(-z95, bias, acceleration)), upper: atNormal(shifted(z95, bias, acceleration))},
    resamples: drawn.length
  };
}

const noLimits: Limits = Object.freeze({lower: null, upper: null});

function sumsOf(pairs: readonly ScorePair[]): Moments {
  const sum = (of: (pair: ScorePair) => number) => pairs.reduce((total, pair) => total + of(pair), 0);
  return {
    n: pairs.length,
    sum_x: sum(({x}) => x),
    sum_y: sum(({y}) => y),
    sum_xx: sum(({x}) => x * x),
    sum_yy: sum(({y}) => y * y),
    sum_xy: sum(({x, y}) => x * y)
  };
}

function drawStatistics(
  pairs: readonly ScorePair[],
  statistic: PairStatistic,
  times: number,
  random: Random
): number[] {
  return Array.from({length: times}, () => statistic(sumsOf(pairs.map(() => random.pick(pairs)))))
    .filter((drawn) => drawn !== null)
    .sort((a, b) => a - b);
}

function histogramOf(ascending: readonly number[]): Histogram {
  const counts = new Map<number, number>();
  for (const value of ascending) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({value, count}));
}

/** The skewness of the influence of each pair over 6, from leaving it out; null where no pair has any. */
function accelerationOf(pairs: readonly ScorePair[], statistic: PairStatistic): number | null {
  const without = pairs.map((_, index) => statistic(sumsOf(pairs.toSpliced(index, 1))));
  const existing = without.filter((value) => value !== null);
  if (existing.length < without.length) return null;
  const mean = existing.reduce((total, value) => total + value, 0) / existing.length;
  const power = (exponent: number) => existing.reduce((total, value) => total + (mean - value) ** exponent, 0);
  return power(2) === 0 ? null : power(3) / (6 * power(2) ** 1.5);
}

function shifted(z: number, bias: number | null, acceleration: number | null): number | null {
  if (bias === null || acceleration === null) return null;
  const stretch = 1 - acceleration * (bias + z);
  return stretch > 0 ? bias + (bias + z) / stretch : null;
}
