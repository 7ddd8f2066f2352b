import type {UnitMeasure} from "../../../src/measures/measure.ts";
import type {Month, Person} from "./people.ts";

/** Everything that may be said of an episode, by the name of the rule. */
function flagsOf({discharged, reason, stay, baseline, last}: Person): Readonly<Record<string, boolean>> {
  const isDischarged = discharged !== null;
  const change = baseline === null || last === null ? null : baseline - last;
  const elevated = baseline !== null && baseline >= 10;
  return {
    is_admitted: true,
    is_treated: true,
    is_discharged: isDischarged,
    is_death: false,
    is_of_age: true,
    is_completed: isDischarged && reason === "completed",
    is_completed_or_transferred: isDischarged && reason !== "dropped_out",
    has_baseline: baseline !== null,
    has_pair: change !== null,
    was_elevated: elevated,
    is_reliably_improved: change !== null && change >= 6,
    is_reliably_worse: change !== null && change <= -6,
    is_response: change !== null && last !== null && baseline !== null && 2 * last <= baseline,
    has_several_episodes: false,
    is_prorated: false,
    is_short_interval: stay < 14,
    is_stale: false
  };
}

/** Whether all conditions of a measure hold. */
export function isCounted(conditions: readonly string[], person: Person): boolean {
  const flags = flagsOf(person);
  return conditions.every((condition) => {
    const holds = flags[condition.replace(/^not /, "")];
    if (holds === undefined) throw new Error(`${condition}: a rule that invented people do not know`);
    return condition.startsWith("not ") ? !holds : holds;
  });
}

/** The month that an episode is counted in. */
export function monthOf({period_by}: UnitMeasure, {admitted, discharged}: Person): Month | null {
  return period_by === "admitted_on" ? admitted : discharged;
}
