import type {Random} from "../../statistics/random.ts";

/**
 * What is true of one organisation: who its people are, who gets better, and who answers six months on. Slopes are log
 * odds: of attendance from none to all of it, of the baseline for one SD worse, of completion for yes instead of no.
 */
export interface Organisation {
  readonly completion: number;
  /** Mean attendance of those who complete, and of those who leave. */
  readonly attendance: {readonly completers: number; readonly leavers: number};
  readonly baseline: {readonly mean: number; readonly sd: number; readonly measured: number};
  readonly success: Slopes;
  /** `by` says whether a person's own values count, or only the bands that are known of them. */
  readonly answer: Slopes & {readonly success: number; readonly by: "person" | "bands"};
}

export interface Slopes {
  readonly start: number;
  readonly attendance: number;
  readonly severity: number;
  readonly completion: number;
}

/** What decides who answers: attendance and what else is known, the outcome itself, or nothing. */
export type Dropout = "attendance" | "outcome" | "chance";

/** An organisation with parameters of its own, each evenly from its range. */
export function drawOrganisation(random: Random, dropout: Dropout): Organisation {
  return organisationWithin((low, high) => low + (high - low) * random.uniform(), dropout);
}

/** The organisation in the middle of every range. */
export function typicalOrganisation(dropout: Dropout): Organisation {
  return organisationWithin((low, high) => (low + high) / 2, dropout);
}

/**
 * The ranges fit an IOP: about half of the people improve, and about half answer. Under `attendance`, coming always
 * instead of half the time adds 1 to 2 to the log odds of an answer. Under `outcome`, getting better adds 0.8 to 1.6
 * and nothing else counts.
 */
function organisationWithin(from: (low: number, high: number) => number, dropout: Dropout): Organisation {
  return {
    completion: from(0.5, 0.75),
    attendance: {completers: from(0.8, 0.9), leavers: from(0.45, 0.65)},
    baseline: {mean: from(12, 16), sd: 5.7, measured: from(0.8, 0.95)},
    success: {start: from(-0.9, -0.3), attendance: from(2, 4), severity: -from(0.1, 0.5), completion: from(0.2, 0.8)},
    answer: {
      start: from(-0.9, -0.1),
      ...nothing,
      by: "person",
      ...(dropout === "attendance" && {
        attendance: from(2, 4),
        severity: -from(0, 0.4),
        completion: from(0.2, 0.8)
      }),
      ...(dropout === "outcome" && {success: from(0.8, 1.6)})
    }
  };
}

const nothing = {attendance: 0, severity: 0, completion: 0, success: 0};
