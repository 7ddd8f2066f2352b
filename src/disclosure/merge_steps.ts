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
 * least 11 at risk; what is left over at the end is not shown. The curve begins at day 0 with everyone.
 */
export function mergeSmallSteps(steps: readonly SurvivalStep[], curve: "in_program" | "waiting"): PublishedStep[] {
  const first = steps[0];
  if (first === undefined) return [];
  const published: PublishedStep[] = [{...at(curve, 0, first.at_risk, 0, 1), lower: null, upper: null}];
  let events = 0;
  let censored = 0;
  let atRisk = first.at_risk;
  for (const step of steps) {
    events += step.events;
    censored += step.censored;
    const left = step.at_risk - step.events - step.censored;
    if (events === 0 || isSmall(events) || isSmall(censored) || isSmall(left) || isSmall(atRisk)) continue;
    published.push({...at(curve, step.time, atRisk, events, step.survival), lower: step.lower, upper: step.upper});
    atRisk = left;
    events = 0;
    censored = 0;
  }
  return published;
}

/**
 * The share that has left in one way, in steps merged until the exits of each way and those censored are none or at least 11, so
 * that the curves of two ways, taken together, give no small count away either.
 */
export function mergeSmallExits(
  steps: readonly IncidenceStep[],
  times: readonly CompetingTime[],
  curve: "planned_exit" | "unplanned_exit"
): PublishedStep[] {
  const first = steps[0];
  if (first === undefined) return [];
  const published: PublishedStep[] = [{...at(curve, 0, first.at_risk, 0, 0), lower: null, upper: null}];
  let since = {own: 0, all: 0, censored: 0};
  let atRisk = first.at_risk;
  for (const [index, step] of steps.entries()) {
    const {events, censored} = times[index] ?? {events: {}, censored: 0};
    const all = Object.values(events).reduce((sum, count) => sum + count, 0);
    since = {own: since.own + step.events, all: since.all + all, censored: since.censored + censored};
    const left = step.at_risk - all - censored;
    const counts = [since.own, since.all - since.own, since.censored, left, atRisk];
    if (since.all === 0 || counts.some(isSmall)) continue;
    published.push({
      ...at(curve, step.time, atRisk, since.own, step.incidence),
      lower: step.lower,
      upper: step.upper
    });
    atRisk = left;
    since = {own: 0, all: 0, censored: 0};
  }
  return published;
}

function at(curve: Curve, time: number, at_risk: number, events: number, value: number) {
  return {curve, time, at_risk, events, value, status: "published"} as const;
}
