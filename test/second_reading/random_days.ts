import fc from "fast-check";
import {addDays} from "./days.ts";
import type {EpisodeRow} from "./rows.ts";

/** Where a date hangs: so many days from admission, or from discharge where there is one. */
export interface DayPlan {
  base: "admitted" | "discharged";
  days: number;
}

/** Beginnings of keys whose order by code points, by UTF-16 and by a dictionary differ. */
export const keyPrefix = fc.constantFrom("a", "B", "b", "é", "～", "\u{1D4B3}", "1", "_");

export function mostly<T>(weight: number, usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({weight, arbitrary: fc.constant(usual)}, {weight: 1, arbitrary: other});
}

export function daysFrom(base: DayPlan["base"], ...days: number[]): fc.Arbitrary<DayPlan> {
  return fc.constantFrom(...days).map((day) => ({base, days: day}));
}

/** The date of a plan, but no later than `last`; an open episode's dates all hang on its admission. */
export function plannedDay(plan: DayPlan, episode: EpisodeRow, last: string): string {
  const base =
    plan.base === "discharged" && episode.discharged_on !== null ? episode.discharged_on : episode.admitted_on;
  return earlier(addDays(base, plan.days), last);
}

export function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
