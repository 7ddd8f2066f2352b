import {hidden} from "../disclosure/primary.ts";
import type {Shows} from "./candidates.ts";
import type {Place} from "./cells.ts";
import type {ShownTables} from "./history.ts";
import {type Group, type Period, spotKey} from "./lattice.ts";
import type {Result} from "./result.ts";
import {resultKey} from "./result_candidates.ts";

/** The results of a release, and which of them are those of the last one, held until enough has changed. */
export interface HeldResults {
  readonly results: readonly Result[];
  /** Those that this release tells anew. */
  readonly fresh: readonly Result[];
  readonly isHeld: (measure: string, place: Group & Period) => boolean;
}

/** A result that may not be shown is shown as it last was, with the date of that; or hidden, if it never was. */
export function holdResults(judged: readonly Result[], shows: Shows, earlier: ShownTables | null): HeldResults {
  const last = new Map((earlier?.results as readonly Result[] | undefined)?.map((row) => [resultKey(row), row]));
  const held = new Set<string>();
  const results = judged.map((result) => {
    const key = resultKey(result);
    if (shows(key)) return result;
    const before = last.get(key);
    if (before === undefined || before.units === null) return hidden(result);
    held.add(key);
    return {...before, guarded: [], reason: withDate(before)};
  });
  const isHeld = (measure: string, place: Group & Period) => held.has(`results|${measure}|${spotKey(place)}`);
  return {results, fresh: results.filter((result) => !isHeld(result.measure, result)), isHeld};
}

function withDate({reason, as_of}: Result): string {
  const note = `as of ${as_of}: what changed since is too little to be shown`;
  return reason.endsWith(note) ? reason : [reason, note].filter((part) => part !== "").join("; ");
}

/** Rows of another table: those that are new but for the held places, which keep their last ones; in the order of the results. */
export function holdRows<Row extends Place>(
  rows: readonly Row[],
  earlier: readonly unknown[] | undefined,
  isHeld: (row: Row) => boolean,
  {results}: Pick<HeldResults, "results">
): Row[] {
  const kept = ((earlier ?? []) as readonly Row[]).filter(isHeld);
  if (kept.length === 0) return rows.filter((row) => !isHeld(row));
  const order = new Map(results.map((result, index) => [resultKey(result), index]));
  const orderOf = (row: Row) => order.get(resultKey(row)) ?? 0;
  return [...rows.filter((row) => !isHeld(row)), ...kept].sort((a, b) => orderOf(a) - orderOf(b));
}
