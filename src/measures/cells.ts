import {type Dimension, isEpisodeBreakdown} from "./dimensions.ts";
import type {Condition, EpisodeDate, EpisodeMeasure} from "./measure.ts";

/** The tables that are counted: those of everyone, or rows set aside of some. */
export interface Relations {
  /** With the columns of warehouse.episode_outcome. */
  readonly episodes: string;
  /** With the columns of warehouse.session_period. */
  readonly session_periods: string;
  /** warehouse.assessment: joined to episodes. */
  readonly assessments: string;
}

/** SQL for conditions that must all hold: "e.is_treated and not e.is_death". */
export function allHold(conditions: readonly Condition[]): string {
  if (conditions.length === 0) return "true";
  return conditions
    .map((condition) => (condition.startsWith("not ") ? `not e.${condition.slice(4)}` : `e.${condition}`))
    .join(" and ");
}

/** SQL for the group key of a dimension; a + inside a key of a joined one is written %2B. */
export function groupKey(dimension: Dimension): string {
  if (dimension === "all") return "''::text";
  const columns = dimension.split("+");
  if (!columns.every(isEpisodeBreakdown)) throw new Error(`${dimension} is no dimension of episodes`);
  if (columns.length === 1) return `e.${dimension}`;
  return columns.map((column) => `replace(e.${column}, '+', '%2B')`).join(" || '+' || ");
}

/** The finest period that is published for a dimension and adds up for the measure. */
export function finestPeriod(dimension: Dimension, measure: EpisodeMeasure): "month" | "quarter" {
  return dimension === "all" && measure.quarter === undefined ? "month" : "quarter";
}

/** Measures that one scan can count together: those with the same date and the same finest period. */
export function scansOf<M extends EpisodeMeasure>(measures: readonly M[], dimension: Dimension): Scan<M>[] {
  const scans = new Map<string, Scan<M>>();
  for (const measure of measures) {
    const period = finestPeriod(dimension, measure);
    const key = `${measure.period_by} ${period}`;
    const scan = scans.get(key);
    if (scan === undefined) scans.set(key, {by: measure.period_by, period, measures: [measure]});
    else scan.measures.push(measure);
  }
  return [...scans.values()];
}

export interface Scan<M extends EpisodeMeasure> {
  readonly by: EpisodeDate;
  readonly period: "month" | "quarter";
  readonly measures: M[];
}

/** What a scan counts in each cell; extra columns split the cells further. */
interface Counted {
  readonly columns: readonly string[];
  readonly where?: string;
  readonly split?: readonly string[];
}

/** A select with one row per group, program and period of the dimension, with the counted columns. */
export function scanOf(
  {by, period}: Pick<Scan<EpisodeMeasure>, "by" | "period">,
  dimension: Dimension,
  from: Relations,
  {columns, where = "true", split = []}: Counted
): string {
  const month = `date_trunc('${period}', e.${by})`;
  return `
    select ${groupKey(dimension)} as group_key, e.source, e.program_key, ${month}::date as period_on, ${columns.join(", ")}
    from ${from.episodes} as e
    where e.${by} is not null and ${where}
    group by ${[groupKey(dimension), "e.source", "e.program_key", month, ...split].join(", ")}`;
}

/** Names as rows to join with, each with its place in the arrays of a scan: (values ('completion', 1), …) as m (measure, place). */
export function places(ids: readonly string[]): string {
  return `(values ${ids.map((id, index) => `('${id}', ${index + 1})`).join(", ")}) as m (measure, place)`;
}
