import type {Instrument} from "./rows.ts";

export interface Thresholds {
  items: number;
  highest_answer: number;
  /** Answers that a prorated total needs. */
  answers_needed: number;
  /** Points of a reliable change. */
  reliable: number;
  mcid: number;
  /** Lowest baseline that is judged by response and remission. */
  elevated_from: number;
  remission_below: number;
}

/** What section 1 and data/instruments fix, written out a second time. */
export const thresholds: Record<Instrument, Thresholds> = {
  phq9: {
    items: 9,
    highest_answer: 3,
    answers_needed: 7,
    reliable: 6,
    mcid: 5,
    elevated_from: 10,
    remission_below: 5
  },
  gad7: {
    items: 7,
    highest_answer: 3,
    answers_needed: 6,
    reliable: 4,
    mcid: 4,
    elevated_from: 10,
    remission_below: 5
  },
  pcl5: {
    items: 20,
    highest_answer: 4,
    answers_needed: 16,
    reliable: 15,
    mcid: 10,
    elevated_from: 33,
    remission_below: 29
  }
};

export const instruments: readonly Instrument[] = ["phq9", "gad7", "pcl5"];
