import type {Random} from "../../statistics/random.ts";

/**
 * What is true of one organisation: who its people are, who gets better, and who answers six months on. Slopes are log odds:
 * of attendance from none to all of it, of the baseline for one SD worse, of completion for yes instead of no.
 */
export interface Organisation {
  readonly completion: number;
  /** Mean attendance of those who complete, and of those who leave. */
  readonly attendance: {readonly completers: number; readonly leavers: number};
  readonly baseline: {readonly mean: number; readonly sd: number; readonly measured: number};
  readonly success: Slopes;
  readonly answer: Slopes & {readonly success: number};
}

export interface Slopes {
  readonly start: number;
  readonly attendance: number;
  readonly severity: number;
  readonly completion: number;
}

/** What decides who answers: attendance and what else is known, the outcome itself, or nothing. */
export type Dropout = "attendance" | "outcome" | "chance";

/**
 * An organisation with parameters of its own, each evenly from a range that fits an IOP. Under `attendance` two people, one of whom
 * came always and one to half, differ by 1 to 2 in the log odds of an answer. Under `outcome` whoever got better answers more
 * readily (0.8 to 1.6) and nothing else counts.
 */
export function drawOrganisation(random: Random, dropout: Dropout): Organisation {
  const from = (low: number, high: number) => low + (high - low) * random.uniform();
  const people = {
    completion: from(0.5, 0.75),
    attendance: {completers: from(0.8, 0.9), leavers: from(0.45, 0.65)},
    baseline: {mean: from(12, 16), sd: 5.7, measured: from(0.8, 0.95)},
    success: {start: from(-0.9, -0.3), attendance: from(2, 4), severity: -from(0.1, 0.5), completion: from(0.2, 0.8)}
  };
  const byWhatIsKnown = {attendance: from(2, 4), severity: -from(0, 0.4), completion: from(0.2, 0.8)};
  const start = from(-0.9, -0.1);
  const bySuccess = from(0.8, 1.6);
  const nothing = {attendance: 0, severity: 0, completion: 0};
  const answer =
    dropout === "attendance"
      ? {...byWhatIsKnown, success: 0}
      : {...nothing, success: dropout === "outcome" ? bySuccess : 0};
  return {...people, answer: {start, ...answer}};
}
