import {episodeBreakdowns, programBreakdowns} from "../measures/dimensions.ts";
import type {Measure} from "../measures/measure.ts";
import {periodTypes} from "./periods.ts";
import type {Result} from "./result.ts";

/** Results in the order of the file: measure, breakdown, length of period, group, period. */
export function inOrder(
  results: readonly Result[],
  measures: readonly Measure[],
  crossed: readonly string[]
): Result[] {
  const measureRank = rankOf(measures.map(({id}) => id));
  const breakdownRank = rankOf(["all", ...programBreakdowns, ...episodeBreakdowns, ...crossed]);
  const periodRank = rankOf(periodTypes);
  return [...results].sort(
    (a, b) =>
      measureRank(a.measure) - measureRank(b.measure) ||
      breakdownRank(a.breakdown) - breakdownRank(b.breakdown) ||
      periodRank(a.period_type) - periodRank(b.period_type) ||
      compare(a.group, b.group) ||
      compare(a.period, b.period)
  );
}

function rankOf(names: readonly string[]): (name: string) => number {
  const ranks = new Map(names.map((name, rank) => [name, rank]));
  return (name) => ranks.get(name) ?? names.length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
