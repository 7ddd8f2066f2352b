import {instruments} from "../instruments/index.ts";
import {seen_within_48_hours, time_to_first_service} from "./access.ts";
import {attendance, client_cancellation, no_show, program_cancellation} from "./attendance.ts";
import {completion} from "./completion.ts";
import {completion_excluding_neutral} from "./completion_excluding_neutral.ts";
import {completion_or_transfer} from "./completion_or_transfer.ts";
import {
  no_reliable_change,
  paired_completeness,
  reliable_deterioration,
  reliable_improvement
} from "./course_change.ts";
import {attended_hours_per_week, weeks_at_dose} from "./dose.ts";
import {early_dropout} from "./early_dropout.ts";
import {planned_exit, unplanned_exit} from "./exits.ts";
import {followup_retention, followup_retention_wide} from "./followup.ts";
import {group_size, group_size_in_range} from "./group_size.ts";
import {ideation_at_baseline, ideation_new, ideation_resolved} from "./ideation.ts";
import {followupsOf, outcomesOf} from "./instrument_measures.ts";
import {length_of_stay} from "./length_of_stay.ts";
import type {Measure} from "./measure.ts";
import {baseline_measured, end_measured} from "./measured.ts";
import {readmission_30, readmission_90} from "./readmission.ts";
import {recovery, reliable_recovery} from "./recovery.ts";
import {time_in_program} from "./time_in_program.ts";
import {weekly_measured} from "./weekly_measured.ts";

/** Every measure, in the order in which it is shown. */
export const measures: readonly Measure[] = [
  completion,
  completion_or_transfer,
  completion_excluding_neutral,
  early_dropout,
  ...instruments.flatMap(outcomesOf),
  recovery,
  reliable_recovery,
  reliable_improvement,
  reliable_deterioration,
  no_reliable_change,
  paired_completeness,
  baseline_measured,
  end_measured,
  weekly_measured,
  attendance,
  no_show,
  client_cancellation,
  program_cancellation,
  attended_hours_per_week,
  weeks_at_dose,
  group_size,
  group_size_in_range,
  length_of_stay,
  time_in_program,
  planned_exit,
  unplanned_exit,
  time_to_first_service,
  seen_within_48_hours,
  readmission_30,
  readmission_90,
  ideation_at_baseline,
  ideation_new,
  ideation_resolved,
  followup_retention,
  followup_retention_wide,
  ...instruments.flatMap(followupsOf)
];

/** The five figures that a quality committee asks for first. */
export const headline: readonly string[] = [
  "completion",
  "phq9_effect_size",
  "reliable_improvement",
  "attendance",
  "followup_retention"
];
