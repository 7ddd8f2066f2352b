import {aalenJohansen, type CompetingTime} from "./aalen_johansen.ts";
import {type Estimate, notEstimable} from "./estimate.ts";

/**
 * The share that has left by one kind of exit by a day, with 95 % limits (empty at 0 and 1). Not estimable where
 * nobody was followed to that day and someone had not left: nobody knows what came then. Where all have left, or
 * the longest time is later, the last value before the day holds.
 *
 * Method and source: Aalen-Johansen (`aalen_johansen.ts`), never 1 - Kaplan-Meier with the other exits censored, which
 * overstates.
 *
 * @example the exits of the measure specification, section 5 (LS-04), planned, day 42 // 0.55, 0.1984 to 0.8017
 */
export function cumulativeIncidence(times: readonly CompetingTime[], kind: string, day: number): Estimate {
  const steps = aalenJohansen(times, kind);
  const last = steps.at(-1);
  if (last === undefined || (last.time < day && last.survival > 0)) return notEstimable;
  const step = steps.findLast(({time}) => time <= day);
  if (step === undefined) return {value: 0, lower: null, upper: null};
  return {value: step.incidence, lower: step.lower, upper: step.upper};
}
