import {type CountSet, setsOf} from "../measures/count_sets.ts";
import type {Measure} from "../measures/measure.ts";
import type {Choice} from "./candidates.ts";
import {isTimed} from "./curve_candidates.ts";
import {type HeldResults, withDate} from "./held.ts";
import type {ShownTables} from "./history.ts";
import {type Group, type Period, spotKey} from "./lattice.ts";
import type {Result} from "./result.ts";
import {resultKey} from "./result_candidates.ts";
import type {RoundedCounts} from "./rounded_counts.ts";
import {isOfValues, isShareOfCounts} from "./rounded_results.ts";

/**
 * Figures made of people's values keep their value until more than a small count of these people came or went, since one that moved
 * tells of whom it moved for. Counts, and shares of counts, hold themselves: their parts do. Limits of shares that people's values are
 * in, and what stands beside a figure, stay with it, and curves while no step of their kind of units may be told anew. A place whose
 * last few went keeps its row while their count does.
 */
export function heldRounded(
  results: readonly Result[],
  earlier: ShownTables,
  measures: readonly Measure[],
  counts: RoundedCounts,
  isOpen: Choice["isOpen"]
): HeldResults {
  const declared = new Map(measures.map((measure) => [measure.id, measure]));
  const last = new Map(((earlier.results ?? []) as readonly Result[]).map((row) => [resultKey(row), row]));
  const held = new Set<string>();
  const all = results.map((result) => {
    const key = resultKey(result);
    const before = last.get(key);
    last.delete(key);
    const measure = declared.get(result.measure);
    if (measure === undefined || before === undefined) return result;
    const isCurveHeld = isTimed(measure) && !isOpen(setsOf(measure).units.scope) && isSame(result, before);
    if (isCurveHeld) held.add(key);
    if (!stands(measure, result, before, counts)) return result;
    held.add(key);
    const isAsItWas = isShareOfSame(measure, result, before) ? !hasMoved(result, before) : isShareOfCounts(measure);
    return isAsItWas ? result : withValueOf(before, result);
  });
  const gone = [...last.values()].filter((row) => {
    const measure = declared.get(row.measure);
    return measure !== undefined && row.units !== null && (counts.countOf(setsOf(measure).units, row) ?? 0) > 0;
  });
  for (const row of gone) held.add(resultKey(row));
  const isHeld = (measure: string, place: Group & Period) => held.has(`results|${measure}|${spotKey(place)}`);
  return {results: [...all, ...gone], fresh: all.filter((result) => !isHeld(result.measure, result)), isHeld};
}

/** Whether too little has changed for a figure, or for what stands beside it, to be told anew. */
function stands(measure: Measure, now: Result, before: Result, counts: RoundedCounts): boolean {
  const {units, denominator, numerator} = setsOf(measure);
  const isHeld = (set: CountSet | null) => set !== null && counts.isHeld(set, now);
  if (isShareOfSame(measure, now, before)) return [units, denominator, numerator].some(isHeld) || hasMoved(now, before);
  if (!isOfValues(measure)) return false;
  return isHeld(units) || (!isShareOfCounts(measure) && counts.isSame(units, now) && hasMoved(now, before));
}

function isSame(now: Result, before: Result): boolean {
  return now.units === before.units && !hasMoved(now, before);
}

/** Of the same number of people: somebody's value was corrected, or somebody came as somebody else went. */
function hasMoved(now: Result, before: Result): boolean {
  const moved = now.value !== before.value || now.lower !== before.lower || now.upper !== before.upper;
  return moved && now.value !== null && before.value !== null;
}

/** Whether a figure is a share of the same counts as before. */
function isShareOfSame(measure: Measure, now: Result, before: Result): boolean {
  const isSame = now.units === before.units && now.denominator === before.denominator;
  return isShareOfCounts(measure) && isSame && now.numerator === before.numerator;
}

function withValueOf(before: Result, now: Result): Result {
  if (now.value === null || before.value === null) return now;
  const {value, lower, upper, as_of} = before;
  const row = {...now, value, lower, upper, as_of};
  return {...row, reason: withDate(row)};
}
