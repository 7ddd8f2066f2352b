import type {CumulativeIncidence, Measure, TimeToEvent} from "../measures/measure.ts";
import type {Settings} from "../settings.ts";
import {aalenJohansen} from "../statistics/aalen_johansen.ts";
import {kaplanMeier} from "../statistics/kaplan_meier.ts";
import type {Shows} from "./candidates.ts";
import type {Cells, Counts, Place} from "./cells.ts";
import {countBy, hasCurve, isTimed, stepDays, stepKey, type Timed} from "./curve_candidates.ts";
import {competingTimes, survivalTimes} from "./figure.ts";
import {spotKey} from "./lattice.ts";
import type {Result} from "./result.ts";

/** Still in the program; still waiting for a first service; left as planned; left unplanned. */
export type Curve = "in_program" | "waiting" | "planned_exit" | "unplanned_exit";

/** One row of curves.csv: the share still in the program, still waiting, or gone in one way, from a day on. */
export interface CurveRow extends Place {
  /** What the value is the share of. */
  readonly curve: Curve;
  /** Days since admission, or since the referral. */
  readonly time: number;
  /** After the step before. */
  readonly at_risk: number;
  /** Events of the curve since the step before. */
  readonly events: number;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: "published";
}

/**
 * Curves of the places whose result is shown, for all, program and site over all time and by year, beginning with everyone on day 0.
 * What happens between two steps that may be shown is in the later one; a curve of exits ends on the day, and at the value, of its
 * result.
 */
export function curves(
  cells: Cells,
  results: readonly Result[],
  measures: readonly Measure[],
  settings: Settings,
  shows: Shows
): CurveRow[] {
  const timed = new Map(measures.filter(isTimed).map((measure) => [measure.id, measure]));
  return results
    .filter((result) => hasCurve(result) && isShown(result))
    .flatMap((result) => {
      const measure = timed.get(result.measure);
      const cell = cells.find(result.measure, spotKey(result));
      if (measure === undefined || cell === undefined) return [];
      const days = stepDays(measure, settings);
      const last = measure.kind === "cumulative_incidence" ? days.at(-1) : null;
      const shown = days.filter((day) => day === last || shows(stepKey(measure, result, day)));
      return rowsOf(measure, cell.counts, shown, last).map((row) => ({...cell.place, ...row}));
    });
}

function isShown({status}: Result): boolean {
  return status === "published" || status === "unstable";
}

type Row = Omit<CurveRow, keyof Place>;

function rowsOf(measure: Timed, counts: Counts, days: readonly number[], last: number | null | undefined): Row[] {
  const {curve, start, steps, isEvent, isOwn} = readingOf(measure, counts);
  const everyone = countBy(counts, Number.POSITIVE_INFINITY, () => true);
  const rows: Row[] = [
    {curve, time: 0, at_risk: everyone, events: 0, value: start, lower: null, upper: null, status: "published"}
  ];
  let before = {all: 0, own: 0, gone: 0};
  for (const time of days) {
    const now = {
      all: countBy(counts, time, isEvent),
      own: countBy(counts, time, isOwn),
      gone: countBy(counts, time, () => true)
    };
    if (now.all === before.all && time !== last) continue;
    const {value, lower, upper} = steps.findLast((step) => step.time <= time) ?? {
      value: start,
      lower: null,
      upper: null
    };
    const [at_risk, events] = [everyone - before.gone, now.own - before.own];
    rows.push({curve, time, at_risk, events, value, lower, upper, status: "published"});
    before = now;
  }
  return rows;
}

/** What a curve is of: where it starts, its value from each day on, and which events make a step and which are counted in it. */
function readingOf(measure: Timed, counts: Counts) {
  return measure.kind === "time_to_event" ? readingOfTime(measure, counts) : readingOfExits(measure, counts);
}

function readingOfTime({grain}: TimeToEvent, counts: Counts) {
  const isEvent = (event: string) => event !== "open";
  const steps = kaplanMeier(survivalTimes(counts)).map(({survival: value, ...step}) => ({...step, value}));
  const curve: Curve = grain === "referral" ? "waiting" : "in_program";
  return {curve, start: 1, steps, isEvent, isOwn: isEvent};
}

function readingOfExits({of}: CumulativeIncidence, counts: Counts) {
  const steps = aalenJohansen(competingTimes(counts), of).map(({incidence: value, ...step}) => ({...step, value}));
  return {
    curve: `${of}_exit` as const,
    ...{start: 0, steps},
    isEvent: (event: string) => event === "planned" || event === "unplanned",
    isOwn: (event: string) => event === of
  };
}
