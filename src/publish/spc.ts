import type {Measure} from "../measures/measure.ts";
import {xmrChart} from "../statistics/xmr_chart.ts";
import type {Place} from "./cells.ts";
import type {Result} from "./result.ts";

/** One row of spc.csv: a point of a control chart, in the unit of its measure. */
export interface SpcRow extends Place {
  readonly value: number;
  readonly centre: number;
  readonly lower_limit: number;
  readonly upper_limit: number;
  /** "" for common cause; else the rule and what it means, for example "shift: improvement". */
  readonly signal: string;
  readonly status: string;
}

/** Fewer points say nothing of a process. */
const fewestPoints = 8;

/**
 * Control charts (XmR, rules of Making Data Count) of the protected figures by month and by quarter, for all, program and site,
 * where at least eight are shown. A hidden or immature point is left out, not counted as zero.
 */
export function controlCharts(results: readonly Result[], measures: readonly Measure[]): SpcRow[] {
  const better = new Map(measures.map((measure) => [measure.id, measure.better]));
  const series = Map.groupBy(results.filter(isPoint), ({measure, breakdown, group, period_type}) =>
    [measure, breakdown, group, period_type].join("|")
  );
  return [...series.values()]
    .filter((points) => points.length >= fewestPoints)
    .flatMap((points) => chart(points, better.get(points[0]?.measure ?? "") ?? "neither"));
}

function isPoint({breakdown, period_type, value, status}: Result): boolean {
  const isSeries = ["all", "program", "site"].includes(breakdown) && ["month", "quarter"].includes(period_type);
  return isSeries && value !== null && (status === "published" || status === "unstable");
}

function chart(points: readonly Result[], better: Measure["better"]): SpcRow[] {
  const inOrder = [...points].sort((a, b) => (a.period < b.period ? -1 : 1));
  const {
    centre,
    lower_limit,
    upper_limit,
    points: judged
  } = xmrChart(
    inOrder.map(({value}) => value ?? 0),
    better
  );
  if (centre === null || lower_limit === null || upper_limit === null) return [];
  return inOrder.map(({measure, breakdown, group, period_type, period, status}, index) => {
    const {value = 0, signal = null} = judged[index] ?? {};
    const words = signal === null ? "" : `${signal.rule}: ${signal.meaning}`;
    return {
      measure,
      breakdown,
      group,
      period_type,
      period,
      value,
      centre,
      lower_limit,
      upper_limit,
      signal: words,
      status
    };
  });
}
