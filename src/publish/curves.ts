import {mergeSmallExits, mergeSmallSteps, type PublishedStep} from "../disclosure/merge_steps.ts";
import type {CumulativeIncidence, Measure, TimeToEvent} from "../measures/measure.ts";
import {aalenJohansen} from "../statistics/aalen_johansen.ts";
import {kaplanMeier} from "../statistics/kaplan_meier.ts";
import type {Cell, Counts, Place} from "./cells.ts";
import {competingTimes, survivalTimes} from "./figure.ts";
import type {Result} from "./result.ts";

/** One row of curves.csv: the share still in the program, still waiting, or gone in one way, from a day on. */
export interface CurveRow extends Place, PublishedStep {}

type Timed = TimeToEvent | CumulativeIncidence;

/**
 * Curves of the places whose result is shown, for all, program and site over all time and by year, in steps merged until none
 * carries a small count.
 */
export function curves(cells: Iterable<Cell>, results: readonly Result[], measures: readonly Measure[]): CurveRow[] {
  const timed = new Map(measures.filter(isTimed).map((measure) => [measure.id, measure]));
  const cellOf = new Map([...cells].map((cell) => [placeKey(cell.place), cell]));
  // in the order of the results: cells come in any
  return results
    .filter((result) => hasCurve(result) && isShown(result))
    .flatMap((result) => {
      const measure = timed.get(result.measure);
      const cell = cellOf.get(placeKey(result));
      if (measure === undefined || cell === undefined) return [];
      return stepsOf(measure, cell.counts).map((step) => ({...cell.place, ...step}));
    });
}

function isTimed(measure: Measure): measure is Timed {
  return measure.kind === "time_to_event" || measure.kind === "cumulative_incidence";
}

function stepsOf(measure: Timed, counts: Counts): PublishedStep[] {
  if (measure.kind === "time_to_event") {
    return mergeSmallSteps(kaplanMeier(survivalTimes(counts)), measure.grain === "referral" ? "waiting" : "in_program");
  }
  const times = competingTimes(counts);
  return mergeSmallExits(aalenJohansen(times, measure.of), times, `${measure.of}_exit`);
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
