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
  const earlierRows = (earlier.results ?? []) as readonly Result[];
  const last = new Map(earlierRows.map((row) => [resultKey(row), row]));
  const lastOf = (row: Result) => last.get(resultKey(row));
  const isStanding = (row: Result) => {
    const [measure, before] = [declared.get(row.measure), lastOf(row)];
    return measure !== undefined && before !== undefined && stands(measure, row, before, counts);
  };
  const standing = new Set(results.filter(isStanding));
  // were only those whose people changed to say so, the notes of one night would tell who came
  const noted = new Set([...standing].map(({measure}) => measure).filter((id) => isNoted(declared.get(id))));
  const held = new Set<string>();
  const all = results.map((result) => {
    const [measure, before] = [declared.get(result.measure), lastOf(result)];
    if (measure === undefined || before === undefined) return result;
    const isCurveHeld = isTimed(measure) && !isOpen(setsOf(measure).units.scope);
    const isBesideHeld = (noted.has(measure.id) || isCurveHeld) && isSame(result, before);
    if (!standing.has(result) && !isBesideHeld) return result;
    held.add(resultKey(result));
    return noted.has(measure.id) ? withValueOf(before, result) : result;
  });
  const stillThere = new Set(results.map(resultKey));
  const gone = earlierRows.filter((row) => {
    const measure = declared.get(row.measure);
    return (
      !stillThere.has(resultKey(row)) &&
      measure !== undefined &&
      row.units !== null &&
      (counts.countOf(setsOf(measure).units, row) ?? 0) > 0
    );
  });
  for (const row of gone) held.add(resultKey(row));
  const isHeld = (measure: string, place: Group & Period) => held.has(`results|${measure}|${spotKey(place)}`);
  return {results: [...all, ...gone], fresh: all.filter((result) => !isHeld(result.measure, result)), isHeld};
}

/** Whether too little has changed for a figure, or for what stands beside it, to be told anew. */
function stands(measure: Measure, now: Result, before: Result, counts: RoundedCounts): boolean {
  const {units, denominator, numerator} = setsOf(measure);
  const isHeld = (set: CountSet | null) => set !== null && counts.isHeld(set, now);
  if (isShareOfCounts(measure) && isOfSame(now, before))
    return [units, denominator, numerator].some(isHeld) || hasMoved(now, before);
  if (!isOfValues(measure)) return false;
  return isHeld(units) || (!isShareOfCounts(measure) && counts.isSame(units, now) && hasMoved(now, before));
}

/** Whether rows of a measure that are held say so: not where no more than rounded counts of people are in them. */
function isNoted(measure: Measure | undefined): boolean {
  if (measure === undefined) return false;
  const {units, denominator} = setsOf(measure);
  return !isShareOfCounts(measure) || units.scope !== denominator.scope;
}

function isSame(now: Result, before: Result): boolean {
  return isOfSame(now, before) && !hasMoved(now, before);
}

function isOfSame(now: Result, before: Result): boolean {
  return now.units === before.units && now.denominator === before.denominator && now.numerator === before.numerator;
}

/** Of the same number of people: somebody's value was corrected, or somebody came as somebody else went. */
function hasMoved(now: Result, before: Result): boolean {
  const moved = now.value !== before.value || now.lower !== before.lower || now.upper !== before.upper;
  return moved && now.value !== null && before.value !== null;
}

function withValueOf(before: Result, now: Result): Result {
  if (now.value === null || before.value === null) return now;
  const {value, lower, upper, as_of} = before;
  const row = {...now, value, lower, upper, as_of};
  return {...row, reason: withDate(row)};
}
