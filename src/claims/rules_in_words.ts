import type {Facts} from "./facts.ts";
import type {ClaimKind} from "./grounds.ts";
import type {Condition} from "./rule.ts";
import {rules} from "./rules.ts";
import type {Strength} from "./strength.ts";

/** A line of the rule table for a reader. */
export interface RuleInWords {
  readonly id: string;
  /** Kinds of claims, or "every". */
  readonly kinds: readonly ClaimKind[] | "every";
  /** "share measured is below 0.6 and those not measured are left out" */
  readonly when: string;
  readonly allows: Strength;
  readonly because: string;
  readonly basis: string;
}

/** The rule table in its order, for the handbook and for claims.csv's codebook. */
export function rulesInWords(): RuleInWords[] {
  return rules.map(({id, kinds, when, allows, because, basis}) => ({
    id,
    kinds: kinds ?? "every",
    when: when.map(conditionWords).join(" and "),
    allows,
    because,
    basis
  }));
}

const factWords: Readonly<Record<keyof Facts, string>> = {
  status: "status",
  unit: "unit",
  units: "units",
  smallest_count: "the smallest of units, numerator and complement",
  value: "value",
  interval: "interval",
  width: "width of the interval",
  width_in_changes: "width of the interval in smallest changes that matter",
  share_measured: "share measured",
  unmeasured: "what becomes of those not measured",
  follow_up: "outcome after discharge",
  window_closed: "window closed",
  better: "which way is better",
  comparable: "comparable between programs",
  counterpart: "what it is held against",
  zero: "zero, beside the interval of the change or difference",
  width_of_difference: "width of the interval of the difference",
  width_of_difference_in_changes: "width of the interval of the difference in smallest changes that matter",
  between: "compared",
  survives_multiplicity: "survives the correction for several comparisons",
  adjusted: "adjusted for who was admitted",
  events_per_covariate: "events for each covariate",
  points: "points of the chart",
  signal: "signal on the chart",
  target: "target",
  grade: "grade of the match"
};

function conditionWords(condition: Condition): string {
  const name = factWords[condition.fact];
  if ("is" in condition) return `${name}: ${condition.is.map(valueWords).join(" or ")}`;
  if ("above" in condition) return `${name} above ${condition.above}`;
  return `${name} below ${typeof condition.below === "number" ? condition.below : `\`${condition.below}\``}`;
}

function valueWords(value: string | boolean | null): string {
  if (value === null) return "not known";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value.replaceAll("_", " ");
}
