import {isOverUnits, type Measure} from "../measures/measure.ts";

/** A column of the warehouse that a measure names, and what for. */
export interface RuleColumn {
  readonly role: "counted" | "numerator" | "denominator" | "value" | "event" | "period";
  /** As the measure names it: a column, or "not " and a column. */
  readonly condition: string;
  readonly column: string;
}

/** The columns that decide a measure's figure: who is counted, then what of them, then the date. */
export function ruleColumns(measure: Measure): RuleColumn[] {
  const period = named(
    "period",
    measure.period_by === "begins_on" || measure.period_by === "held_on" ? periodOf(measure) : measure.period_by
  );
  if (!isOverUnits(measure))
    return [named("denominator", measure.denominator), named("numerator", measure.numerator), period];
  return [...measure.counted.map((condition) => named("counted", condition)), ...figureColumns(measure), period];
}

/** Sessions and weeks are put into periods before they are added up. */
function periodOf({grain}: Measure): string {
  return grain === "meeting" ? "held_on" : "period_on";
}

function figureColumns(measure: Measure): RuleColumn[] {
  switch (measure.kind) {
    case "proportion":
      return measure.numerator.map((condition) => named("numerator", condition));
    case "mean_change":
    case "effect_size":
      return measure.pair.map((column) => named("value", column));
    case "median":
    case "share_within":
      return [named("value", measure.value)];
    case "median_rate":
      return [named("value", measure.half_minutes), named("value", measure.days)];
    case "time_to_event":
    case "cumulative_incidence":
      return [named("value", measure.value), named("event", measure.event)];
    case "unit_ratio":
    case "session_ratio":
      return [named("numerator", measure.numerator), named("denominator", measure.denominator)];
  }
}

function named(role: RuleColumn["role"], condition: string): RuleColumn {
  return {role, condition, column: condition.replace(/^not /, "")};
}
