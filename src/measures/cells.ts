import {type Dimension, isEpisodeBreakdown} from "./dimensions.ts";
import {type Grain, type Relations, rowsOf} from "./grain.ts";
import type {UnitMeasure} from "./measure.ts";

/** SQL for conditions that must all hold: "e.is_treated and not e.is_death". */
export function allHold(conditions: readonly string[]): string {
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
export function finestPeriod(dimension: Dimension, measure: UnitMeasure): "month" | "quarter" {
  return dimension === "all" && measure.quarter === undefined ? "month" : "quarter";
}

/** What one scan counts: rows of one grain, put into periods by one date. */
export interface Scan<M extends UnitMeasure = UnitMeasure> {
  readonly grain: Grain;
  readonly by: string;
  readonly period: "month" | "quarter" | "year";
  readonly measures: M[];
}

/** Measures that one scan can count together: those with the same grain, date and finest period. */
export function scansOf<M extends UnitMeasure>(measures: readonly M[], dimension: Dimension): Scan<M>[] {
  const scans = new Map<string, Scan<M>>();
  for (const measure of measures) {
    const period = finestPeriod(dimension, measure);
    const key = `${measure.grain} ${measure.period_by} ${period}`;
    const scan = scans.get(key);
    if (scan === undefined) scans.set(key, {grain: measure.grain, by: measure.period_by, period, measures: [measure]});
    else scan.measures.push(measure);
  }
  return [...scans.values()];
}

/** What a scan counts in each cell. */
interface Counted {
  readonly columns: readonly string[];
  readonly where?: string;
  /** Extra columns that split the cells further. */
  readonly split?: readonly string[];
  /** Whether episodes without a score of an instrument are rows too. */
  readonly everyone?: boolean;
}

/** A select with one row per instrument (where scores are counted), group, program and period of the dimension. */
export function scanOf(
  {grain, by, period}: Pick<Scan, "grain" | "by" | "period">,
  dimension: Dimension,
  from: Relations,
  {columns, where = "true", split = [], everyone = false}: Counted
): string {
  const month = `date_trunc('${period}', e.${by})`;
  const instrument = grain === "score" ? "e.instrument" : "''::text";
  return `
    select ${instrument} as instrument, ${groupKey(dimension)} as group_key, e.source, e.program_key, ${month}::date as period_on, ${columns.join(", ")}
    from ${rowsOf(grain, from, everyone)} as e
    where e.${by} is not null and ${where}
    group by ${[instrument, groupKey(dimension), "e.source", "e.program_key", month, ...split].join(", ")}`;
}

/** Something to be counted in every cell: for a measure, of an instrument ("" for all grains but scores). */
export interface Counter {
  /** Name that the count is joined to: a measure, or a measure and a step. */
  readonly name: string;
  readonly instrument: string;
  /** SQL of each count, by its column. */
  readonly counts: Readonly<Record<string, string>>;
}

/**
 * The counts of a scan as arrays, and the rows to join them with: measures of several instruments that count alike share a
 * place, so that what all instruments have in common is written, planned and counted once.
 */
export function arraysOf(counters: readonly Counter[]): {columns: string[]; places: string} {
  const distinct = new Map<string, Counter>();
  for (const counter of counters) {
    const key = JSON.stringify(counter.counts);
    if (!distinct.has(key)) distinct.set(key, counter);
  }
  const keys = [...distinct.keys()];
  const names = Object.keys(counters[0]?.counts ?? {});
  const columns = names.map(
    (name) => `array[${[...distinct.values()].map(({counts}) => counts[name]).join(", ")}] as ${name}`
  );
  const rows = counters.map(
    ({name, instrument, counts}) => `('${name}', '${instrument}', ${keys.indexOf(JSON.stringify(counts)) + 1})`
  );
  return {columns, places: `(values ${rows.join(", ")}) as m (name, instrument, place) using (instrument)`};
}
