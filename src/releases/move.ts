import type {Place} from "./place.ts";
import type {FigureRow, Status} from "./published_release.ts";

/** A figure as one of the two releases tells it. */
export interface Told {
  /** Null where it is not told; the status says why. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly units: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unit: string;
  readonly status: Status;
  readonly reason: string;
  readonly as_of: string;
  /** It stands as an earlier release told it, as of the date in as_of. */
  readonly is_held: boolean;
}

/** Why two figures are not subtracted. */
export type Apart = "new" | "gone" | "not_told_before" | "not_told_now" | "not_told" | "definition" | "unit";

/** The same place in two releases. A difference is one published number less another, and nothing more. */
export interface Move extends Place {
  readonly label: string;
  readonly unit: string;
  readonly before: Told | null;
  readonly after: Told | null;
  /** After less before, in the unit; null where `apart` says why not. */
  readonly difference: number | null;
  readonly apart: Apart | null;
}

/** What is needed to hold a row against another. */
export interface Pair {
  readonly label: string;
  readonly before: FigureRow | undefined;
  readonly after: FigureRow | undefined;
  /** Dates of the two releases: a row of an earlier date is held. */
  readonly dates: {readonly before: string; readonly after: string};
}

/** Two rows of one place, held against each other; at least one of them must be there. */
export function moveOf({label, before, after, dates}: Pair): Move {
  const row = after ?? before;
  if (row === undefined) throw new Error("a move needs a row");
  const {measure, breakdown, group, period_type, period, unit} = row;
  const [old, now] = [told(before, dates.before), told(after, dates.after)];
  const apart = whyApart(before, after);
  const difference = apart === null && old?.value != null && now?.value != null ? now.value - old.value : null;
  return {
    ...{measure, label, breakdown, group, period_type, period, unit},
    ...{before: old, after: now, difference, apart}
  };
}

/** Only what is told as a figure has a value, whatever stands in its cells. */
export function isTold({value, status}: Pick<FigureRow, "value" | "status">): boolean {
  return value !== null && (status === "published" || status === "unstable");
}

/** Whether a figure that was told has another value or count now, or is no longer told. */
export function hasMoved({before, after}: Move): boolean {
  if (before?.value == null) return false;
  const columns = ["value", "units", "numerator", "denominator"] as const;
  return after === null || columns.some((column) => before[column] !== after[column]);
}

function whyApart(before: FigureRow | undefined, after: FigureRow | undefined): Apart | null {
  if (before === undefined) return "new";
  if (after === undefined) return "gone";
  const [was, is] = [isTold(before), isTold(after)];
  if (!was) return is ? "not_told_before" : "not_told";
  if (!is) return "not_told_now";
  if (before.version !== after.version) return "definition";
  return before.unit === after.unit ? null : "unit";
}

function told(row: FigureRow | undefined, as_of: string): Told | null {
  if (row === undefined) return null;
  const {unit, status, reason} = row;
  const {value, lower, upper, units, numerator, denominator} = row;
  const figures = isTold(row)
    ? {value, lower, upper, units, numerator, denominator}
    : {value: null, lower: null, upper: null, units, numerator: null, denominator: null};
  return {...figures, unit, status, reason, as_of: row.as_of, is_held: row.as_of < as_of};
}
