/**
 * What is currently stated, free of own defects: the columns of the delivery format, named as in `record.*`.
 * Dates are "YYYY-MM-DD" strings, an empty cell is null.
 */
export interface ProgramRow {
  source: string;
  program_key: string;
  site_key: string;
  name: string;
  population: "mh" | "sud" | "dual";
  age_group: "adult" | "adolescent" | null;
  level_of_care: "iop" | "php" | "op" | null;
  planned_weeks: number | null;
  planned_hours_week: number | null;
  opened_on: string | null;
  closed_on: string | null;
}

export interface ClientRow {
  source: string;
  client_key: string;
  birth_year: number | null;
  sex: string | null;
  gender: string | null;
  race: string | null;
  ethnicity: string | null;
  language: string | null;
  zip3: string | null;
  veteran: string | null;
  died_on: string | null;
}

export interface ReferralRow {
  source: string;
  referral_key: string;
  client_key: string | null;
  program_key: string;
  received_at: string;
  /** Date of received_at, as record.referral keeps it; no column of a delivery. */
  received_on: string;
  outcome: string | null;
  episode_key: string | null;
}

export type DischargeReason =
  | "completed"
  | "dropped_out"
  | "terminated"
  | "transferred"
  | "incarcerated"
  | "death"
  | "other"
  | "unknown";

export interface EpisodeRow {
  source: string;
  episode_key: string;
  client_key: string;
  program_key: string;
  admitted_on: string;
  discharged_on: string | null;
  discharge_reason: DischargeReason | null;
  transfer_to: "step_down" | "step_up" | "lateral" | null;
  neutral_exit: "yes" | "no" | null;
  payer: string | null;
  referral_source: string | null;
  diagnosis_group: string | null;
  co_occurring_sud: string | null;
  part2: "yes" | "no" | null;
  prescribed_hours_week: number | null;
}

export type Attendance =
  | "attended"
  | "partial"
  | "no_show"
  | "late_cancel"
  | "client_cancel"
  | "program_cancel"
  | "excused";

export interface SessionRow {
  source: string;
  session_key: string;
  episode_key: string;
  held_on: string;
  kind: "group" | "individual" | "family" | "medication" | "psychoeducation" | "assessment";
  modality: "in_person" | "video" | "phone" | null;
  group_key: string | null;
  scheduled_minutes: number;
  attended_minutes: number | null;
  attendance: Attendance;
}

export type Instrument = "phq9" | "gad7" | "pcl5";

type ItemNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20;
/** Answers; null where an item was not answered or the instrument has no such item. */
export type Items = Record<`item_${ItemNumber}`, number | null>;

export interface AssessmentRow extends Items {
  source: string;
  assessment_key: string;
  episode_key: string;
  instrument: Instrument;
  assessed_on: string;
  total: number | null;
  missing_reason: string | null;
  mode: string | null;
  language: string | null;
  /** The delivery's column `sequence`. */
  assessment_sequence: number | null;
}

export interface FollowupRow {
  source: string;
  followup_key: string;
  episode_key: string;
  contacted_on: string;
  outcome: "reached" | "declined" | "unreachable" | "deceased" | "incarcerated";
  attempts: number | null;
}

export interface Statement {
  programs: ProgramRow[];
  clients: ClientRow[];
  referrals: ReferralRow[];
  episodes: EpisodeRow[];
  sessions: SessionRow[];
  assessments: AssessmentRow[];
  followups: FollowupRow[];
}

export interface ReadingSettings {
  prorate: boolean;
  stale_after_days: number;
}

export interface Reading {
  as_of: string;
  settings: ReadingSettings;
}
