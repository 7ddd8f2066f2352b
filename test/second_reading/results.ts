import {attendanceMeasures} from "./attendance_measures.ts";
import {courseMeasures} from "./course_measures.ts";
import {exitMeasures} from "./exit_measures.ts";
import {followupMeasures} from "./followup_measures.ts";
import {type Breakdown, breakdowns} from "./groups.ts";
import type {Measure, Unit} from "./measure.ts";
import {compareKeys} from "./order.ts";
import {type PeriodType, periodOf} from "./periods.ts";
import type {Reading, Statement} from "./rows.ts";
import {scoreMeasures} from "./score_measures.ts";
import type {TimeInProgram} from "./stay.ts";
import {type EpisodeFacts, episodeFacts} from "./units.ts";

/** The additive facts of one row of results; an immature row has units 0, denominator 0, numerator null and no lists. */
export interface ResultCounts {
  measure: string;
  breakdown: Breakdown;
  group: string;
  period_type: PeriodType;
  period: string;
  /** Episodes behind the row. */
  units: number;
  denominator: number;
  numerator: number | null;
  /** [baseline, later], sorted. */
  pairs?: [number, number][];
  /** Days, sorted. */
  values?: number[];
  /** Days and kind of exit, sorted by time, then event. */
  times?: TimeInProgram[];
  /** Numerator and denominator of each episode, sorted by s, then a. */
  ratio?: {a: number; s: number}[];
  immature: boolean;
}

/** Measures of the second reading, in the order of their results. */
export const measures: Measure[] = [
  ...exitMeasures,
  ...attendanceMeasures,
  ...scoreMeasures("phq9"),
  ...scoreMeasures("gad7"),
  ...courseMeasures,
  ...followupMeasures
];

/** Every row of results, in the order measure, breakdown, period type, group, period. */
export function secondReading(statement: Statement, reading: Reading): ResultCounts[] {
  const facts = episodeFacts(statement, reading);
  const results: ResultCounts[] = [];
  for (const measure of measures) {
    const units = measure.units(facts, reading.as_of);
    for (const breakdown of breakdowns) {
      for (const type of lattice(measure, breakdown)) results.push(...rowsOf(measure, units, breakdown, type));
    }
  }
  return results;
}

/** Which periods a breakdown has. */
function lattice(measure: Measure, breakdown: Breakdown): PeriodType[] {
  if (breakdown === "program+payer") return ["year", "all"];
  const fine = breakdown === "all" || breakdown === "program" || breakdown === "site";
  return fine && measure.months ? ["month", "quarter", "year", "all"] : ["quarter", "year", "all"];
}

function rowsOf(measure: Measure, units: Unit[], breakdown: Breakdown, period_type: PeriodType): ResultCounts[] {
  const cells = new Map<string, {group: string; period: string; units: Unit[]}>();
  for (const unit of units) {
    const group = unit.facts.groups[breakdown];
    const period = periodOf(unit.on, period_type);
    const key = JSON.stringify([group, period]);
    const cell = cells.get(key) ?? {group, period, units: []};
    cell.units.push(unit);
    cells.set(key, cell);
  }
  const rows: ResultCounts[] = [];
  const inOrder = [...cells.values()].sort((x, y) => compareKeys(x.group, y.group) || compareKeys(x.period, y.period));
  for (const {group, period, units} of inOrder) {
    const place = {
      measure: measure.id,
      breakdown,
      group,
      period_type,
      period
    };
    if (!units.some((u) => u.matured)) {
      rows.push({
        ...place,
        units: 0,
        denominator: 0,
        numerator: null,
        immature: true
      }); // 17.6, 17.32
      continue;
    }
    const counted = units.filter((u) => u.matured && u.counts);
    if (counted.length >= 1) rows.push({...place, ...tally(measure, counted), immature: false}); // 17.22
  }
  return rows;
}

type Tally = Omit<ResultCounts, "measure" | "breakdown" | "group" | "period_type" | "period" | "immature">;

/** 17.20, 17.22: numerator is empty unless the value is a proportion or a ratio of totals. */
function tally(measure: Measure, units: Unit[]): Tally {
  const n = units.length;
  const met = units.filter((u) => u.met).length;
  if (measure.kind === "proportion") return {units: n, denominator: n, numerator: met};
  if (measure.kind === "ratio") {
    const ratio = perEpisode(units);
    return {units: ratio.length, denominator: n, numerator: met, ratio};
  }
  const counts = {units: n, denominator: n, numerator: null};
  if (measure.kind === "pairs") return {...counts, pairs: pairsOf(units)};
  if (measure.kind === "values") return {...counts, values: valuesOf(units)};
  return {...counts, times: timesOf(units)};
}

/** 16.3: an episode's sessions of the period. */
function perEpisode(sessions: Unit[]): {a: number; s: number}[] {
  const episodes = new Map<EpisodeFacts, {a: number; s: number}>();
  for (const session of sessions) {
    const totals = episodes.get(session.facts) ?? {a: 0, s: 0};
    episodes.set(session.facts, {
      a: totals.a + (session.met ? 1 : 0),
      s: totals.s + 1
    });
  }
  return [...episodes.values()].sort((x, y) => x.s - y.s || x.a - y.a);
}

function pairsOf(units: Unit[]): [number, number][] {
  return units.flatMap((u) => (u.pair === null ? [] : [u.pair])).sort((x, y) => x[0] - y[0] || x[1] - y[1]);
}

function valuesOf(units: Unit[]): number[] {
  return units.flatMap((u) => u.facts.los_days ?? []).sort((x, y) => x - y);
}

function timesOf(units: Unit[]): TimeInProgram[] {
  return units
    .flatMap((u) => u.facts.time_in_program ?? [])
    .sort((x, y) => x.time - y.time || compareKeys(x.event, y.event));
}
