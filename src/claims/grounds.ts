import type {Estimate} from "../statistics/estimate.ts";
import type {XmrFinding} from "../statistics/xmr_signals.ts";
import type {ChangeFinding, Finding} from "./finding.ts";

export type Status = "published" | "suppressed" | "unstable" | "insufficient" | "immature";
export type Unit = "share" | "points" | "sd" | "days" | "hours_per_week" | "attendees";

/** A published row. Shares are 0 to 1, everything else in its unit; `null` is not shown or not estimable. */
export interface Figure extends Estimate {
  readonly status: Status;
  readonly units: number | null;
  readonly denominator: number | null;
  readonly numerator: number | null;
  readonly unit: Unit;
  /** In words: "2026 Q1", "March 2026"; empty for all time. */
  readonly period: string;
  /** In words: "at North IOP", "in the group (payer: Medicaid)"; empty for all. */
  readonly where: string;
  readonly as_of: string;
}

/** What else decides how strong a sentence about the figure may be. */
export interface Evidence {
  /** Of those who ought to have been measured, 0 to 1; null where it is not known or hidden. Not read where no score is needed. */
  readonly share_measured: number | null;
  /** Everyone who can still come into the figure has come, or the time for it has passed. */
  readonly window_closed: boolean;
  /** Settings of the organisation. */
  readonly minimum_units: number;
  readonly minimum_units_effect_size: number;
  /** The smallest count of people that is published, but for 0. */
  readonly smallest_shown: number;
}

interface Shared<Words extends Finding = Finding> {
  readonly finding: Words;
  readonly figure: Figure;
  readonly evidence: Evidence;
}

/** A figure by itself. */
export interface LevelGrounds extends Shared {
  readonly kind: "level";
}

/** A mean change or effect size, said as scores that fell or rose. */
export interface MovementGrounds extends Shared<ChangeFinding> {
  readonly kind: "movement";
}

/** A group beside the rest. */
export interface ComparisonGrounds extends Shared {
  readonly kind: "comparison";
  readonly rest: {readonly figure: Figure; readonly share_measured: number | null};
  /** Figure minus rest with its own interval, after adjustment where there is one. */
  readonly difference: Estimate;
  /** Places that treat people (programs, sites), or groups of people. */
  readonly between: "places" | "people";
  /** Among the comparisons of its measure, at a false discovery rate of 5 %; null where it was not judged. */
  readonly survives_multiplicity: boolean | null;
  /** Adjustment for who was admitted; events of the rarer outcome for each covariate, null for what is no share. */
  readonly adjustment: {readonly events_per_covariate: number | null} | null;
}

/** The last figure on its control chart. */
export interface TrendGrounds extends Shared {
  readonly kind: "trend";
  readonly chart: {
    readonly period_type: "month" | "quarter" | "year";
    readonly points: number;
    readonly centre: number | null;
    readonly lower_limit: number | null;
    readonly upper_limit: number | null;
    readonly signal: XmrFinding | null;
  };
}

/** A figure against a target that the organisation has set, in the unit of the figure. */
export interface TargetGrounds extends Shared {
  readonly kind: "target";
  readonly target: {readonly value: number; readonly direction: "at_least" | "at_most"};
}

/** The range of a figure over what may have happened to those not measured: the certain bounds, or assumptions. */
export interface MissingGrounds extends Shared {
  readonly kind: "missing";
  readonly range: {readonly lower: number; readonly upper: number; readonly over: "bounds" | "assumptions"};
}

/** A change beside published change without treatment, in the same unit and sign. */
export interface NaturalCourseGrounds extends Shared<ChangeFinding> {
  readonly kind: "natural_course";
  readonly natural: {
    readonly lower: number;
    readonly upper: number;
    /** "adults on waiting lists" */
    readonly whom: string;
    /** "in 6 to 13 weeks", "over a time that was not reported" */
    readonly span: string;
    /** How well the published people match ours. */
    readonly grade: "A" | "B" | "C" | "D";
  };
}

/** What one sentence is made from. */
export type Grounds =
  | LevelGrounds
  | MovementGrounds
  | ComparisonGrounds
  | TrendGrounds
  | TargetGrounds
  | MissingGrounds
  | NaturalCourseGrounds;

export type ClaimKind = Grounds["kind"];
