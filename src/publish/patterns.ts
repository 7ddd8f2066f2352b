import type {Warehouse} from "../database/warehouse.ts";
import type {Suffix} from "../measures/count.ts";
import type {Measure} from "../measures/measure.ts";
import {type Group, latticeOf, type MartCell, type Period, spotKey} from "./lattice.ts";
import type {Program} from "./programs.ts";
import {isQuarterOpen} from "./roll_up.ts";

/** Units that are alike in what decides who is measured. */
export interface Pattern {
  readonly attendance: string;
  readonly completion: string;
  /** Severity bands of the baseline, "0" where there is none; several joined by /. */
  readonly severity: string;
  /** Units that the measure should speak for, and those of them that were measured. */
  n: number;
  measured: number;
  /** Over the measured: sum of the numerator or of the change, and of its squares. */
  sum_y: number;
  sum_yy: number;
  /** Over those not measured that have the earlier score of a change: how many, and the sum of these. */
  n_baseline: number;
  sum_baseline: number;
}

interface MartRow extends MartCell, Pattern {
  readonly measure: string;
}

export interface PatternOptions {
  readonly measures: readonly Measure[];
  readonly programs: readonly Program[];
  readonly as_of: string;
  readonly suffix: Suffix;
}

/** Finds the patterns of a measure in a place; none where nobody is there. */
export type PatternsOf = (measure: string, place: Group & Period) => readonly Pattern[];

/** Adds the patterns of every outcome up for all, programs and sites, over all time and by year; open quarters are left out. */
export async function readPatterns(
  warehouse: Warehouse,
  {measures, programs, as_of, suffix}: PatternOptions
): Promise<PatternsOf> {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const spotsOf = latticeOf(programs, []);
  const places = new Map<string, Map<string, Pattern>>();
  for (const row of await warehouse.query<MartRow>(`select * from mart${suffix}.pattern`)) {
    const measure = byId.get(row.measure);
    if (measure === undefined || isQuarterOpen(measure, row, as_of)) continue;
    for (const spot of spotsOf(row)) if (hasPatterns(spot)) addTo(places, `${row.measure}|${spot.key}`, row);
  }
  return (measure, place) => [...(places.get(`${measure}|${spotKey(place)}`)?.values() ?? [])];
}

/** Whether patterns are added up for a place. */
export function hasPatterns({breakdown, period_type}: Group & Period): boolean {
  return ["all", "program", "site"].includes(breakdown) && ["all", "year"].includes(period_type);
}

function addTo(places: Map<string, Map<string, Pattern>>, place: string, row: MartRow): void {
  const patterns = places.get(place) ?? new Map<string, Pattern>();
  places.set(place, patterns);
  const {attendance, completion, severity} = row;
  const key = `${attendance}|${completion}|${severity}`;
  const pattern = patterns.get(key) ?? {attendance, completion, severity, ...nothing};
  pattern.n += row.n;
  pattern.measured += row.measured;
  pattern.sum_y += row.sum_y;
  pattern.sum_yy += row.sum_yy;
  pattern.n_baseline += row.n_baseline;
  pattern.sum_baseline += row.sum_baseline;
  patterns.set(key, pattern);
}

const nothing = {n: 0, measured: 0, sum_y: 0, sum_yy: 0, n_baseline: 0, sum_baseline: 0};
