import type {CompetingTime} from "../../src/statistics/aalen_johansen.ts";
import type {ScorePair} from "../../src/statistics/bootstrap_bca.ts";
import type {Histogram} from "../../src/statistics/histogram.ts";
import type {SurvivalTime} from "../../src/statistics/kaplan_meier.ts";
import type {Moments} from "../../src/statistics/moments.ts";
import type {RatioTotals} from "../../src/statistics/ratio_of_totals.ts";
import type {SampleSums} from "../../src/statistics/sample_sums.ts";

/** What SQL would add up over pairs: x before, y after. */
export function momentsOf(x: readonly number[], y: readonly number[]): Moments {
  return {n: x.length, sum_x: sum(x), sum_y: sum(y), sum_xx: dot(x, x), sum_yy: dot(y, y), sum_xy: dot(x, y)};
}

/** What SQL would add up over one group. */
export function sampleSumsOf(x: readonly number[]): SampleSums {
  return {n: x.length, sum_x: sum(x), sum_xx: dot(x, x)};
}

export function pairsOf(x: readonly number[], y: readonly number[]): ScorePair[] {
  return x.map((first, index) => ({x: first, y: y[index] ?? Number.NaN}));
}

/** What SQL would add up over episodes: a of s. */
export function totalsOf(a: readonly number[], s: readonly number[]): RatioTotals {
  return {episodes: a.length, sum_a: sum(a), sum_s: sum(s), sum_aa: dot(a, a), sum_ss: dot(s, s), sum_as: dot(a, s)};
}

export function histogramOf(values: readonly number[]): Histogram {
  return distinct(values).map((value) => ({value, count: values.filter((other) => other === value).length}));
}

/** status 1 is the event, 0 the last sight of someone who has not had it. */
export function survivalTimesOf(time: readonly number[], status: readonly number[]): SurvivalTime[] {
  return distinct(time).map((at) => {
    const then = status.filter((_, index) => time[index] === at);
    return {time: at, events: count(then, 1), censored: count(then, 0)};
  });
}

/** status 1 is a planned exit, 2 an unplanned one, 0 the last sight of someone who has not left. */
export function competingTimesOf(time: readonly number[], status: readonly number[]): CompetingTime[] {
  return distinct(time).map((at) => {
    const then = status.filter((_, index) => time[index] === at);
    return {time: at, events: {planned: count(then, 1), unplanned: count(then, 2)}, censored: count(then, 0)};
  });
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

function count(values: readonly number[], value: number): number {
  return values.filter((other) => other === value).length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function dot(x: readonly number[], y: readonly number[]): number {
  return sum(x.map((value, index) => value * (y[index] ?? 0)));
}
