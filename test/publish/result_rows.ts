import type {Result} from "../../src/publish/result.ts";
import {wilsonInterval} from "../../src/statistics/wilson_interval.ts";

/** A published row of completion for all, over all time, with what is given in place of it. */
export function resultRow(given: Partial<Result>): Result {
  return {
    measure: "completion",
    version: "1",
    domain: "effectiveness",
    breakdown: "all",
    group: "",
    period_type: "all",
    period: "",
    units: null,
    denominator: null,
    numerator: null,
    value: null,
    lower: null,
    upper: null,
    unit: "share",
    status: "published",
    reason: "",
    as_of: "2026-03-31",
    guarded: [],
    ...given
  };
}

/** The same for a share of independent units. */
export function shareRow(numerator: number, denominator: number, given: Partial<Result> = {}): Result {
  return resultRow({units: denominator, denominator, numerator, ...wilsonInterval(numerator, denominator), ...given});
}

/** Months from January 2024 on: "2024-01" and so on. */
export function monthAt(index: number): string {
  return `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}
