import {isSmall} from "../disclosure/primary.ts";
import {type CalibrationGroup, calibration} from "../statistics/calibration.ts";
import {isModel} from "./reference_model.ts";
import type {Reference} from "./reference_period.ts";
import type {Result} from "./result.ts";

/**
 * One row of models.csv: a case-mix model, and how well it does on people of the reference that it was not fitted on.
 */
export interface ModelRow {
  readonly measure: string;
  readonly reference_period: string;
  readonly units: number | null;
  readonly events: number | null;
  readonly parameters: number | null;
  readonly covariates: string;
  readonly c_statistic: number | null;
  readonly brier: number | null;
  readonly calibration_intercept: number | null;
  readonly calibration_slope: number | null;
  readonly status: "published" | "insufficient";
  readonly reason: string;
}

/** One row of calibration.csv: people whose expected share is alike, and how many of them had the event. */
export interface CalibrationRow {
  readonly measure: string;
  readonly reference_period: string;
  readonly tenth: number;
  readonly units: number | null;
  readonly expected: number | null;
  readonly observed: number | null;
  readonly status: "published" | "suppressed";
}

/** The row of a measure; where there is no model, with its protected figures over all time. */
export function modelRow(measure: string, {reference_period, model}: Reference, all: Result | undefined): ModelRow {
  if (!isModel(model)) {
    const {parameters, reason} = model;
    const counts = {units: all?.units ?? null, events: all?.numerator ?? null, parameters};
    return {measure, reference_period, ...counts, covariates: "", ...unknown, status: "insufficient", reason};
  }
  const {units, events, parameters, covariates, predicted} = model;
  const {c_statistic, brier_score, intercept, slope} = calibration(predicted);
  return {
    ...{measure, reference_period, units, events, parameters, covariates: covariates.join(" ")},
    ...{c_statistic, brier: brier_score, calibration_intercept: intercept.value, calibration_slope: slope.value},
    status: "published",
    reason: ""
  };
}

const unknown = {c_statistic: null, brier: null, calibration_intercept: null, calibration_slope: null};

/** The tenths of a model, from the lowest expected share to the highest; without a model, none. */
export function calibrationRows(measure: string, {reference_period, model}: Reference): CalibrationRow[] {
  if (!isModel(model)) return [];
  const {groups} = calibration(model.predicted);
  const hidden = hiddenGroups(groups);
  return groups.map((group, index) => {
    const place = {measure, reference_period, tenth: index + 1};
    if (hidden.has(group)) return {...place, units: null, expected: null, observed: null, status: "suppressed"};
    const {units, expected, observed} = group;
    return {...place, units, expected, observed, status: "published"};
  });
}

/**
 * Tenths with a small count, and more of them until what is hidden, which follows from the totals of the model, is no
 * sum of small counts only.
 */
function hiddenGroups(groups: readonly CalibrationGroup[]): ReadonlySet<CalibrationGroup> {
  const bySmallest = groups.toSorted((a, b) => Math.min(...countsOf(a)) - Math.min(...countsOf(b)));
  const small = groups.filter((group) => countsOf(group).some(isSmall));
  const others = bySmallest.filter((group) => !small.includes(group));
  const hidden = new Set(small);
  for (const group of others) if (hidden.size > 0 && !isSafe([...hidden])) hidden.add(group);
  return hidden;
}

const largestSmall = 10;

function isSafe(hidden: readonly CalibrationGroup[]): boolean {
  const counts = hidden.map(countsOf);
  const totals = [0, 1, 2].map((part) => counts.reduce((sum, count) => sum + (count[part] ?? 0), 0));
  return hidden.length > 1 && totals.every((total) => total === 0 || total > largestSmall * hidden.length);
}

function countsOf({units, observed}: CalibrationGroup): number[] {
  return [units, observed, units - observed];
}
