import type {Estimate} from "../statistics/estimate.ts";
import type {Random} from "../statistics/random.ts";

/**
 * An interval, a population in which the truth is known, and cohorts drawn from it. Whatever `cohort` draws comes from
 * the stream it is given, so a cohort can be drawn again alone.
 */
export interface IntervalStudy {
  /** Names the row and the streams of its cohorts. */
  readonly id: string;
  readonly figure: string;
  readonly interval: string;
  /** How a cohort comes about, in words. */
  readonly model: string;
  readonly unit: "share" | "points" | "sd" | "days";
  readonly truth: number;
  readonly sizes: readonly number[];
  /** Where coverage must lie at every size. */
  readonly expected: Expectation;
  cohort(random: Random, size: number): Estimate;
  /** The share of all possible cohorts whose interval holds the truth, where it can be summed up. */
  exactCoverage?(size: number): number;
}

/** The shares between which coverage must lie, both included; and, where that is not 0.93 to 0.97, why. */
export interface Expectation {
  readonly from: number;
  readonly to: number;
  readonly because?: string;
}

/** What every interval should keep to. A study that cannot says so, and gives the reason. */
export const promised: Expectation = Object.freeze({from: 0.93, to: 0.97});
