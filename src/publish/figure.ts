import type {Measure} from "../measures/measure.ts";
import type {Settings} from "../settings.ts";
import type {CompetingTime} from "../statistics/aalen_johansen.ts";
import {cumulativeIncidence} from "../statistics/cumulative_incidence.ts";
import {effectSize} from "../statistics/effect_size.ts";
import {type Estimate, notEstimable} from "../statistics/estimate.ts";
import type {SurvivalTime} from "../statistics/kaplan_meier.ts";
import {kaplanMeierMedian} from "../statistics/kaplan_meier_median.ts";
import {meanChange} from "../statistics/mean_change.ts";
import {median} from "../statistics/median.ts";
import type {Moments} from "../statistics/moments.ts";
import {type RatioTotals, ratioOfTotals} from "../statistics/ratio_of_totals.ts";
import {wilsonInterval} from "../statistics/wilson_interval.ts";
import {type Counts, histogramOf} from "./cells.ts";

/** What a measure says of additive counts. */
export interface Figure extends Estimate {
  readonly units: number;
  readonly denominator: number;
  readonly numerator: number | null;
  /** Counts that are not printed, but that the figure would give away if they are small. */
  readonly guarded: readonly number[];
  /** Whether time alone keeps the figure from being estimable. */
  readonly is_too_early?: boolean;
}

/** The figure of a measure, not yet judged or protected; null limits or values are not estimable. */
export function figureOf(measure: Measure, counts: Counts, settings: Settings): Figure {
  switch (measure.kind) {
    case "proportion":
      return {...share(counts.numerator, counts.n), guarded: measure.hides_extremes ? [extremes(counts)] : []};
    case "share_within":
      return withinFigure(counts, Number(settings[measure.from]), Number(settings[measure.to]));
    case "session_ratio":
    case "unit_ratio":
      return ratioFigure(counts.moments);
    case "mean_change":
      return {...ofUnits(counts.moments.n), ...meanChange(counts.moments)};
    case "effect_size":
      return {...ofUnits(counts.moments.n), ...effectSize(counts.moments)};
    case "median":
      return {...ofUnits(totalOf(counts)), ...median(histogramOf(valuesOf(counts))), guarded: guardedPeople(counts)};
    case "median_rate":
      return {...ofUnits(totalOf(counts)), ...median(histogramOf(hoursPerWeek(counts)))};
    case "time_to_event":
      return {...ofUnits(totalOf(counts)), ...kaplanMeierMedian(survivalTimes(counts))};
    case "cumulative_incidence":
      return incidenceFigure(counts, measure.of, Number(settings[measure.by_day]));
  }
}

function ofUnits(units: number) {
  return {units, denominator: units, numerator: null, guarded: []};
}

function share(numerator: number, n: number) {
  return {units: n, denominator: n, numerator, guarded: [], ...wilsonInterval(numerator, n)};
}

/** 1, a small count, where everyone or nobody is in the numerator; 0 elsewhere. */
function extremes({n, numerator}: Counts): number {
  return numerator === 0 || numerator === n ? 1 : 0;
}

function guardedPeople({people}: Counts): number[] {
  return people === null ? [] : [people];
}

function withinFigure(counts: Counts, from: number, to: number): Figure {
  const values = valuesOf(counts);
  const within = [...values].filter(([value]) => value >= from && value <= to);
  return {...share(sum(within.map(([, n]) => n)), sum(values.values())), guarded: guardedPeople(counts)};
}

function ratioFigure(moments: Moments): Figure {
  const {n: units, sum_x: numerator, sum_y: denominator} = moments;
  const {value, lower, upper} = ratioOfTotals(ratioTotals(moments));
  return {units, denominator, numerator, value, lower, upper, guarded: []};
}

/** Moments of units whose x is the numerator and y the denominator of a ratio, as its totals. */
export function ratioTotals({n, sum_x, sum_y, sum_xx, sum_yy, sum_xy}: Moments): RatioTotals {
  return {episodes: n, sum_a: sum_x, sum_s: sum_y, sum_aa: sum_xx, sum_ss: sum_yy, sum_as: sum_xy};
}

function incidenceFigure(counts: Counts, kind: "planned" | "unplanned", day: number): Figure {
  const times = competingTimes(counts);
  const units = totalOf(counts);
  const estimate = cumulativeIncidence(times, kind, day);
  const events = sum(times.filter(({time}) => time <= day).map((time) => time.events[kind] ?? 0));
  return {
    ...ofUnits(units),
    ...estimate,
    guarded: [events, units - events],
    is_too_early: estimate === notEstimable
  };
}

function valuesOf({days}: Counts): ReadonlyMap<number, number> {
  return days.get("") ?? new Map();
}

function totalOf({days}: Counts): number {
  return sum([...days.values()].flatMap((byValue) => [...byValue.values()]));
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Hours a week of units counted by days (the event) and half minutes (the value). */
function hoursPerWeek({days}: Counts): Map<number, number> {
  const hours = new Map<number, number>();
  for (const [stay, byHalfMinutes] of days) {
    for (const [halfMinutes, n] of byHalfMinutes) {
      const value = (7 * halfMinutes) / (120 * Number(stay));
      hours.set(value, (hours.get(value) ?? 0) + n);
    }
  }
  return hours;
}

/** Events and censorings by day, in order; the event "open" is censored, every other counts. */
export function survivalTimes({days}: Counts): SurvivalTime[] {
  const times = new Map<number, {time: number; events: number; censored: number}>();
  for (const [event, byDay] of days) {
    for (const [time, n] of byDay) {
      const at = times.get(time) ?? {time, events: 0, censored: 0};
      times.set(time, event === "open" ? {...at, censored: at.censored + n} : {...at, events: at.events + n});
    }
  }
  return [...times.values()].sort((a, b) => a.time - b.time);
}

/** Planned and unplanned exits by day, in order; "open" and "death" are censored. */
export function competingTimes({days}: Counts): CompetingTime[] {
  const times = new Map<number, {time: number; events: {planned: number; unplanned: number}; censored: number}>();
  for (const [event, byDay] of days) {
    for (const [time, n] of byDay) {
      const at = times.get(time) ?? {time, events: {planned: 0, unplanned: 0}, censored: 0};
      times.set(time, at);
      if (event === "planned" || event === "unplanned") at.events[event] += n;
      else at.censored += n;
    }
  }
  return [...times.values()].sort((a, b) => a.time - b.time);
}
