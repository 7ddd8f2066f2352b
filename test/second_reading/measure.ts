import type {Facts} from "./facts.ts";
import type {Groups} from "./groups.ts";
import type {TimeToEvent} from "./stay.ts";
import type {EpisodeFacts} from "./units.ts";

/** What a measure adds up: met of all, pairs of scores, values, times to an event, or met of all per episode. */
export type MeasureKind = "proportion" | "pairs" | "values" | "times" | "ratio";

/** One thing a measure counts: an episode, a referral, a meeting, or in a ratio of totals one session or week of an episode. */
export interface Unit {
  /** The episode, referral or meeting; totals of a ratio are added up over it. */
  of: object;
  /** Groups in the breakdowns that it has (17.30). */
  groups: Partial<Groups>;
  /** The date that puts it into a period (G-04). */
  on: string;
  /** Its window has closed (17.4, 17.6). */
  matured: boolean;
  /** False for a matured member of the follow-up cohort that a measure leaves out. */
  counts: boolean;
  met: boolean;
  pair: [earlier: number, later: number] | null;
  value: number | null;
  time: TimeToEvent | null;
  /** Clients who attended a meeting; null for other units. */
  people: string[] | null;
}

export interface Measure {
  id: string;
  kind: MeasureKind;
  /** Follow-up measures have no months (17.4). */
  months: boolean;
  /** The share of exits by this day is judged: too early while all times are shorter and somebody is left (17.26). */
  judged_on_day?: number;
  units(facts: Facts): Unit[];
}

/** An episode, or one of its sessions or weeks, without a window. */
export function unit(facts: EpisodeFacts, on: string, met: boolean): Unit {
  return {of: facts, groups: facts.groups, on, met, ...plain};
}

/** What a unit is unless it says otherwise. */
export const plain = {matured: true, counts: true, pair: null, value: null, time: null, people: null} as const;
