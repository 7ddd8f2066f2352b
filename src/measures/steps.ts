import {instruments} from "../instruments/index.ts";
import type {UnitMeasure} from "./measure.ts";

/** What it means to reach a step of an attrition ladder, in words: "142 attended at least one session". */
const labels: Readonly<Record<string, string>> = {
  referred: "referrals received in the period (other people than those below, some of whom came later or never)",
  is_received: "received in the period",
  is_held: "held in the period",
  is_kept: "were not a second request within 30 days",
  is_eligible: "were not found ineligible, sent elsewhere or put off by the client",
  is_30_days_since_referral: "were received at least 30 days before the as-of date",
  is_admitted: "admitted in the period",
  is_discharged: "discharged in the period",
  is_treated: "attended at least one session",
  is_finished: "attended two sessions or more",
  "not is_death": "did not die in treatment",
  "not is_continued": "did not go on in another program the same or the next day",
  is_of_age: "were not known to be under 12",
  "not is_neutral_exit": "did not leave for a neutral reason",
  "not is_early_neutral_exit": "did not leave early for a neutral reason",
  has_stayed_a_week: "stayed seven days or more",
  has_weeks_of_dose: "had hours prescribed",
  is_28_days_since_admission: "were admitted at least 28 days before the as-of date",
  is_7_days_since_admission: "were admitted at least 7 days before the as-of date",
  is_14_days_since_discharge: "were discharged at least 14 days before the as-of date",
  is_30_days_since_discharge: "were discharged at least 30 days before the as-of date",
  is_90_days_since_discharge: "were discharged at least 90 days before the as-of date",
  has_baseline: "had a {instrument} at admission",
  has_pair: "had a later {instrument}",
  was_elevated: "began with a {instrument} of {elevated_from} or more",
  was_above_mcid: "began with a {instrument} of {minimal_important_change} or more",
  is_reliably_improved: "had reliably improved on the {instrument} at the end",
  has_followup: "had a {instrument} at six months",
  has_followup_pair: "had a {instrument} at admission and at six months",
  has_followup_triple: "had a {instrument} at admission, at the end and at six months",
  has_ideation_answer: "answered the item on thoughts of death at admission",
  has_ideation_pair: "answered the item on thoughts of death at admission and at the end",
  was_case: "began as a case: PHQ-9 of 10 or more, or GAD-7 of 8 or more",
  has_both_pairs: "had first and last scores on both instruments",
  is_followup_unit: "counted once: the client's last discharge of the quarter",
  is_alive_at_followup: "were not known to be dead 150 days after discharge",
  is_quarter_closed: "were discharged in a quarter whose follow-up window has closed",
  has_several_episodes: "of these, have another episode in the data",
  is_prorated: "of these, have a {instrument} with items missing (prorated)",
  is_short_interval: "of these, have two {instrument} scores less than 14 days apart",
  is_stale: "of these, are open without a recent session and count as having ended"
};

/** The words of a step of a measure's ladder. Throws if the step has none. */
export function stepLabel(step: string, {instrument: id}: Pick<UnitMeasure, "instrument">): string {
  const label = labels[step];
  if (label === undefined) throw new Error(`step ${step} has no words`);
  const instrument = instruments.find((one) => one.id === id);
  if (instrument === undefined) return label;
  return label
    .replace("{instrument}", instrument.label)
    .replace("{elevated_from}", String(instrument.elevated_from))
    .replace("{minimal_important_change}", String(instrument.minimal_important_change.points));
}
