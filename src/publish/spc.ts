import type {Measure} from "../measures/measure.ts";
import type {Annotation} from "../settings.ts";
import type {Tally} from "../statistics/tally.ts";
import {xmrChart} from "../statistics/xmr_chart.ts";
import type {XmrFinding} from "../statistics/xmr_signals.ts";
import type {Place} from "./cells.ts";
import {cutsOf, type Segment, segmentsOf} from "./chart_segments.ts";
import type {Result} from "./result.ts";
import {noShareLimits, type ShareLimits, shareLimits} from "./share_limits.ts";

/** One row of spc.csv: a point of a control chart, in the unit of its measure. */
export interface SpcRow extends Place, ShareLimits {
  readonly value: number;
  readonly centre: number;
  readonly lower_limit: number;
  readonly upper_limit: number;
  /** "" for common cause; else the rule and what it means, for example "shift: improvement". */
  readonly signal: string;
  readonly status: string;
  readonly limits: "frozen" | "trial";
  /** What happened, on the first point that is judged by limits of its own since. */
  readonly event: string;
  /** Not printed: what the signal is, and how many points the chart has. */
  readonly finding: XmrFinding | null;
  readonly points: number;
}

/**
 * Control charts (XmR, rules of Making Data Count) of the protected figures by month and by quarter, for all, program
 * and site, where at least eight are shown. Limits rest on the first twelve points, and are counted anew only from an
 * annotated event. A hidden or immature point is left out, not counted as zero.
 */
export function controlCharts(
  results: readonly Result[],
  measures: readonly Measure[],
  annotations: readonly Annotation[]
): SpcRow[] {
  const better = new Map(measures.map((measure) => [measure.id, measure.better]));
  const series = Map.groupBy(results.filter(isPoint), ({measure, breakdown, group, period_type}) =>
    [measure, breakdown, group, period_type].join("|")
  );
  return [...series.values()].flatMap((points) =>
    charts(points, better.get(points[0]?.measure ?? "") ?? "neither", annotations)
  );
}

function isPoint({breakdown, period_type, value, status}: Result): boolean {
  const isSeries = ["all", "program", "site"].includes(breakdown) && ["month", "quarter"].includes(period_type);
  return isSeries && value !== null && (status === "published" || status === "unstable");
}

/** One series, a chart for each of its segments. */
function charts(points: readonly Result[], better: Measure["better"], annotations: readonly Annotation[]): SpcRow[] {
  const inOrder = [...points].sort((a, b) => (a.period < b.period ? -1 : 1));
  const [first] = inOrder;
  if (first === undefined) return [];
  const periods = inOrder.map(({period}) => period);
  const segments = segmentsOf(periods, cutsOf(periods, first, annotations));
  return segments.flatMap((segment) => chart(inOrder.slice(segment.from, segment.to), segment, better));
}

function chart(points: readonly Result[], {baseline, event}: Segment, better: Measure["better"]): SpcRow[] {
  const values = points.map(({value}) => value ?? 0);
  const {centre, lower_limit, upper_limit, trial, points: judged} = xmrChart(values, better, baseline);
  if (centre === null || lower_limit === null || upper_limit === null) return [];
  const ofShares = limitsOfShares(points, baseline);
  return points.map(({measure, breakdown, group, period_type, period, status}, index) => {
    const {value = 0, signal = null} = judged[index] ?? {};
    return {
      ...{measure, breakdown, group, period_type, period, value, centre, lower_limit, upper_limit},
      signal: signal === null ? "" : `${signal.rule}: ${signal.meaning}`,
      status,
      limits: trial ? "trial" : "frozen",
      ...(ofShares[index] ?? noShareLimits),
      event: index === 0 ? event : "",
      finding: signal,
      points: points.length
    };
  });
}

/** Sessions and weeks of one episode go together: their ratio is no share of independent units. */
function limitsOfShares(points: readonly Result[], baseline: number): ShareLimits[] {
  const isClustered = points.some(({units, denominator}) => units !== denominator);
  const tallies = points.flatMap(({unit, numerator, denominator}): Tally[] =>
    unit === "share" && numerator !== null && denominator !== null ? [{numerator, denominator}] : []
  );
  return tallies.length === points.length ? shareLimits(tallies, baseline, isClustered) : [];
}
