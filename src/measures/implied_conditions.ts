import {instruments} from "../instruments/index.ts";
import type {Instrument} from "../instruments/instrument.ts";

interface Rule {
  readonly given: readonly string[];
  readonly follows: readonly string[];
}

/** What holds for everybody for whom something else holds, by the rules of sql/warehouse. */
const episodeRules: readonly Rule[] = [
  {given: ["is_finished"], follows: ["is_discharged", "is_treated"]},
  {given: ["is_completed"], follows: ["is_completed_or_transferred"]},
  {given: ["is_completed_or_transferred"], follows: ["is_discharged"]},
  {given: ["is_early_dropout"], follows: ["is_discharged"]},
  {given: ["is_followup_unit"], follows: ["is_treated", "is_discharged"]},
  {given: ["is_alive_at_followup"], follows: ["not is_death"]},
  {given: ["is_followed_up"], follows: ["is_followed_up_wide"]},
  {given: ["is_90_days_since_discharge"], follows: ["is_30_days_since_discharge"]},
  {given: ["is_30_days_since_discharge"], follows: ["is_14_days_since_discharge"]},
  {given: ["is_14_days_since_discharge"], follows: ["is_discharged"]},
  {given: ["is_28_days_since_admission"], follows: ["is_7_days_since_admission"]},
  {given: ["is_readmitted_within_30_days"], follows: ["is_readmitted_within_90_days"]},
  {given: ["is_recovered"], follows: ["has_both_pairs"]},
  {given: ["is_reliably_improved"], follows: ["has_both_pairs"]},
  {given: ["is_reliably_worse"], follows: ["has_both_pairs"]},
  {given: ["is_not_reliably_changed"], follows: ["has_both_pairs"]}
];

const scoreRules: readonly Rule[] = [
  {given: ["has_pair"], follows: ["has_baseline"]},
  {given: ["has_followup_pair"], follows: ["has_baseline", "has_followup"]},
  {given: ["has_followup_triple"], follows: ["has_pair", "has_followup", "has_followup_pair"]},
  {given: ["was_elevated"], follows: ["has_baseline"]},
  {given: ["was_above_mcid"], follows: ["has_baseline"]},
  {given: ["is_reliably_improved"], follows: ["has_pair"]},
  {given: ["is_reliably_worse"], follows: ["has_pair"]},
  {given: ["is_mcid"], follows: ["has_pair"]},
  {given: ["is_response"], follows: ["has_pair"]},
  {given: ["is_newly_ideating"], follows: ["has_ideation_pair"]},
  {given: ["is_no_longer_ideating"], follows: ["has_ideation_pair", "was_ideating"]},
  {given: ["was_ideating"], follows: ["has_ideation_answer"]},
  {given: ["has_ideation_pair"], follows: ["has_ideation_answer"]}
];

const rules: readonly Rule[] = [...episodeRules, ...instruments.flatMap(rulesOf)];

function rulesOf(instrument: Instrument): Rule[] {
  const own = (flags: readonly string[]) => flags.map((flag) => `${instrument.id} ${flag}`);
  const rulesOfScores = [...scoreRules, ...thresholdRules(instrument)].map(({given, follows}) => ({
    given: own(given),
    follows: own(follows)
  }));
  return [...rulesOfScores, {given: own(["has_followup"]), follows: ["is_followed_up"]}];
}

/** Where the thresholds of an instrument decide it: who remits has responded, and who improves reliably has improved enough. */
function thresholdRules({elevated_from, remission_below, ...instrument}: Instrument): Rule[] {
  const remission = 2 * (remission_below - 1) <= elevated_from;
  const improvement = instrument.reliable_change.points >= instrument.minimal_important_change.points;
  return [
    ...(remission ? [{given: ["was_elevated", "is_remission"], follows: ["is_response"]}] : []),
    ...(improvement ? [{given: ["is_reliably_improved"], follows: ["is_mcid"]}] : [])
  ];
}

/** The conditions, and every other that follows from them. */
export function implied(conditions: readonly string[]): Set<string> {
  const holds = new Set(conditions);
  for (let before = -1; before !== holds.size; ) {
    before = holds.size;
    for (const {given, follows} of rules)
      if (given.every((condition) => holds.has(condition))) for (const one of follows) holds.add(one);
  }
  return holds;
}
