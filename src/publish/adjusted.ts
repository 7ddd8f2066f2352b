import {indirectStandardisation} from "../statistics/indirect_standardisation.ts";
import type {ExpectedIn} from "./expectations.ts";
import type {Group, Period} from "./lattice.ts";
import {isModel} from "./reference_model.ts";
import type {Reference} from "./reference_period.ts";
import type {Result, Status} from "./result.ts";

/**
 * One row of adjusted.csv: how many of a program's or site's people had the event, beside how many the model of the
 * reference expects of people like them. The ratio has 95 % limits; raw and adjusted are shares, 0 to 1.
 */
export interface AdjustedRow extends Group {
  readonly measure: string;
  readonly period: string;
  readonly units: number | null;
  readonly observed: number | null;
  readonly expected: number | null;
  readonly ratio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly raw: number | null;
  readonly adjusted: number | null;
  readonly z: number | null;
  readonly status: Status;
  readonly reason: string;
}

/** Fewer people are too unlike each other for their mix to be told from chance. */
const fewestAdjusted = 50;

/** Whether a group is adjusted in a period: programs and sites, by year and over all time. */
export function isAdjusted({breakdown, period_type}: Group & Period): boolean {
  return ["program", "site"].includes(breakdown) && ["all", "year"].includes(period_type);
}

/** The rows of one measure, in the order of its protected results. */
export function adjustedRows(results: readonly Result[], reference: Reference, expectedIn: ExpectedIn): AdjustedRow[] {
  return results.filter(isAdjusted).map((result) => adjust(result, reference, expectedIn));
}

function adjust(result: Result, {model}: Reference, expectedIn: ExpectedIn): AdjustedRow {
  const {measure, breakdown, group, period, units, numerator: observed, value: raw, status, reason} = result;
  const row = {measure, breakdown, group, period, units, observed, ...nothing, raw, status, reason};
  if (units === null || observed === null) return row;
  if (!isModel(model)) return {...row, status: "insufficient", reason: `no model: ${model.reason}`};
  if (units < fewestAdjusted) {
    return {...row, status: "insufficient", reason: `fewer than ${fewestAdjusted} people: too few to adjust`};
  }
  const tally = {observed, ...expectedIn(result)};
  const {ratio, adjusted_share, z} = indirectStandardisation(tally, model.events / model.units);
  return {
    ...row,
    expected: tally.expected,
    ratio: ratio.value,
    lower: ratio.lower,
    upper: ratio.upper,
    adjusted: adjusted_share.value,
    z
  };
}

const nothing = {expected: null, ratio: null, lower: null, upper: null, adjusted: null, z: null};
