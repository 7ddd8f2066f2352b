import {attendance, client_cancellation, no_show, program_cancellation} from "./attendance.ts";
import {gad7_change, gad7_effect_size, phq9_change, phq9_effect_size} from "./change.ts";
import {completion} from "./completion.ts";
import {completion_excluding_neutral} from "./completion_excluding_neutral.ts";
import {completion_or_transfer} from "./completion_or_transfer.ts";
import {
  no_reliable_change,
  paired_completeness,
  reliable_deterioration,
  reliable_improvement
} from "./course_change.ts";
import {early_dropout} from "./early_dropout.ts";
import {
  followup_retention,
  followup_retention_wide,
  gad7_change_at_followup,
  gad7_effect_size_at_followup,
  phq9_change_at_followup,
  phq9_effect_size_at_followup
} from "./followup.ts";
import {length_of_stay} from "./length_of_stay.ts";
import type {Measure} from "./measure.ts";
import {baseline_measured, end_measured} from "./measured.ts";
import {recovery, reliable_recovery} from "./recovery.ts";
import {
  gad7_reliable_deterioration,
  gad7_reliable_improvement,
  phq9_reliable_deterioration,
  phq9_reliable_improvement
} from "./reliable_change.ts";
import {gad7_mcid, gad7_remission, gad7_response, phq9_mcid, phq9_remission, phq9_response} from "./response.ts";
import {time_in_program} from "./time_in_program.ts";

/** Every measure, in the order in which it is shown. */
export const measures: readonly Measure[] = [
  completion,
  completion_or_transfer,
  completion_excluding_neutral,
  early_dropout,
  phq9_effect_size,
  phq9_change,
  phq9_reliable_improvement,
  phq9_reliable_deterioration,
  phq9_response,
  phq9_remission,
  phq9_mcid,
  gad7_effect_size,
  gad7_change,
  gad7_reliable_improvement,
  gad7_reliable_deterioration,
  gad7_response,
  gad7_remission,
  gad7_mcid,
  recovery,
  reliable_recovery,
  reliable_improvement,
  reliable_deterioration,
  no_reliable_change,
  paired_completeness,
  baseline_measured,
  end_measured,
  attendance,
  no_show,
  client_cancellation,
  program_cancellation,
  length_of_stay,
  time_in_program,
  followup_retention,
  followup_retention_wide,
  phq9_change_at_followup,
  phq9_effect_size_at_followup,
  gad7_change_at_followup,
  gad7_effect_size_at_followup
];

/** The five figures that a quality committee asks for first. */
export const headline: readonly string[] = [
  "completion",
  "phq9_effect_size",
  "reliable_improvement",
  "attendance",
  "followup_retention"
];
