import {isScoreFlag} from "../../../src/measures/grain.ts";
import {measures} from "../../../src/measures/index.ts";
import {isOverUnits, type Measure, type UnitMeasure} from "../../../src/measures/measure.ts";

/** People (or sessions, or meetings) for whom some conditions hold. Two measures that declare the same conditions count the same ones. */
export interface Who {
  readonly name: string;
  /** What is counted, and by which date: only those of one kind can lie inside each other. */
  readonly kind: string;
  readonly conditions: ReadonlySet<string>;
  /** Whether years add up from months; not where somebody may be counted in several. */
  readonly recurs: boolean;
}

/** Whom a measure's row counts. */
export interface Counted {
  readonly units: Who;
  readonly denominator: Who;
  readonly numerator: Who | null;
}

export const byId: ReadonlyMap<string, Measure> = new Map(measures.map((measure) => [measure.id, measure]));

export function countedBy(measure: Measure): Counted {
  if (!isOverUnits(measure)) {
    const kind = `${measure.grain} ${measure.period_by}`;
    const units = {...who(`episodes with ${kind}`, [measure.denominator]), recurs: true};
    return {
      units,
      denominator: who(kind, [measure.denominator]),
      numerator: who(kind, [measure.denominator, measure.numerator])
    };
  }
  const units = counted(measure);
  switch (measure.kind) {
    case "proportion":
      return {units, denominator: units, numerator: counted(measure, measure.numerator)};
    case "share_within":
      return {units, denominator: units, numerator: counted(measure, ["within range"])};
    case "cumulative_incidence":
      return {units, denominator: units, numerator: counted(measure, [`${measure.of} by the day`])};
    case "unit_ratio": {
      const kind = `${measure.denominator} of ${units.name}`;
      return {units, denominator: who(kind, []), numerator: who(kind, [measure.numerator])};
    }
    default:
      return {units, denominator: units, numerator: null};
  }
}

/** Those whom a measure counts, or that a step on the way to it counts, and for whom some more conditions hold. */
export function counted(
  measure: UnitMeasure,
  more: readonly string[] = [],
  steps: readonly string[] = measure.counted
) {
  const closed = measure.quarter === undefined ? [] : closedFor(measure.quarter.closes_after_days);
  return someOf(measure, [...steps, ...more], closed);
}

/** Units of a measure's kind for whom conditions hold; those of a score are those of its instrument. */
export function someOf(
  {grain, period_by, instrument = ""}: Pick<UnitMeasure, "grain" | "period_by" | "instrument">,
  conditions: readonly string[],
  closed: readonly string[] = []
): Who {
  const own = conditions.map((one) => (grain === "score" && isScoreFlag(one) ? `${instrument} ${one}` : one));
  return who(`${grain === "score" ? "episode" : grain} ${period_by}`, [...own, ...closed]);
}

/** A quarter that has been closed for long has been closed for a shorter time too. */
export function closedFor(days: number): string[] {
  return [210, 240].filter((one) => one <= days).map((one) => `closed for ${one} days`);
}

export function who(kind: string, conditions: readonly string[]): Who {
  const all = new Set(conditions);
  return {name: `${kind}: ${[...all].sort().join(" & ")}`, kind, conditions: all, recurs: false};
}

/** What the definitions say follows from what. */
const follows: readonly (readonly [given: readonly string[], then: string])[] = [
  [["is_completed"], "is_completed_or_transferred"],
  [["is_finished"], "is_treated"],
  [["is_finished"], "is_discharged"],
  [["is_followed_up"], "is_followed_up_wide"],
  [["is_readmitted_within_30_days"], "is_readmitted_within_90_days"],
  [["is_90_days_since_discharge"], "is_30_days_since_discharge"],
  [["is_28_days_since_admission"], "is_7_days_since_admission"],
  ...["phq9", "gad7", "pcl5"].flatMap((instrument) =>
    (
      [
        [["has_pair"], "has_baseline"],
        [["has_followup_pair"], "has_baseline"],
        [["has_followup_pair"], "has_followup"],
        [["has_followup_triple"], "has_pair"],
        [["has_followup_triple"], "has_followup_pair"],
        [["is_reliably_improved"], "has_pair"]
      ] as const
    ).map(([given, then]) => [given.map((one) => `${instrument} ${one}`), `${instrument} ${then}`] as const)
  ),
  // half of 10 points is 5, and whoever is below 5 has lost at least half
  [["phq9 was_elevated", "phq9 is_remission"], "phq9 is_response"],
  [["gad7 was_elevated", "gad7 is_remission"], "gad7 is_response"]
];

/** Whether everyone of one is one of the other too. */
export function isAmong(some: Who, others: Who): boolean {
  if (some.kind !== others.kind || some.name === others.name) return false;
  const holds = new Set(some.conditions);
  for (let before = -1; before !== holds.size; ) {
    before = holds.size;
    for (const [given, then] of follows) if (given.every((one) => holds.has(one))) holds.add(then);
  }
  return [...others.conditions].every((one) => holds.has(one));
}
