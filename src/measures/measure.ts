import type {WarehouseEpisodeOutcome, WarehouseSessionMonth} from "../database/schema.ts";
import type {SettingName} from "../settings.ts";
import type {Example} from "./example.ts";

/** Names of the columns of Table whose values are of type Value. */
type ColumnOf<Table, Value> = {
  [Name in keyof Table]-?: Table[Name] extends Value ? Name : never;
}[keyof Table] &
  string;

/** A clinical rule: a boolean column of warehouse.episode_outcome. */
export type Flag = ColumnOf<WarehouseEpisodeOutcome, boolean>;
/** A rule or its opposite. */
export type Condition = Flag | `not ${Flag}`;
export type ScoreColumn = ColumnOf<WarehouseEpisodeOutcome, number | null>;
export type SessionCount = ColumnOf<WarehouseSessionMonth, number>;
export type EpisodeDate = "admitted_on" | "discharged_on";

export type Domain = "effectiveness" | "efficiency" | "access" | "experience" | "safety" | "follow-up";
export type Unit = "share" | "points" | "sd" | "days";

/** What every measure says of itself: read in the catalogue, printed with each figure. */
interface Declaration {
  /** snake_case name, used unchanged in files, columns and addresses. */
  readonly id: string;
  /** Raised when a figure of the same data would change. */
  readonly version: string;
  readonly label: string;
  readonly question: string;
  readonly why: string;
  /** How it is calculated, in words. */
  readonly method: string;
  readonly caveats: readonly string[];
  readonly domain: Domain;
  readonly better: "higher" | "lower" | "neither";
  /** Settings that change it; printed with it. */
  readonly parameters: readonly SettingName[];
  /** Key in the measure catalogue, and the published source it follows. */
  readonly source: string;
  readonly examples: readonly [Example, ...Example[]];
}

/** A measure over episodes: who is counted is a list of conditions, each of them a step of the attrition ladder. */
interface OverEpisodes extends Declaration {
  /** The date that puts an episode into a period. */
  readonly period_by: EpisodeDate;
  /** Conditions in the order of the ladder; an episode is counted when all of them hold. */
  readonly counted: readonly [Condition, ...Condition[]];
  /** The condition among `counted` that only time fulfils: episodes that fail it alone are immature, not excluded. */
  readonly matures?: Condition;
  /**
   * Set where whole discharge quarters mature: one counts once this many days have passed since its last day. The cohort is
   * whom the quarter is about, counted or not.
   */
  readonly quarter?: {readonly closes_after_days: number; readonly cohort: readonly Condition[]};
  /** Printed below the ladder: how many of those counted are so. */
  readonly of_these: readonly Flag[];
}

/** The share of counted episodes for which the numerator's conditions hold too: a subset by construction. */
export interface Proportion extends OverEpisodes {
  readonly kind: "proportion";
  readonly numerator: readonly [Condition, ...Condition[]];
}

/** Mean of baseline less later score over counted episodes, in points; positive is improvement. */
export interface MeanChange extends OverEpisodes {
  readonly kind: "mean_change";
  readonly pair: readonly [baseline: ScoreColumn, later: ScoreColumn];
}

/** The same change in units of the baseline standard deviation (g_pre). */
export interface EffectSize extends OverEpisodes {
  readonly kind: "effect_size";
  readonly pair: readonly [baseline: ScoreColumn, later: ScoreColumn];
}

/** Median of a whole number of days over counted episodes. */
export interface Median extends OverEpisodes {
  readonly kind: "median";
  readonly value: ScoreColumn;
}

/** Kaplan-Meier median of days to exit; exit_kind "open" is censored, every other an event. */
export interface TimeToExit extends OverEpisodes {
  readonly kind: "time_to_exit";
  readonly value: ScoreColumn;
}

/** Ratio of totals over sessions, clustered in episodes. */
export interface SessionRatio extends Declaration {
  readonly kind: "session_ratio";
  readonly period_by: "held_on";
  readonly numerator: SessionCount;
  readonly denominator: SessionCount;
}

export type EpisodeMeasure = Proportion | MeanChange | EffectSize | Median | TimeToExit;
export type Measure = EpisodeMeasure | SessionRatio;

/** Unit of a measure's value. */
export function unitOf(measure: Measure): Unit {
  switch (measure.kind) {
    case "proportion":
    case "session_ratio":
      return "share";
    case "mean_change":
      return "points";
    case "effect_size":
      return "sd";
    case "median":
    case "time_to_exit":
      return "days";
  }
}
