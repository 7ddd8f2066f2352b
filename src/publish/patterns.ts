import type {Warehouse} from "../database/warehouse.ts";
import type {Suffix} from "../measures/count.ts";
import {isOverUnits, type Measure} from "../measures/measure.ts";
import {outcomesWithMissing} from "../measures/pattern_statement.ts";
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
  readonly n: number;
  readonly measured: number;
  /** Over the measured: sum of the numerator or of the change, and of its squares. */
  readonly sum_y: number;
  readonly sum_yy: number;
  /** Over those not measured that have the earlier score of a change: how many, and the sum of these. */
  readonly n_baseline: number;
  readonly sum_baseline: number;
}

/** Those whom an outcome should speak for in a place. */
export interface Eligible {
  readonly patterns: readonly Pattern[];
  /** The sums of all patterns. */
  readonly total: PatternSums;
}

export type PatternSums = Omit<Pattern, "attendance" | "completion" | "severity">;

interface MartRow extends MartCell, Pattern {
  readonly measure: string;
}

export interface PatternOptions {
  readonly measures: readonly Measure[];
  readonly programs: readonly Program[];
  readonly as_of: string;
  readonly suffix: Suffix;
}

/** Finds whom an outcome should speak for in a place; null where nobody is there, and for measures without missing scores. */
export type PatternsOf = (measure: string, place: Group & Period) => Eligible | null;

/** Adds the patterns of every outcome up for all, programs and sites, over all time and by year; open quarters are left out. */
export async function readPatterns(warehouse: Warehouse, options: PatternOptions): Promise<PatternsOf> {
  const outcomes = new Map(
    outcomesWithMissing(options.measures.filter(isOverUnits)).map((outcome) => [outcome.id, outcome])
  );
  const spotsOf = latticeOf(options.programs, []);
  const places = new Map<string, Map<string, Pattern>>();
  // in one order whatever the storage: sums of fractions hang on it
  const rows = await warehouse.query<MartRow>(
    `select * from mart${options.suffix}.pattern
     order by measure, source, program_key, period_on, attendance, completion, severity`
  );
  for (const row of rows) {
    const outcome = outcomes.get(row.measure);
    if (outcome === undefined || isQuarterOpen(outcome, row, options.as_of)) continue;
    for (const spot of spotsOf(row)) if (hasPatterns(spot)) addTo(places, `${row.measure}|${spot.key}`, row);
  }
  return (measure, place) => {
    const outcome = outcomes.get(measure);
    const patterns = places.get(`${measure}|${spotKey(place)}`);
    return outcome === undefined || patterns === undefined ? null : eligibleOf([...patterns.values()]);
  };
}

/** Whether patterns are added up for a place. */
export function hasPatterns({breakdown, period_type}: Group & Period): boolean {
  return ["all", "program", "site"].includes(breakdown) && ["all", "year"].includes(period_type);
}

/** Whom an outcome should speak for, given who is alike. */
export function eligibleOf(patterns: readonly Pattern[]): Eligible {
  return {patterns, total: patterns.reduce<PatternSums>(plus, nothing)};
}

function addTo(places: Map<string, Map<string, Pattern>>, place: string, row: MartRow): void {
  const patterns = places.get(place) ?? new Map<string, Pattern>();
  places.set(place, patterns);
  const {attendance, completion, severity} = row;
  const key = `${attendance}|${completion}|${severity}`;
  patterns.set(key, {attendance, completion, severity, ...plus(patterns.get(key) ?? nothing, row)});
}

function plus(a: PatternSums, b: PatternSums): PatternSums {
  return {
    n: a.n + b.n,
    measured: a.measured + b.measured,
    sum_y: a.sum_y + b.sum_y,
    sum_yy: a.sum_yy + b.sum_yy,
    n_baseline: a.n_baseline + b.n_baseline,
    sum_baseline: a.sum_baseline + b.sum_baseline
  };
}

const nothing: PatternSums = {n: 0, measured: 0, sum_y: 0, sum_yy: 0, n_baseline: 0, sum_baseline: 0};
