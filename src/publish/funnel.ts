import {funnelPlot} from "../statistics/funnel_plot.ts";
import type {Result} from "./result.ts";

/** One row of funnel.csv: a program or site against the pooled share of those shown; all shares 0 to 1. */
export interface FunnelRow {
  readonly measure: string;
  readonly breakdown: string;
  readonly group: string;
  readonly period: string;
  readonly denominator: number;
  readonly value: number;
  readonly target: number;
  readonly lower_95: number | null;
  readonly upper_95: number | null;
  readonly lower_998: number | null;
  readonly upper_998: number | null;
  readonly position: string;
  readonly status: string;
}

/** Funnels over programs and over sites, for all time and by year, of the protected shares whose units are independent. */
export function funnels(results: readonly Result[]): FunnelRow[] {
  const series = Map.groupBy(results.filter(isUnit), ({measure, breakdown, period}) =>
    [measure, breakdown, period].join("|")
  );
  return [...series.values()].flatMap(funnel);
}

function isUnit({breakdown, period_type, unit, denominator, numerator, units}: Result): boolean {
  const isPlace = ["program", "site"].includes(breakdown) && ["all", "year"].includes(period_type);
  return isPlace && unit === "share" && numerator !== null && denominator !== null && units === denominator;
}

function funnel(rows: readonly Result[]): FunnelRow[] {
  const points = funnelPlot(
    rows.map(({numerator, denominator}) => ({numerator: numerator ?? 0, denominator: denominator ?? 0}))
  );
  return rows.flatMap(({measure, breakdown, group, period, status}, index) => {
    const point = points[index];
    return point === undefined ? [] : [{measure, breakdown, group, period, ...point, status}];
  });
}
