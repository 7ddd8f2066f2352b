import {mergeSmallSteps, type PublishedStep} from "../disclosure/merge_steps.ts";
import type {Measure} from "../measures/measure.ts";
import {kaplanMeier} from "../statistics/kaplan_meier.ts";
import type {Cell, Place} from "./cells.ts";
import {type Result, survivalTimes} from "./result.ts";

/** One row of curves.csv: the share still in the program from a day on. */
export interface CurveRow extends Place, PublishedStep {}

/**
 * Time-in-program curves of the places whose result is shown, for all, program and site over all time and by year, in steps
 * merged until none carries a small count.
 */
export function curves(cells: Iterable<Cell>, results: readonly Result[], measures: readonly Measure[]): CurveRow[] {
  const timed = new Set(measures.filter(({kind}) => kind === "time_to_exit").map(({id}) => id));
  const cellOf = new Map([...cells].map((cell) => [placeKey(cell.place), cell]));
  // in the order of the results: cells come in any
  return results
    .filter((result) => timed.has(result.measure) && hasCurve(result) && isShown(result))
    .flatMap((result) => cellOf.get(placeKey(result)) ?? [])
    .flatMap(({place, counts}) =>
      mergeSmallSteps(kaplanMeier(survivalTimes(counts))).map((step) => ({...place, ...step}))
    );
}

function hasCurve({breakdown, period_type}: Place): boolean {
  return ["all", "program", "site"].includes(breakdown) && ["all", "year"].includes(period_type);
}

function isShown({status}: Result): boolean {
  return status === "published" || status === "unstable";
}

function placeKey({measure, breakdown, group, period_type, period}: Place): string {
  return [measure, breakdown, period_type, period, group].join("|");
}
