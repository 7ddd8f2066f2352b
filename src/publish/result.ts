import {type Measure, unitOf} from "../measures/measure.ts";
import type {Settings} from "../settings.ts";
import {effectSize} from "../statistics/effect_size.ts";
import {type Estimate, notEstimable} from "../statistics/estimate.ts";
import type {SurvivalTime} from "../statistics/kaplan_meier.ts";
import {kaplanMeierMedian} from "../statistics/kaplan_meier_median.ts";
import {meanChange} from "../statistics/mean_change.ts";
import {median} from "../statistics/median.ts";
import {ratioOfTotals} from "../statistics/ratio_of_totals.ts";
import {wilsonInterval} from "../statistics/wilson_interval.ts";
import {type Cell, type Counts, histogramOf, type Place} from "./cells.ts";

export type Status = "published" | "suppressed" | "unstable" | "insufficient" | "immature";

/** One row of results.csv. Empty is null; an estimate that does not exist is empty too, never 0. */
export interface Result extends Place, Estimate {
  readonly version: string;
  readonly domain: string;
  /** Episodes (or discharges of persons) behind the row. */
  readonly units: number | null;
  readonly denominator: number | null;
  readonly numerator: number | null;
  readonly unit: string;
  readonly status: Status;
  /** Why the row is not simply published, in words; empty where it is. */
  readonly reason: string;
  readonly as_of: string;
}

interface Figure extends Estimate {
  readonly units: number;
  readonly denominator: number;
  readonly numerator: number | null;
}

type Limits = Pick<Settings, "minimum_units" | "minimum_units_effect_size">;

/** The row of a cell, not yet protected; null where nobody is counted and nobody waits for time to pass. */
export function resultOf(measure: Measure, {place, counts}: Cell, as_of: string, limits: Limits): Result | null {
  const row = {...place, version: measure.version, domain: measure.domain, unit: unitOf(measure), as_of};
  const figure = figureOf(measure, counts);
  if (!isMature(measure, counts)) return counts.n_immature > 0 ? {...row, ...empty, ...immature} : null;
  if (figure.units === 0) return null;
  return {...row, ...figure, ...judge(measure, figure, limits)};
}

const empty = {units: null, denominator: null, numerator: null, ...notEstimable};
const immature = {
  status: "immature",
  reason: "the time that this measure waits for has not passed for anyone in the period"
} as const;

/** A period is immature when it has units, or a cohort, but the time of none has come. */
function isMature(measure: Measure, counts: Counts): boolean {
  if (measure.kind === "session_ratio") return true;
  return measure.matures !== undefined || measure.quarter !== undefined ? counts.n > 0 : true;
}

function figureOf(measure: Measure, counts: Counts): Figure {
  switch (measure.kind) {
    case "proportion":
      return {
        units: counts.n,
        denominator: counts.n,
        numerator: counts.numerator,
        ...wilsonInterval(counts.numerator, counts.n)
      };
    case "session_ratio":
      return ratioFigure(counts);
    case "mean_change":
      return {...ofUnits(counts.moments.n), ...meanChange(counts.moments)};
    case "effect_size":
      return {...ofUnits(counts.moments.n), ...effectSize(counts.moments)};
    case "median": {
      const days = counts.days.get("") ?? new Map<number, number>();
      return {...ofUnits(total(days)), ...median(histogramOf(days))};
    }
    case "time_to_exit":
      return {
        ...ofUnits([...counts.days.values()].reduce((sum, days) => sum + total(days), 0)),
        ...kaplanMeierMedian(survivalTimes(counts))
      };
  }
}

function ofUnits(units: number): {units: number; denominator: number; numerator: null} {
  return {units, denominator: units, numerator: null};
}

function total(days: ReadonlyMap<number, number>): number {
  return [...days.values()].reduce((sum, n) => sum + n, 0);
}

function ratioFigure({moments}: Counts): Figure {
  const {n, sum_x, sum_y, sum_xx, sum_yy, sum_xy} = moments;
  const {value, lower, upper} = ratioOfTotals({
    episodes: n,
    sum_a: sum_x,
    sum_s: sum_y,
    sum_aa: sum_xx,
    sum_ss: sum_yy,
    sum_as: sum_xy
  });
  return {units: n, denominator: sum_y, numerator: sum_x, value, lower, upper};
}

/** Events and censorings by day, in order; exit_kind "open" is censored, every other is an event. */
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

function judge(
  measure: Measure,
  figure: Figure,
  limits: Limits
): Partial<Estimate> & Pick<Result, "status" | "reason"> {
  const {units} = figure;
  if (measure.kind === "effect_size" && units < limits.minimum_units_effect_size) {
    const reason = `no effect size for fewer than ${limits.minimum_units_effect_size} pairs`;
    return {...notEstimable, status: "insufficient", reason};
  }
  if (units < limits.minimum_units) {
    return {
      status: "unstable",
      reason: `fewer than ${limits.minimum_units} ${measure.kind === "session_ratio" ? "episodes" : "units"}: read the interval, not the figure`
    };
  }
  const reason = figure.value === null ? "not estimable from these units" : "";
  return {status: "published", reason};
}
