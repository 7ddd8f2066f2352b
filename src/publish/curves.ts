import {mergeSmallExits, mergeSmallSteps, type PublishedStep} from "../disclosure/merge_steps.ts";
import type {CumulativeIncidence, Measure, TimeToEvent} from "../measures/measure.ts";
import {defaultSettings, type Settings} from "../settings.ts";
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
 * carries a small count. A curve of exits ends on the day, and at the value, of its result.
 */
export function curves(
  cells: Iterable<Cell>,
  results: readonly Result[],
  measures: readonly Measure[],
  settings: Settings = defaultSettings
): CurveRow[] {
  const timed = new Map(measures.filter(isTimed).map((measure) => [measure.id, measure]));
  const cellOf = new Map([...cells].map((cell) => [placeKey(cell.place), cell]));
  // in the order of the results: cells come in any
  return results
    .filter((result) => hasCurve(result) && isShown(result))
    .flatMap((result) => {
      const measure = timed.get(result.measure);
      const cell = cellOf.get(placeKey(result));
      if (measure === undefined || cell === undefined) return [];
      return stepsOf(measure, cell.counts, settings).map((step) => ({...cell.place, ...step}));
    });
}

function isTimed(measure: Measure): measure is Timed {
  return measure.kind === "time_to_event" || measure.kind === "cumulative_incidence";
}

function stepsOf(measure: Timed, counts: Counts, settings: Settings): PublishedStep[] {
  if (measure.kind === "cumulative_incidence") return exits(counts, measure.of, Number(settings[measure.by_day]));
  const steps = kaplanMeier(survivalTimes(counts));
  if (measure.grain === "referral") return mergeSmallSteps(steps, "waiting");
  return mergeSmallSteps(steps, "in_program", daysOfExits(counts, settings.exit_day));
}

/** Days on which a curve of exits of the same people has a step: one way may have steps where the other is too few for any. */
function daysOfExits(counts: Counts, day: number): number[] {
  const ways = [exits(counts, "planned", day), exits(counts, "unplanned", day)];
  return [...new Set(ways.flat().map(({time}) => time))].filter((time) => time > 0);
}

function exits(counts: Counts, kind: CumulativeIncidence["of"], day: number): PublishedStep[] {
  const times = competingTimes(counts);
  return mergeSmallExits(aalenJohansen(times, kind), times, `${kind}_exit`, day);
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
