import {hidden} from "../disclosure/primary.ts";
import {setsOf} from "../measures/count_sets.ts";
import type {Measure} from "../measures/measure.ts";
import type {Choice} from "./candidates.ts";
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

/**
 * A result that may not be shown is shown as it last was, with the date of that; or hidden, if it never was. So is one whose
 * counts are the same and whose figure is not: it would tell what was corrected of somebody. A place that was emptied while its kind
 * of unit may not change keeps its last result.
 */
export function holdResults(
  judged: readonly Result[],
  {shows, isOpen}: Pick<Choice, "shows" | "isOpen">,
  shown: ShownTables,
  measures: readonly Measure[]
): HeldResults {
  const last = new Map((shown.results as readonly Result[] | undefined)?.map((row) => [resultKey(row), row]));
  const held = new Set<string>();
  const hold = (before: Result) => {
    held.add(resultKey(before));
    return {...before, reason: withDate(before)};
  };
  const results = judged.map((result) => {
    const key = resultKey(result);
    const before = last.get(key);
    last.delete(key);
    const isShown = shows(key);
    if (before === undefined || before.units === null) return isShown ? result : hidden(result);
    return isShown && !isCorrected(result, before) ? result : hold(before);
  });
  const scopes = new Map(measures.map((measure) => [measure.id, setsOf(measure).denominator.scope]));
  const emptied = [...last.values()].filter(({units, measure}) => units !== null && !isOpen(scopes.get(measure) ?? ""));
  const isHeld = (measure: string, place: Group & Period) => held.has(`results|${measure}|${spotKey(place)}`);
  const all = [...results, ...emptied.map(hold)];
  return {results: all, fresh: results.filter((result) => !isHeld(result.measure, result)), isHeld};
}

/** Of means and rates, which every value moves; a median does not tell of whom it moved for. */
const moved: readonly string[] = ["share", "points", "sd"];

function isCorrected(result: Result, before: Result): boolean {
  const isSame = (of: (row: Result) => readonly (number | null)[]) =>
    of(result).every((number, index) => number === of(before)[index]);
  return (
    moved.includes(result.unit) &&
    isSame(({units, denominator, numerator, guarded}) => [units, denominator, numerator, ...guarded]) &&
    !isSame(({value, lower, upper}) => [value, lower, upper])
  );
}

/** Why a row is shown as it last was. */
export function withDate({reason, as_of}: Result): string {
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
