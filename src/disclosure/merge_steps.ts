import type {CompetingTime, IncidenceStep} from "../statistics/aalen_johansen.ts";
import type {SurvivalStep} from "../statistics/kaplan_meier.ts";
import {isSmall} from "./primary.ts";

/** Still in the program; still waiting for a first service; left as planned; left unplanned. */
export type Curve = "in_program" | "waiting" | "planned_exit" | "unplanned_exit";

/** A step of a curve that carries no small count. */
export interface PublishedStep {
  /** What the value is the share of. */
  readonly curve: Curve;
  /** Days since admission, or since the referral. */
  readonly time: number;
  readonly at_risk: number;
  /** Events of the curve since the step before. */
  readonly events: number;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: "published";
}

/**
 * A survival curve in steps merged until each carries no exits or at least 11, no one censored or at least 11, and has at
 * least 11 at risk; what is left over at the end is not shown. The curve begins at day 0 with everyone. `apart` are days on which
 * other curves of the same people have a step: between them and a step of this one lie at least 11 exits, lest the difference
 * of two curves give away how many left, or died, in between.
 */
export function mergeSmallSteps(
  steps: readonly SurvivalStep[],
  curve: "in_program" | "waiting",
  apart: readonly number[] = []
): PublishedStep[] {
  const first = steps[0];
  if (first === undefined) return [];
  const published: PublishedStep[] = [{...at(curve, 0, first.at_risk, 0, 1), lower: null, upper: null}];
  const gone = (day: number) => steps.reduce((sum, {time, events}) => (time <= day ? sum + events : sum), 0);
  const goneApart = apart.map(gone);
  let [events, censored, atRisk] = [0, 0, first.at_risk];
  for (const step of steps) {
    events += step.events;
    censored += step.censored;
    const left = step.at_risk - step.events - step.censored;
    if (events === 0 || isSmall(events) || isSmall(censored) || isSmall(left) || isSmall(atRisk)) continue;
    if (goneApart.some((count) => count === gone(step.time) || isSmall(Math.abs(count - gone(step.time))))) continue;
    published.push({...at(curve, step.time, atRisk, events, step.survival), lower: step.lower, upper: step.upper});
    [events, censored, atRisk] = [0, 0, left];
  }
  return published;
}

/** Exits in the way of a curve and in others, and how many were in the program before and after. */
interface Exits {
  readonly own: number;
  readonly others: number;
  readonly atRisk: number;
}

/**
 * The share that has left in one way up to a day, in steps merged until the exits of each way and those censored are none or at
 * least 11, so that the curves of two ways, taken together, give no small count away either. The last step is on the day itself
 * and has the figure of that day; exits before it that would be few are in it.
 */
export function mergeSmallExits(
  steps: readonly IncidenceStep[],
  times: readonly CompetingTime[],
  curve: "planned_exit" | "unplanned_exit",
  day: number
): PublishedStep[] {
  const first = steps[0];
  if (first === undefined) return [];
  const start = {...at(curve, 0, first.at_risk, 0, 0), lower: null, upper: null};
  const merged: (Exits & {readonly step: IncidenceStep})[] = [];
  let [own, others, censored, atRisk] = [0, 0, 0, first.at_risk];
  const until = steps.filter(({time}) => time <= day);
  for (const [index, step] of until.entries()) {
    const time = times[index] ?? {events: {}, censored: 0};
    const all = Object.values(time.events).reduce((sum, count) => sum + count, 0);
    own += step.events;
    others += all - step.events;
    censored += time.censored;
    const left = step.at_risk - all - time.censored;
    if (own + others === 0 || [own, others, censored, left, atRisk].some(isSmall)) continue;
    merged.push({own, others, atRisk, step});
    [own, others, censored, atRisk] = [0, 0, 0, left];
  }
  for (let last = merged.at(-1); last !== undefined && (isSmall(own) || isSmall(others)); last = merged.at(-1)) {
    merged.pop();
    [own, others, atRisk] = [own + last.own, others + last.others, last.atRisk];
  }
  if (isSmall(own)) return [start];
  const {incidence, lower, upper} = until.at(-1) ?? {incidence: 0, lower: null, upper: null};
  return [
    start,
    ...merged.map(({step, ...exits}) => ({
      ...at(curve, step.time, exits.atRisk, exits.own, step.incidence),
      ...{lower: step.lower, upper: step.upper}
    })),
    {...at(curve, day, atRisk, own, incidence), lower, upper}
  ];
}

function at(curve: Curve, time: number, at_risk: number, events: number, value: number) {
  return {curve, time, at_risk, events, value, status: "published"} as const;
}
