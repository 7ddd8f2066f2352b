import {unitWords} from "../measures/grain.ts";
import {isOverUnits, type Measure, unitOf} from "../measures/measure.ts";
import type {Settings} from "../settings.ts";
import {type Estimate, notEstimable} from "../statistics/estimate.ts";
import type {Cell, Counts, Place} from "./cells.ts";
import {type Figure, figureOf} from "./figure.ts";

export type Status = "published" | "suppressed" | "unstable" | "insufficient" | "immature";

/** One row of results.csv. Empty is null; an estimate that does not exist is empty too, never 0. */
export interface Result extends Place, Estimate {
  readonly version: string;
  readonly domain: string;
  /** Episodes (or referrals, persons' discharges, meetings) behind the row. */
  readonly units: number | null;
  readonly denominator: number | null;
  readonly numerator: number | null;
  readonly unit: string;
  readonly status: Status;
  /** Why the row is not simply published, in words; empty where it is. */
  readonly reason: string;
  readonly as_of: string;
  /** Counts that are not printed, but that the row would give away if they are small. */
  readonly guarded: readonly number[];
}

/** The row of a cell, not yet protected; null where nobody is counted and nobody waits for time to pass. */
export function resultOf(measure: Measure, {place, counts}: Cell, as_of: string, settings: Settings): Result | null {
  const row = {...place, version: measure.version, domain: measure.domain, unit: unitOf(measure), as_of};
  if (!isMature(measure, counts)) return counts.n_immature > 0 ? {...row, ...empty, ...immature} : null;
  const {is_too_early, ...figure} = figureOf(measure, counts, settings);
  if (figure.units === 0) return null;
  if (is_too_early) return {...row, ...empty, ...immature, guarded: figure.guarded};
  return {...row, ...figure, ...judge(measure, figure, settings)};
}

const empty = {units: null, denominator: null, numerator: null, guarded: [], ...notEstimable};
const immature = {
  status: "immature",
  reason: "the time that this measure waits for has not passed for anyone in the period"
} as const;

/** A period is immature when it has units, or a cohort, but the time of none has come. */
function isMature(measure: Measure, counts: Counts): boolean {
  if (!isOverUnits(measure)) return true;
  if (measure.quarter !== undefined) return counts.n_cohort > 0;
  return measure.matures === undefined || counts.n > 0;
}

/** Whether there are enough units for a figure. */
export function judge(
  measure: Measure,
  figure: Pick<Figure, "units" | "value">,
  limits: Settings
): Partial<Estimate> & Pick<Result, "status" | "reason"> {
  const {units} = figure;
  if (measure.kind === "effect_size" && units < limits.minimum_units_effect_size) {
    const reason = `no effect size for fewer than ${limits.minimum_units_effect_size} pairs`;
    return {...notEstimable, status: "insufficient", reason};
  }
  if (units < limits.minimum_units) {
    return {
      status: "unstable",
      reason: `fewer than ${limits.minimum_units} ${severalOf(measure)}: read the interval, not the figure`
    };
  }
  const reason = figure.value === null ? "not estimable from these units" : "";
  return {status: "published", reason};
}

function severalOf(measure: Measure): string {
  return isOverUnits(measure) ? unitWords[measure.grain][1] : "episodes";
}
