import type {Estimate} from "./estimate.ts";
import {kaplanMeier, type SurvivalStep, type SurvivalTime} from "./kaplan_meier.ts";

/**
 * The median time to the event, and its 95 % interval from the times at which the curve's band crosses one half.
 * Each of the three is empty where it is not reached.
 *
 * Method: Brookmeyer and Crowley's interval with the log-log band. A curve that lies on exactly one half for a
 * while gives the middle of that while; one that stays there to its end does not reach the median (R's survival
 * would give the middle to the last time observed).
 * Source: https://cran.r-project.org/package=survival, quantile(survfit(…), 0.5).
 *
 * @example events at 10, 20, 30, 40 // 25, from 10 to not reached
 */
export function kaplanMeierMedian(times: readonly SurvivalTime[]): Estimate {
  const steps = kaplanMeier(times);
  return {value: timeAtHalf(steps, "survival"), lower: timeAtHalf(steps, "lower"), upper: timeAtHalf(steps, "upper")};
}

/** Products of shares round, so one half is one half within the square root of the machine's epsilon, as in R. */
const tolerance = Math.sqrt(Number.EPSILON);

function timeAtHalf(steps: readonly SurvivalStep[], curve: "survival" | "lower" | "upper"): number | null {
  const reached = steps.find((step) => isAtMost(step[curve], 0.5 + tolerance));
  const passed = steps.find((step) => isAtMost(step[curve], 0.5 - tolerance));
  return reached && passed ? (reached.time + passed.time) / 2 : null;
}

function isAtMost(share: number | null, bound: number): boolean {
  return share !== null && share <= bound;
}
