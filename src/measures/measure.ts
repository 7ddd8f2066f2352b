import type {WarehouseSessionPeriod} from "../database/schema.ts";
import type {SettingName} from "../settings.ts";
import type {Example} from "./example.ts";
import type {Grain, Grains} from "./grain.ts";

/** Names of the columns of Table whose values are of type Value. */
type ColumnOf<Table, Value> = {
  [Name in keyof Table]-?: Table[Name] extends Value ? Name : never;
}[keyof Table] &
  string;

/** A rule: a boolean column of the grain. */
export type Flag<G extends Grain> = ColumnOf<Grains[G], boolean>;
/** A rule or its opposite. */
export type Condition<G extends Grain> = Flag<G> | `not ${Flag<G>}`;
/** A column of whole numbers. */
type NumberColumn<G extends Grain> = ColumnOf<Grains[G], number | null>;
export type SessionCount = ColumnOf<WarehouseSessionPeriod, number>;

/** The dates that may put a unit of a grain into a period. */
interface Dates {
  episode: "admitted_on" | "discharged_on";
  score: "discharged_on";
  referral: "received_on";
  meeting: "held_on";
}

export type Domain = "effectiveness" | "efficiency" | "access" | "experience" | "safety" | "follow-up";
export type Unit = "share" | "points" | "sd" | "days" | "hours_per_week" | "attendees";

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

/** A measure over units of a grain: who is counted is a list of conditions, each of them a step of the attrition ladder. */
interface OverUnits<G extends Grain> extends Declaration {
  readonly grain: G;
  /** The instrument whose scores are counted; given where, and only where, the grain is "score". */
  readonly instrument?: string;
  /** The date that puts a unit into a period. */
  readonly period_by: Dates[G];
  /** Conditions in the order of the ladder; a unit is counted when all of them hold. */
  readonly counted: readonly Condition<G>[];
  /** Those of `counted` that fail only because nobody measured: without them it says whom the figure should speak for. */
  readonly measured?: readonly Condition<G>[];
  /** The condition among `counted` that only time fulfils: units that fail it alone are immature, not excluded. */
  readonly matures?: Condition<G>;
  /**
   * Set where whole discharge quarters mature: one counts once this many days have passed since its last day. The cohort is
   * whom the quarter is about, counted or not.
   */
  readonly quarter?: {readonly closes_after_days: number; readonly cohort: readonly Condition<"episode">[]};
  /** Printed below the ladder: how many of those counted are so. */
  readonly of_these: readonly Flag<G>[];
}

/** The share of counted units for which the numerator's conditions hold too: a subset by construction. */
interface ProportionOf<G extends Grain> extends OverUnits<G> {
  readonly kind: "proportion";
  readonly numerator: readonly [Condition<G>, ...Condition<G>[]];
  /** Set for what even 0 % or 100 % would tell of people: such rows are hidden too. */
  readonly hides_extremes?: boolean;
}

/** Mean of earlier less later score over counted units, in points; positive is improvement. */
interface MeanChangeOf<G extends Grain> extends OverUnits<G> {
  readonly kind: "mean_change";
  readonly pair: readonly [earlier: NumberColumn<G>, later: NumberColumn<G>];
}

/** The same change in units of the earlier score's standard deviation (g_pre). */
interface EffectSizeOf<G extends Grain> extends OverUnits<G> {
  readonly kind: "effect_size";
  readonly pair: readonly [earlier: NumberColumn<G>, later: NumberColumn<G>];
}

/** Median of a whole number over counted units. */
interface MedianOf<G extends Grain> extends OverUnits<G> {
  readonly kind: "median";
  readonly value: NumberColumn<G>;
  readonly unit: Unit;
}

/** The share of counted units whose whole number lies between two settings, both included. */
interface ShareWithinOf<G extends Grain> extends OverUnits<G> {
  readonly kind: "share_within";
  readonly value: NumberColumn<G>;
  readonly from: SettingName;
  readonly to: SettingName;
}

/** Median of hours of treatment a week over counted units. */
interface MedianRateOf<G extends Grain> extends OverUnits<G> {
  readonly kind: "median_rate";
  readonly half_minutes: NumberColumn<G>;
  readonly days: NumberColumn<G>;
}

/** Kaplan-Meier median of days to an event; the event "open" is censored, every other counts. */
interface TimeToEventOf<G extends Grain> extends OverUnits<G> {
  readonly kind: "time_to_event";
  readonly value: NumberColumn<G>;
  readonly event: ColumnOf<Grains[G], string | null>;
}

/** Aalen-Johansen share of units with one kind of event by a day, other kinds competing; "open" and "death" are censored. */
interface CumulativeIncidenceOf<G extends Grain> extends OverUnits<G> {
  readonly kind: "cumulative_incidence";
  readonly value: NumberColumn<G>;
  readonly event: ColumnOf<Grains[G], string | null>;
  readonly of: "planned" | "unplanned";
  /** The setting that names the day. */
  readonly by_day: SettingName;
}

/** Ratio of totals over counted units: sum of numerators over sum of denominators, clustered in units. */
interface UnitRatioOf<G extends Grain> extends OverUnits<G> {
  readonly kind: "unit_ratio";
  readonly numerator: NumberColumn<G>;
  readonly denominator: NumberColumn<G>;
}

/** Every kind of measure over a grain. */
interface Kinds<G extends Grain> {
  proportion: ProportionOf<G>;
  mean_change: MeanChangeOf<G>;
  effect_size: EffectSizeOf<G>;
  median: MedianOf<G>;
  share_within: ShareWithinOf<G>;
  median_rate: MedianRateOf<G>;
  time_to_event: TimeToEventOf<G>;
  cumulative_incidence: CumulativeIncidenceOf<G>;
  unit_ratio: UnitRatioOf<G>;
}

/** A kind over whichever grain: a measure of one grain cannot name columns of another. */
type Over<Kind extends keyof Kinds<Grain>> = {[G in Grain]: Kinds<G>[Kind]}[Grain];

export type Proportion = Over<"proportion">;
export type MeanChange = Over<"mean_change">;
export type EffectSize = Over<"effect_size">;
export type Median = Over<"median">;
export type ShareWithin = Over<"share_within">;
export type MedianRate = Over<"median_rate">;
export type TimeToEvent = Over<"time_to_event">;
export type CumulativeIncidence = Over<"cumulative_incidence">;
export type UnitRatio = Over<"unit_ratio">;

/** Ratio of totals over sessions or weeks, clustered in episodes, by the period in which they lie. */
export interface SessionRatio extends Declaration {
  readonly kind: "session_ratio";
  readonly grain: "session" | "week";
  readonly period_by: "held_on" | "begins_on";
  readonly numerator: SessionCount;
  readonly denominator: SessionCount;
}

/** A measure that counts units of a grain. */
export type UnitMeasure = Over<keyof Kinds<Grain>>;
export type Measure = UnitMeasure | SessionRatio;

/** Whether a measure counts units by conditions, each of them a step of a ladder. */
export function isOverUnits(measure: Measure): measure is UnitMeasure {
  return measure.kind !== "session_ratio";
}

/** Unit of a measure's value. */
export function unitOf(measure: Measure): Unit {
  switch (measure.kind) {
    case "proportion":
    case "session_ratio":
    case "cumulative_incidence":
    case "unit_ratio":
    case "share_within":
      return "share";
    case "mean_change":
      return "points";
    case "effect_size":
      return "sd";
    case "median":
      return measure.unit;
    case "median_rate":
      return "hours_per_week";
    case "time_to_event":
      return "days";
  }
}
