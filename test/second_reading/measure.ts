import type {EpisodeFacts} from "./units.ts";

/** What a measure adds up: met of all, pairs of scores, days, times to an exit, or met of all per episode. */
export type MeasureKind = "proportion" | "pairs" | "values" | "times" | "ratio";

/** One thing a measure counts: an episode, or a session of an episode in a ratio of totals. */
export interface Unit {
  facts: EpisodeFacts;
  /** The date that puts it into a period (G-04). */
  on: string;
  /** Its window has closed (17.4, 17.6). */
  matured: boolean;
  /** False for a matured member of the follow-up cohort that has no pair. */
  counts: boolean;
  met: boolean;
  pair: [baseline: number, later: number] | null;
}

export interface Measure {
  id: string;
  kind: MeasureKind;
  /** Follow-up measures have no months (17.4). */
  months: boolean;
  units(episodes: EpisodeFacts[], as_of: string): Unit[];
}

/** A unit without a window. */
export function unit(facts: EpisodeFacts, on: string, met: boolean): Unit {
  return {facts, on, matured: true, counts: true, met, pair: null};
}
