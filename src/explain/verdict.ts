import type {Evidence} from "./evidence.ts";
import type {Row} from "./facts.ts";

/** Where a unit ends up; "counted" in measures that are not shares. */
export type Counts = "numerator" | "denominator" | "counted" | "neither";

/** One condition, as it turned out for one unit. */
export interface Step extends Evidence {
  /** As the measure names it. */
  readonly condition: string;
  readonly label: string;
}

/** How one unit fared: the episode itself, or a referral or meeting of its client. */
export interface UnitVerdict {
  /** What the unit is, in words. */
  readonly unit: string;
  readonly counts: Counts;
  /** The conditions of who is counted, in order; the first that does not hold decides. */
  readonly steps: readonly Step[];
  /** The conditions of the numerator; empty where the measure has none. */
  readonly numerator: readonly Step[];
  /** What the unit counts with, in words and, where that is one number, as one; null where there is nothing beyond being counted. */
  readonly value: Value | null;
  /** The date that puts it in a period; null while there is none. */
  readonly on: string | null;
  /** The month, quarter and year of that date, as far as the measure is published by them. */
  readonly periods: readonly string[];
  /** Where time alone is missing: the date from which it counts. */
  readonly counts_from: string | null;
}

export interface Value {
  readonly number: number | null;
  readonly because: string;
  readonly rows: readonly Row[];
}

/** Sessions or weeks of an episode that are alike in how they count. */
export interface Portion {
  readonly counts: "numerator" | "denominator" | "neither";
  readonly because: string;
  readonly n: number;
  readonly rows: readonly Row[];
}

/** How the sessions or weeks of an episode fared in a ratio of totals. */
export interface RatioVerdict {
  readonly units: "sessions" | "weeks";
  readonly counts: Counts;
  readonly portions: readonly Portion[];
  readonly numerator: number;
  readonly denominator: number;
  readonly months: readonly {readonly month: string; readonly numerator: number; readonly denominator: number}[];
}

/** Why an episode counts in a measure or does not. */
export interface Verdict {
  readonly measure: string;
  readonly version: string;
  readonly label: string;
  readonly source: string;
  readonly episode_key: string;
  readonly as_of: string;
  readonly counts: Counts;
  /** Why there is nothing to judge; null where there is. */
  readonly nothing: string | null;
  readonly units: readonly UnitVerdict[];
  readonly ratio: RatioVerdict | null;
}

const order: readonly Counts[] = ["numerator", "counted", "denominator", "neither"];

/** Where the best of several units ends up. */
export function bestOf(units: readonly {readonly counts: Counts}[]): Counts {
  return order.find((counts) => units.some((unit) => unit.counts === counts)) ?? "neither";
}
