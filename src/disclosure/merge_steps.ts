import type {SurvivalStep} from "../statistics/kaplan_meier.ts";
import {isSmall} from "./primary.ts";

/** A step of a curve that carries no small count. */
export interface PublishedStep {
  readonly curve: "in_program";
  /** Days since admission. */
  readonly time: number;
  readonly at_risk: number;
  /** Exits since the step before. */
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
export function mergeSmallSteps(steps: readonly SurvivalStep[]): PublishedStep[] {
  const first = steps[0];
  if (first === undefined) return [];
  const published: PublishedStep[] = [{...at(0, first.at_risk, 0, 1), lower: null, upper: null}];
  let events = 0;
  let censored = 0;
  let atRisk = first.at_risk;
  for (const step of steps) {
    events += step.events;
    censored += step.censored;
    const left = step.at_risk - step.events - step.censored;
    if (events === 0 || isSmall(events) || isSmall(censored) || isSmall(left) || isSmall(atRisk)) continue;
    published.push({...at(step.time, atRisk, events, step.survival), lower: step.lower, upper: step.upper});
    atRisk = left;
    events = 0;
    censored = 0;
  }
  return published;
}

function at(time: number, at_risk: number, events: number, value: number) {
  return {curve: "in_program", time, at_risk, events, value, status: "published"} as const;
}
