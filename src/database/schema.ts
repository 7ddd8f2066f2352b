// Written by `npm run generate` from the migrations; not by hand.

/** Migrations applied, in order of name */
export interface PlumblineMigration {
  /** File name */
  name: string;
  /** sha256 of the file when it was applied */
  checksum: string;
}

/** Every statement about an assessment, current and superseded */
export interface RecordAssessment {
  /** Source of the delivery; keys belong to a source */
  source: string;
  /** Pseudonymous key given by the source */
  assessment_key: string;
  /** Episode */
  episode_key: string;
  /** Id of an instrument, as data/instruments declares it */
  instrument: string;
  /** Date of the assessment */
  assessed_on: string;
  /** Answer to item 1; null where it was not answered or the instrument has no such item */
  item_1: number | null;
  /** Answer to item 2; null where it was not answered or the instrument has no such item */
  item_2: number | null;
  /** Answer to item 3; null where it was not answered or the instrument has no such item */
  item_3: number | null;
  /** Answer to item 4; null where it was not answered or the instrument has no such item */
  item_4: number | null;
  /** Answer to item 5; null where it was not answered or the instrument has no such item */
  item_5: number | null;
  /** Answer to item 6; null where it was not answered or the instrument has no such item */
  item_6: number | null;
  /** Answer to item 7; null where it was not answered or the instrument has no such item */
  item_7: number | null;
  /** Answer to item 8; null where it was not answered or the instrument has no such item */
  item_8: number | null;
  /** Answer to item 9; null where it was not answered or the instrument has no such item */
  item_9: number | null;
  /** Total as given by the source */
  total: number | null;
  /** Why there is no score */
  missing_reason: string | null;
  /** paper, portal, staff or phone */
  mode: string | null;
  /** Language of the form */
  language: string | null;
  /** Order among assessments of one day; empty counts as 0 */
  assessment_sequence: number | null;
  /** delivered_on of the delivery that said this */
  stated_on: string;
  /** Sequence of that delivery */
  sequence: number;
  /** Date of the delivery that corrected, deleted or withdrew the row; null while current */
  superseded_on: string | null;
  /** Sequence of that delivery */
  superseded_sequence: number | null;
  /** md5 of the cells in canonical column order, those of columns added later only where they are given; equal hashes mean an unchanged row */
  row_hash: string;
  /** Line of the file on which the row begins */
  line: number;
  /** Answer to item 10; null where it was not answered or the instrument has no such item */
  item_10: number | null;
  /** Answer to item 11; null where it was not answered or the instrument has no such item */
  item_11: number | null;
  /** Answer to item 12; null where it was not answered or the instrument has no such item */
  item_12: number | null;
  /** Answer to item 13; null where it was not answered or the instrument has no such item */
  item_13: number | null;
  /** Answer to item 14; null where it was not answered or the instrument has no such item */
  item_14: number | null;
  /** Answer to item 15; null where it was not answered or the instrument has no such item */
  item_15: number | null;
  /** Answer to item 16; null where it was not answered or the instrument has no such item */
  item_16: number | null;
  /** Answer to item 17; null where it was not answered or the instrument has no such item */
  item_17: number | null;
  /** Answer to item 18; null where it was not answered or the instrument has no such item */
  item_18: number | null;
  /** Answer to item 19; null where it was not answered or the instrument has no such item */
  item_19: number | null;
  /** Answer to item 20; null where it was not answered or the instrument has no such item */
  item_20: number | null;
}

/** Every statement about a client, current and superseded */
export interface RecordClient {
  /** Source of the delivery; keys belong to a source */
  source: string;
  /** Pseudonymous key given by the source */
  client_key: string;
  /** Year of birth */
  birth_year: number | null;
  /** female, male, other or unknown */
  sex: string | null;
  /** woman, man, nonbinary, other, declined or unknown */
  gender: string | null;
  /** One or more races joined by ; */
  race: string | null;
  /** hispanic, not_hispanic, declined or unknown */
  ethnicity: string | null;
  /** ISO 639-1 code, other or unknown */
  language: string | null;
  /** First three digits of the postal code */
  zip3: string | null;
  /** yes, no or unknown */
  veteran: string | null;
  /** Date of death */
  died_on: string | null;
  /** delivered_on of the delivery that said this */
  stated_on: string;
  /** Sequence of that delivery */
  sequence: number;
  /** Date of the delivery that corrected, deleted or withdrew the row; null while current */
  superseded_on: string | null;
  /** Sequence of that delivery */
  superseded_sequence: number | null;
  /** md5 of the cells in canonical column order; equal hashes mean an unchanged row */
  row_hash: string;
  /** Line of the file on which the row begins */
  line: number;
}

/** One accepted delivery; the truth of a source is the fold of its deliveries in order of (delivered_on, sequence) */
export interface RecordDelivery {
  /** Who sent it; keys belong to a source */
  source: string;
  /** Date that history is recorded under, from the sender */
  delivered_on: string;
  /** Order among deliveries of one source on one date */
  sequence: number;
  /** sha256 of the values of delivery.json and the uncompressed bytes of the files */
  content_hash: string;
  /** delta: rows given are added or corrected; full: rows not given are withdrawn */
  mode: string;
  /** Folder of the kept copy, relative to the archive */
  archive: string;
}

/** One file of an accepted delivery and where each of its rows ended */
export interface RecordDeliveryFile {
  /** Source of the delivery */
  source: string;
  /** Date of the delivery */
  delivered_on: string;
  /** Sequence of the delivery */
  sequence: number;
  /** programs, clients, referrals, episodes, sessions, assessments or followups */
  file: string;
  /** sha256 of the uncompressed bytes */
  sha256: string;
  /** Data rows in the file */
  read: number;
  /** Rows whose key was not current before */
  accepted: number;
  /** Rows whose key was current with other values */
  corrected: number;
  /** Rows that say what was known, extra identical copies, deletes of what is not there */
  unchanged: number;
  /** Rows that closed a current row */
  deleted: number;
  /** Rows with a defect of their own */
  quarantined: number;
  /** Current rows that a full file left out */
  withdrawn: number;
}

/** Every statement about an episode, current and superseded */
export interface RecordEpisode {
  /** Source of the delivery; keys belong to a source */
  source: string;
  /** Pseudonymous key given by the source */
  episode_key: string;
  /** Client */
  client_key: string;
  /** Program */
  program_key: string;
  /** Date of admission */
  admitted_on: string;
  /** Date of discharge; null while open */
  discharged_on: string | null;
  /** completed, dropped_out, terminated, transferred, incarcerated, death, other or unknown */
  discharge_reason: string | null;
  /** step_down, step_up or lateral */
  transfer_to: string | null;
  /** yes: insurance ended or moved away */
  neutral_exit: string | null;
  /** Who pays */
  payer: string | null;
  /** Who referred */
  referral_source: string | null;
  /** Primary diagnosis group */
  diagnosis_group: string | null;
  /** Co-occurring substance use disorder: yes, no or unknown */
  co_occurring_sud: string | null;
  /** yes: covered by 42 CFR Part 2 */
  part2: string | null;
  /** Hours a week prescribed */
  prescribed_hours_week: never | null;
  /** delivered_on of the delivery that said this */
  stated_on: string;
  /** Sequence of that delivery */
  sequence: number;
  /** Date of the delivery that corrected, deleted or withdrew the row; null while current */
  superseded_on: string | null;
  /** Sequence of that delivery */
  superseded_sequence: number | null;
  /** md5 of the cells in canonical column order; equal hashes mean an unchanged row */
  row_hash: string;
  /** Line of the file on which the row begins */
  line: number;
}

/** Every statement about a followup, current and superseded */
export interface RecordFollowup {
  /** Source of the delivery; keys belong to a source */
  source: string;
  /** Pseudonymous key given by the source */
  followup_key: string;
  /** Episode */
  episode_key: string;
  /** Date of the contact */
  contacted_on: string;
  /** reached, declined, unreachable, deceased or incarcerated */
  outcome: string;
  /** Attempts made */
  attempts: number | null;
  /** delivered_on of the delivery that said this */
  stated_on: string;
  /** Sequence of that delivery */
  sequence: number;
  /** Date of the delivery that corrected, deleted or withdrew the row; null while current */
  superseded_on: string | null;
  /** Sequence of that delivery */
  superseded_sequence: number | null;
  /** md5 of the cells in canonical column order; equal hashes mean an unchanged row */
  row_hash: string;
  /** Line of the file on which the row begins */
  line: number;
}

/** Every statement about a program, current and superseded */
export interface RecordProgram {
  /** Source of the delivery; keys belong to a source */
  source: string;
  /** Pseudonymous key given by the source */
  program_key: string;
  /** Site of the program */
  site_key: string;
  /** Name of the program */
  name: string;
  /** mh, sud or dual */
  population: string;
  /** adult or adolescent */
  age_group: string | null;
  /** iop, php or op */
  level_of_care: string | null;
  /** Planned length, weeks */
  planned_weeks: number | null;
  /** Planned hours a week */
  planned_hours_week: never | null;
  /** Date the program opened */
  opened_on: string | null;
  /** Date the program closed */
  closed_on: string | null;
  /** delivered_on of the delivery that said this */
  stated_on: string;
  /** Sequence of that delivery */
  sequence: number;
  /** Date of the delivery that corrected, deleted or withdrew the row; null while current */
  superseded_on: string | null;
  /** Sequence of that delivery */
  superseded_sequence: number | null;
  /** md5 of the cells in canonical column order; equal hashes mean an unchanged row */
  row_hash: string;
  /** Line of the file on which the row begins */
  line: number;
}

/** Rows with a defect of their own: where they stand, never what they hold */
export interface RecordQuarantine {
  /** Source of the delivery */
  source: string;
  /** File of the delivery, without its ending */
  file: string;
  /** delivered_on of the delivery */
  stated_on: string;
  /** sequence of the delivery */
  sequence: number;
  /** Line of the file on which the row begins; the header is line 1 */
  line: number;
  /** Key of the row where it has one */
  row_key: string | null;
  /** First defect that applies */
  code: string;
  /** Column at fault, where it is one column */
  column_name: string | null;
  /** Date of the delivery that mended, deleted or left out the row; null while it waits */
  superseded_on: string | null;
  /** Sequence of that delivery */
  superseded_sequence: number | null;
}

/** Every statement about a referral, current and superseded */
export interface RecordReferral {
  /** Source of the delivery; keys belong to a source */
  source: string;
  /** Pseudonymous key given by the source */
  referral_key: string;
  /** Client referred, where known */
  client_key: string | null;
  /** Program referred to */
  program_key: string;
  /** Date or date-time as given; sorts as text, a date alone first */
  received_at: string;
  /** Date of received_at */
  received_on: string;
  /** admitted, declined, ineligible, referred_elsewhere, client_delayed, lost or waiting */
  outcome: string | null;
  /** Episode that came of it */
  episode_key: string | null;
  /** delivered_on of the delivery that said this */
  stated_on: string;
  /** Sequence of that delivery */
  sequence: number;
  /** Date of the delivery that corrected, deleted or withdrew the row; null while current */
  superseded_on: string | null;
  /** Sequence of that delivery */
  superseded_sequence: number | null;
  /** md5 of the cells in canonical column order; equal hashes mean an unchanged row */
  row_hash: string;
  /** Line of the file on which the row begins */
  line: number;
}

/** Deliveries in the folder that the last ingest refused */
export interface RecordRefusal {
  /** Sub-folder of the deliveries folder */
  folder: string;
  /** Source named in delivery.json, where it could be read */
  source: string | null;
  /** Which refusal of the delivery format */
  code: string;
  /** One sentence: place, expected, found; no value of a person */
  message: string;
  /** What to do */
  hint: string;
}

/** Every statement about a session, current and superseded */
export interface RecordSession {
  /** Source of the delivery; keys belong to a source */
  source: string;
  /** Pseudonymous key given by the source */
  session_key: string;
  /** Episode */
  episode_key: string;
  /** Date of the session */
  held_on: string;
  /** group, individual, family, medication, psychoeducation or assessment */
  kind: string;
  /** in_person, video or phone */
  modality: string | null;
  /** Group, where the session is a meeting of one */
  group_key: string | null;
  /** Minutes scheduled */
  scheduled_minutes: number;
  /** Minutes attended */
  attended_minutes: number | null;
  /** attended, partial, no_show, late_cancel, client_cancel, program_cancel or excused */
  attendance: string;
  /** delivered_on of the delivery that said this */
  stated_on: string;
  /** Sequence of that delivery */
  sequence: number;
  /** Date of the delivery that corrected, deleted or withdrew the row; null while current */
  superseded_on: string | null;
  /** Sequence of that delivery */
  superseded_sequence: number | null;
  /** md5 of the cells in canonical column order; equal hashes mean an unchanged row */
  row_hash: string;
  /** Line of the file on which the row begins */
  line: number;
}

/** Every definition of success that was registered, the last being in force */
export interface RecordSuccessDefinition {
  /** Date of the note in the configuration */
  registered_on: string;
  /** effect, response, reliable_improvement or remission; none where it was withdrawn */
  definition: string;
  /** The note */
  because: string;
  /** As-of date of the run that first found it */
  seen_on: string;
}

/** One assessment that takes part */
export interface WarehouseAssessment {
  /** Person */
  person_key: number;
  /** Source */
  source: string;
  /** Assessment */
  assessment_key: string;
  /** Episode */
  episode_key: string;
  /** phq9 or gad7 */
  instrument: string;
  /** Date */
  assessed_on: string;
  /** Sum of all items, or the total where no item is given */
  complete_score: number | null;
  /** Rounded up from the items answered where at most two of nine (one of seven) are missing; null where complete */
  prorated_score: number | null;
  /** 1 speaks for its day: highest sequence, then greatest key */
  day_rank: number;
  /** Answer to the item that asks for thoughts of death; null where not answered or not asked */
  ideation: number | null;
}

/** The last build; one row */
export interface WarehouseBuild {
  /** Date that the data speak for */
  as_of: string;
  /** Hash of settings, SQL and measures; another hash builds every person anew */
  definition: string;
}

/** Deliveries that the warehouse was last built from */
export interface WarehouseBuilt {
  /** Source */
  source: string;
  /** Date of the delivery */
  delivered_on: string;
  /** Sequence of the delivery */
  sequence: number;
  /** Content of the delivery */
  content_hash: string;
}

/** Rows of episode_outcome of the persons being counted; empty between counts */
export interface WarehouseCountedEpisode {
  /** Person */
  person_key: number;
  /** Source */
  source: string;
  /** Episode */
  episode_key: string;
  /** Program */
  program_key: string;
  /** Date of admission */
  admitted_on: string;
  /** Date of discharge */
  discharged_on: string | null;
  /** Group of the breakdown age_band */
  age_band: string;
  /** Group of the breakdown sex */
  sex: string;
  /** Group of the breakdown gender */
  gender: string;
  /** Group of the breakdown race */
  race: string;
  /** Group of the breakdown ethnicity */
  ethnicity: string;
  /** Group of the breakdown language */
  language: string;
  /** Group of the breakdown payer */
  payer: string;
  /** Group of the breakdown modality */
  modality: string;
  /** Group of the breakdown diagnosis_group */
  diagnosis_group: string;
  /** Group of the breakdown co_occurring_sud */
  co_occurring_sud: string;
  /** Group of the breakdown discharge_reason */
  discharge_reason: string;
  /** Who referred */
  referral_source: string;
  /** Share of expected sessions attended, in bands */
  attendance_band: string;
  /** Severity band of the baseline PHQ-9, from 1; 0 where there is none */
  phq9_band: number;
  /** Severity band of the baseline GAD-7, from 1; 0 where there is none */
  gad7_band: number;
  /** The client was admitted before */
  has_prior_episode: boolean;
  /** Has a discharge date */
  is_discharged: boolean;
  /** At least one session attended or partly attended */
  is_treated: boolean;
  /** Discharged with two or more treated sessions */
  is_finished: boolean;
  /** Closed by death: by reason, or the client died between admission and discharge */
  is_death: boolean;
  /** Not known to be under 12 at admission */
  is_of_age: boolean;
  /** The person has another episode that takes part */
  has_several_episodes: boolean;
  /** Discharge reason completed */
  is_completed: boolean;
  /** Discharge reason completed or transferred */
  is_completed_or_transferred: boolean;
  /** Jail, death, step up, or marked neutral and not completed */
  is_neutral_exit: boolean;
  /** Discharged with fewer than 3 treated sessions or less than 14 days */
  is_early_leaver: boolean;
  /** Dropped out or terminated early */
  is_early_dropout: boolean;
  /** A neutral exit before the third treated session or day 14 */
  is_early_neutral_exit: boolean;
  /** 28 days have passed since admission */
  is_28_days_since_admission: boolean;
  /** 7 days have passed since admission */
  is_7_days_since_admission: boolean;
  /** 14 days have passed since discharge */
  is_14_days_since_discharge: boolean;
  /** Length of stay, days, both ends counted; null while open */
  los_days: number | null;
  /** Days to the exit, or to the as-of date while open; null if never treated */
  days_in_program: number | null;
  /** planned, unplanned, death or open; null if never treated */
  exit_kind: string | null;
  /** Open, with no session for longer than stale_after_days */
  is_stale: boolean;
  /** Discharged after a stay of seven days or more */
  has_stayed_a_week: boolean;
  /** Treatment received, half minutes */
  half_minutes: number;
  /** Has a whole week of stay and prescribed hours */
  has_weeks_of_dose: boolean;
  /** Whole weeks of the stay of a closed episode with prescribed hours */
  weeks_of_dose: number;
  /** Of these, weeks with 80 % or more of the prescribed hours */
  weeks_at_dose: number;
  /** Transferred into another program of the source on the same or the next day */
  is_continued: boolean;
  /** 30 days have passed since discharge */
  is_30_days_since_discharge: boolean;
  /** 90 days have passed since discharge */
  is_90_days_since_discharge: boolean;
  /** Admitted to the same program again within 30 days */
  is_readmitted_within_30_days: boolean;
  /** Admitted to the same program again within 90 days */
  is_readmitted_within_90_days: boolean;
  /** A baseline score of any instrument */
  is_measured_at_baseline: boolean;
  /** A score of any instrument within 14 days of discharge, after its baseline */
  is_measured_at_end: boolean;
  /** A scored assessment 150 to 210 days after discharge */
  is_followed_up: boolean;
  /** A scored assessment 120 to 240 days after discharge */
  is_followed_up_wide: boolean;
  /** First complete PHQ-9 of 10 or more, or GAD-7 of 8 or more */
  was_case: boolean;
  /** First and last complete PHQ-9 and GAD-7, each on two days */
  has_both_pairs: boolean;
  /** Both pairs, last PHQ-9 below 10 and last GAD-7 below 8 */
  is_recovered: boolean;
  /** Both pairs, one fell by its threshold (6, 4) and neither rose by it */
  is_reliably_improved: boolean;
  /** Both pairs, one rose by its threshold and neither fell by it */
  is_reliably_worse: boolean;
  /** Both pairs, neither reliably improved nor reliably worse; mixed changes too */
  is_not_reliably_changed: boolean;
  /** Last treated discharge of the client in the discharge quarter */
  is_followup_unit: boolean;
  /** Not known to be dead 150 days after discharge */
  is_alive_at_followup: boolean;
}

/** Rows of session_period of the persons being counted; empty between counts */
export interface WarehouseCountedPeriod {
  /** Person */
  person_key: number;
  /** Source */
  source: string;
  /** Episode */
  episode_key: string;
  /** month, quarter, year or all */
  period_type: string;
  /** First day of the period; 1900-01-01 for all */
  period_on: string;
  /** Sessions of any attendance */
  sessions: number;
  /** Sessions without those the program cancelled or excused */
  expected_sessions: number;
  /** Expected sessions attended at least half */
  attended_sessions: number;
  /** Expected sessions with no show or late cancellation */
  missed_sessions: number;
  /** Expected sessions cancelled by the client, late or in time */
  client_cancelled_sessions: number;
  /** Sessions cancelled by the program */
  program_cancelled_sessions: number;
  /** Weeks with a treated session, by their first day; clients under 12 left out */
  treated_weeks: number;
  /** Of these, weeks with a score */
  measured_weeks: number;
}

/** Rows of episode_score of the persons being counted; empty between counts */
export interface WarehouseCountedScore {
  /** Person */
  person_key: number;
  /** Source */
  source: string;
  /** Episode */
  episode_key: string;
  /** Instrument */
  instrument: string;
  /** Score at baseline */
  baseline: number | null;
  /** Last score of the episode */
  post_last: number | null;
  /** Score at six months */
  followup: number | null;
  /** First complete score */
  first_score: number | null;
  /** Last complete score, on a later day */
  last_score: number | null;
  /** Severity band of the baseline, from 1; 0 where there is none */
  baseline_band: number;
  /** Has a baseline score */
  has_baseline: boolean;
  /** Has a baseline and a later score */
  has_pair: boolean;
  /** A score within 14 days of discharge, after the baseline */
  has_end_score: boolean;
  /** A score 150 to 210 days after discharge */
  has_followup: boolean;
  /** A score 120 to 240 days after discharge */
  has_followup_wide: boolean;
  /** Has a baseline and a six-month score */
  has_followup_pair: boolean;
  /** Has a baseline, a later and a six-month score */
  has_followup_triple: boolean;
  /** A score of the pair is prorated */
  is_prorated: boolean;
  /** The pair is less than 14 days apart */
  is_short_interval: boolean;
  /** Fell by the reliable change or more */
  is_reliably_improved: boolean;
  /** Rose by the reliable change or more */
  is_reliably_worse: boolean;
  /** Baseline moderate or worse */
  was_elevated: boolean;
  /** Last score at most half of baseline */
  is_response: boolean;
  /** Last score below the limit of remission */
  is_remission: boolean;
  /** Baseline of the minimal important change or more */
  was_above_mcid: boolean;
  /** Fell by the minimal important change or more */
  is_mcid: boolean;
  /** Six-month score lower than baseline by the reliable change or more */
  is_still_better: boolean;
  /** Six-month score not higher than the last one by the reliable change */
  is_not_worse_since: boolean;
  /** The item on thoughts of death is answered at baseline */
  has_ideation_answer: boolean;
  /** It is 1 or more at baseline */
  was_ideating: boolean;
  /** It is answered at baseline and at the last score */
  has_ideation_pair: boolean;
  /** It is 0 at baseline and 1 or more at the last score */
  is_newly_ideating: boolean;
  /** It is 1 or more at baseline and 0 at the last score */
  is_no_longer_ideating: boolean;
}

/** One episode that takes part, with the groups it is counted in */
export interface WarehouseEpisode {
  /** Person, from md5 of source and client key */
  person_key: number;
  /** Source */
  source: string;
  /** Episode */
  episode_key: string;
  /** Client */
  client_key: string;
  /** Program */
  program_key: string;
  /** Date of admission */
  admitted_on: string;
  /** Date of discharge; null while open */
  discharged_on: string | null;
  /** Reason; open while open */
  discharge_reason: string;
  /** step_down, step_up or lateral */
  transfer_to: string | null;
  /** The source marked the ending as neutral: insurance ended, moved away */
  has_neutral_exit: boolean;
  /** Date of death of the client */
  died_on: string | null;
  /** Age at admission: year of admission less year of birth; null where unknown */
  age: number | null;
  /** Age at admission in bands */
  age_band: string;
  /** Sex */
  sex: string;
  /** Gender */
  gender: string;
  /** One race, multiracial, declined or unknown */
  race: string;
  /** Ethnicity */
  ethnicity: string;
  /** Language */
  language: string;
  /** Payer */
  payer: string;
  /** Primary diagnosis group */
  diagnosis_group: string;
  /** Co-occurring substance use disorder */
  co_occurring_sud: string;
  /** Who referred */
  referral_source: string;
  /** Hours a week prescribed */
  prescribed_hours_week: never | null;
}

/** What all instruments of an episode say together */
export interface WarehouseEpisodeChange {
  /** Person */
  person_key: number;
  /** Source */
  source: string;
  /** Episode */
  episode_key: string;
  /** A baseline score of any instrument */
  is_measured_at_baseline: boolean;
  /** A score of any instrument within 14 days of discharge, after its baseline */
  is_measured_at_end: boolean;
  /** A scored assessment 150 to 210 days after discharge */
  is_followed_up: boolean;
  /** A scored assessment 120 to 240 days after discharge */
  is_followed_up_wide: boolean;
  /** Severity band of the baseline PHQ-9, from 1; 0 where there is none */
  phq9_band: number;
  /** Severity band of the baseline GAD-7, from 1; 0 where there is none */
  gad7_band: number;
  /** First complete PHQ-9 of 10 or more, or GAD-7 of 8 or more */
  was_case: boolean;
  /** First and last complete PHQ-9 and GAD-7, each on two days */
  has_both_pairs: boolean;
  /** Both pairs, last PHQ-9 below 10 and last GAD-7 below 8 */
  is_recovered: boolean;
  /** Both pairs, one fell by its threshold (6, 4) and neither rose by it */
  is_reliably_improved: boolean;
  /** Both pairs, one rose by its threshold and neither fell by it */
  is_reliably_worse: boolean;
  /** Both pairs, neither reliably improved nor reliably worse; mixed changes too */
  is_not_reliably_changed: boolean;
}

/** One episode: what treatment was received */
export interface WarehouseEpisodeDose {
  /** Person */
  person_key: number;
  /** Source */
  source: string;
  /** Episode */
  episode_key: string;
  /** Sessions attended or partly attended */
  treated_sessions: number;
  /** First treated session */
  first_treated_on: string | null;
  /** Date of the last of them */
  last_treated_on: string | null;
  /** Date of the last session of any attendance */
  last_session_on: string | null;
  /** Days from admission to the last treated session or the discharge, both ends counted */
  days_to_last_treatment: number | null;
  /** Treatment received, half minutes */
  half_minutes: number;
  /** Share of expected sessions attended, in bands */
  attendance_band: string;
  /** The modality of more than 80 % of treated sessions, else mixed; unknown without one */
  modality: string;
}

/** One episode: the clinical rules as columns; every measure over episodes names these */
export interface WarehouseEpisodeOutcome {
  /** Person */
  person_key: number;
  /** Source */
  source: string;
  /** Episode */
  episode_key: string;
  /** Program */
  program_key: string;
  /** Date of admission */
  admitted_on: string;
  /** Date of discharge */
  discharged_on: string | null;
  /** Group of the breakdown age_band */
  age_band: string;
  /** Group of the breakdown sex */
  sex: string;
  /** Group of the breakdown gender */
  gender: string;
  /** Group of the breakdown race */
  race: string;
  /** Group of the breakdown ethnicity */
  ethnicity: string;
  /** Group of the breakdown language */
  language: string;
  /** Group of the breakdown payer */
  payer: string;
  /** Group of the breakdown modality */
  modality: string;
  /** Group of the breakdown diagnosis_group */
  diagnosis_group: string;
  /** Group of the breakdown co_occurring_sud */
  co_occurring_sud: string;
  /** Group of the breakdown discharge_reason */
  discharge_reason: string;
  /** Who referred */
  referral_source: string;
  /** Share of expected sessions attended, in bands */
  attendance_band: string;
  /** Severity band of the baseline PHQ-9, from 1; 0 where there is none */
  phq9_band: number;
  /** Severity band of the baseline GAD-7, from 1; 0 where there is none */
  gad7_band: number;
  /** The client was admitted before */
  has_prior_episode: boolean;
  /** Has a discharge date */
  is_discharged: boolean;
  /** At least one session attended or partly attended */
  is_treated: boolean;
  /** Discharged with two or more treated sessions */
  is_finished: boolean;
  /** Closed by death: by reason, or the client died between admission and discharge */
  is_death: boolean;
  /** Not known to be under 12 at admission */
  is_of_age: boolean;
  /** The person has another episode that takes part */
  has_several_episodes: boolean;
  /** Discharge reason completed */
  is_completed: boolean;
  /** Discharge reason completed or transferred */
  is_completed_or_transferred: boolean;
  /** Jail, death, step up, or marked neutral and not completed */
  is_neutral_exit: boolean;
  /** Discharged with fewer than 3 treated sessions or less than 14 days */
  is_early_leaver: boolean;
  /** Dropped out or terminated early */
  is_early_dropout: boolean;
  /** A neutral exit before the third treated session or day 14 */
  is_early_neutral_exit: boolean;
  /** 28 days have passed since admission */
  is_28_days_since_admission: boolean;
  /** 7 days have passed since admission */
  is_7_days_since_admission: boolean;
  /** 14 days have passed since discharge */
  is_14_days_since_discharge: boolean;
  /** Length of stay, days, both ends counted; null while open */
  los_days: number | null;
  /** Days to the exit, or to the as-of date while open; null if never treated */
  days_in_program: number | null;
  /** planned, unplanned, death or open; null if never treated */
  exit_kind: string | null;
  /** Open, with no session for longer than stale_after_days */
  is_stale: boolean;
  /** Discharged after a stay of seven days or more */
  has_stayed_a_week: boolean;
  /** Treatment received, half minutes */
  half_minutes: number;
  /** Has a whole week of stay and prescribed hours */
  has_weeks_of_dose: boolean;
  /** Whole weeks of the stay of a closed episode with prescribed hours */
  weeks_of_dose: number;
  /** Of these, weeks with 80 % or more of the prescribed hours */
  weeks_at_dose: number;
  /** Transferred into another program of the source on the same or the next day */
  is_continued: boolean;
  /** 30 days have passed since discharge */
  is_30_days_since_discharge: boolean;
  /** 90 days have passed since discharge */
  is_90_days_since_discharge: boolean;
  /** Admitted to the same program again within 30 days */
  is_readmitted_within_30_days: boolean;
  /** Admitted to the same program again within 90 days */
  is_readmitted_within_90_days: boolean;
  /** A baseline score of any instrument */
  is_measured_at_baseline: boolean;
  /** A score of any instrument within 14 days of discharge, after its baseline */
  is_measured_at_end: boolean;
  /** A scored assessment 150 to 210 days after discharge */
  is_followed_up: boolean;
  /** A scored assessment 120 to 240 days after discharge */
  is_followed_up_wide: boolean;
  /** First complete PHQ-9 of 10 or more, or GAD-7 of 8 or more */
  was_case: boolean;
  /** First and last complete PHQ-9 and GAD-7, each on two days */
  has_both_pairs: boolean;
  /** Both pairs, last PHQ-9 below 10 and last GAD-7 below 8 */
  is_recovered: boolean;
  /** Both pairs, one fell by its threshold (6, 4) and neither rose by it */
  is_reliably_improved: boolean;
  /** Both pairs, one rose by its threshold and neither fell by it */
  is_reliably_worse: boolean;
  /** Both pairs, neither reliably improved nor reliably worse; mixed changes too */
  is_not_reliably_changed: boolean;
  /** Last treated discharge of the client in the discharge quarter */
  is_followup_unit: boolean;
  /** Not known to be dead 150 days after discharge */
  is_alive_at_followup: boolean;
}

/** Where the client of a discharge went next */
export interface WarehouseEpisodeReadmission {
  /** Person */
  person_key: number;
  /** Source */
  source: string;
  /** Episode */
  episode_key: string;
  /** Days to the next admission to the same program; null where there is none */
  days_to_readmission: number | null;
  /** Transferred into another program of the source on the same or the next day */
  is_continued: boolean;
}

/** One episode and instrument with a score: the scores that outcomes are judged by, and what they say */
export interface WarehouseEpisodeScore {
  /** Person */
  person_key: number;
  /** Source */
  source: string;
  /** Episode */
  episode_key: string;
  /** Instrument */
  instrument: string;
  /** Score at baseline */
  baseline: number | null;
  /** Last score of the episode */
  post_last: number | null;
  /** Score at six months */
  followup: number | null;
  /** First complete score */
  first_score: number | null;
  /** Last complete score, on a later day */
  last_score: number | null;
  /** Severity band of the baseline, from 1; 0 where there is none */
  baseline_band: number;
  /** Has a baseline score */
  has_baseline: boolean;
  /** Has a baseline and a later score */
  has_pair: boolean;
  /** A score within 14 days of discharge, after the baseline */
  has_end_score: boolean;
  /** A score 150 to 210 days after discharge */
  has_followup: boolean;
  /** A score 120 to 240 days after discharge */
  has_followup_wide: boolean;
  /** Has a baseline and a six-month score */
  has_followup_pair: boolean;
  /** Has a baseline, a later and a six-month score */
  has_followup_triple: boolean;
  /** A score of the pair is prorated */
  is_prorated: boolean;
  /** The pair is less than 14 days apart */
  is_short_interval: boolean;
  /** Fell by the reliable change or more */
  is_reliably_improved: boolean;
  /** Rose by the reliable change or more */
  is_reliably_worse: boolean;
  /** Baseline moderate or worse */
  was_elevated: boolean;
  /** Last score at most half of baseline */
  is_response: boolean;
  /** Last score below the limit of remission */
  is_remission: boolean;
  /** Baseline of the minimal important change or more */
  was_above_mcid: boolean;
  /** Fell by the minimal important change or more */
  is_mcid: boolean;
  /** Six-month score lower than baseline by the reliable change or more */
  is_still_better: boolean;
  /** Six-month score not higher than the last one by the reliable change */
  is_not_worse_since: boolean;
  /** The item on thoughts of death is answered at baseline */
  has_ideation_answer: boolean;
  /** It is 1 or more at baseline */
  was_ideating: boolean;
  /** It is answered at baseline and at the last score */
  has_ideation_pair: boolean;
  /** It is 0 at baseline and 1 or more at the last score */
  is_newly_ideating: boolean;
  /** It is 1 or more at baseline and 0 at the last score */
  is_no_longer_ideating: boolean;
}

/** One closed, treated episode with prescribed hours */
export interface WarehouseEpisodeWeek {
  /** Person */
  person_key: number;
  /** Source */
  source: string;
  /** Episode */
  episode_key: string;
  /** Whole weeks of the stay */
  weeks_of_dose: number;
  /** Of these, weeks with 80 % or more of the prescribed hours */
  weeks_at_dose: number;
}

/** One follow-up contact that takes part */
export interface WarehouseFollowup {
  /** Person */
  person_key: number;
  /** Source */
  source: string;
  /** Contact */
  followup_key: string;
  /** Episode */
  episode_key: string;
  /** Date */
  contacted_on: string;
  /** Outcome of the contact */
  outcome: string;
}

/** One instrument as its file in data/instruments declares it */
export interface WarehouseInstrument {
  /** Instrument */
  instrument: string;
  /** Items */
  items: number;
  /** Items that may be missing where a score is prorated */
  may_be_missing: number;
  /** Score from which symptoms are moderate or worse */
  elevated_from: number;
  /** Score below which little is left */
  remission_below: number;
  /** Change that is more than measurement error */
  reliable_change: number;
  /** Smallest change that matters */
  minimal_important_change: number;
  /** First score of each severity band */
  band_from: number[];
  /** Item that asks for thoughts of death */
  ideation_item: number | null;
}

/** One group meeting with a treated attendee */
export interface WarehouseMeeting {
  /** Source */
  source: string;
  /** Program */
  program_key: string;
  /** Group */
  group_key: string;
  /** Date */
  held_on: string;
  /** Clients who were treated in it */
  attendees: number;
}

/** One person whose rows are built anew in this run */
export interface WarehousePersonToBuild {
  /** Person */
  person_key: number;
  /** A statement about the person changed; otherwise only the as-of date moved */
  has_changed: boolean;
}

/** One program that is known */
export interface WarehouseProgram {
  /** Source */
  source: string;
  /** Program */
  program_key: string;
  /** Site */
  site_key: string;
  /** Name */
  name: string;
  /** mh, sud or dual */
  population: string;
  /** iop, php, op or unknown */
  level_of_care: string;
}

/** One referral that takes part */
export interface WarehouseReferral {
  /** Source */
  source: string;
  /** Referral */
  referral_key: string;
  /** Client, where known */
  client_key: string | null;
  /** Program referred to */
  program_key: string;
  /** Date received */
  received_on: string;
  /** What came of it */
  outcome: string;
  /** Person of the episode that came of it */
  person_key: number | null;
  /** Episode that came of it */
  episode_key: string | null;
  /** Place among the referrals of the client to the program, from 1 */
  place: number | null;
}

/** The rules of access, one row per referral */
export interface WarehouseReferralOutcome {
  /** Source */
  source: string;
  /** Referral */
  referral_key: string;
  /** Program referred to */
  program_key: string;
  /** Date received */
  received_on: string;
  /** Not within 30 days of the last kept referral of the client to the program */
  is_kept: boolean;
  /** Neither ineligible, nor referred elsewhere, nor delayed by the client */
  is_eligible: boolean;
  /** 30 days have passed since the referral */
  is_30_days_since_referral: boolean;
  /** Days to the first treated session, or to the as-of date where there was none */
  days_to_service: number;
  /** served, or open where nobody was seen yet */
  service: string;
  /** First treated session at most two calendar days after the referral */
  is_seen_within_48_hours: boolean;
}

/** One session that takes part */
export interface WarehouseSession {
  /** Person */
  person_key: number;
  /** Source */
  source: string;
  /** Session */
  session_key: string;
  /** Episode */
  episode_key: string;
  /** Date */
  held_on: string;
  /** in_person, video, phone or unknown */
  modality: string;
  /** Attendance code */
  attendance: string;
  /** Attended or partial: counts as treatment received */
  is_treated: boolean;
  /** Attended at least half of the scheduled minutes; partial never counts */
  is_attended: boolean;
  /** From admission to discharge inclusive; the day after discharge is treatment but not attendance */
  is_in_range: boolean;
  /** Treatment received, half minutes */
  half_minutes: number;
  /** Group of a treated group meeting; null for every other session */
  group_key: string | null;
}

/** One episode and calendar month in which something was planned */
export interface WarehouseSessionMonth {
  /** Person */
  person_key: number;
  /** Source */
  source: string;
  /** Episode */
  episode_key: string;
  /** First day of the month */
  month: string;
  /** Sessions of any attendance */
  sessions: number;
  /** Sessions without those the program cancelled or excused */
  expected_sessions: number;
  /** Expected sessions attended at least half */
  attended_sessions: number;
  /** Expected sessions with no show or late cancellation */
  missed_sessions: number;
  /** Expected sessions cancelled by the client, late or in time */
  client_cancelled_sessions: number;
  /** Sessions cancelled by the program */
  program_cancelled_sessions: number;
  /** Treated group meetings, the day after discharge too */
  group_sessions: number;
  /** Weeks with a treated session, by their first day; clients under 12 left out */
  treated_weeks: number;
  /** Of these, weeks with a score */
  measured_weeks: number;
}

/** One episode and month, quarter, year or all time in which something was planned */
export interface WarehouseSessionPeriod {
  /** Person */
  person_key: number;
  /** Source */
  source: string;
  /** Episode */
  episode_key: string;
  /** month, quarter, year or all */
  period_type: string;
  /** First day of the period; 1900-01-01 for all */
  period_on: string;
  /** Sessions of any attendance */
  sessions: number;
  /** Sessions without those the program cancelled or excused */
  expected_sessions: number;
  /** Expected sessions attended at least half */
  attended_sessions: number;
  /** Expected sessions with no show or late cancellation */
  missed_sessions: number;
  /** Expected sessions cancelled by the client, late or in time */
  client_cancelled_sessions: number;
  /** Sessions cancelled by the program */
  program_cancelled_sessions: number;
  /** Weeks with a treated session, by their first day; clients under 12 left out */
  treated_weeks: number;
  /** Of these, weeks with a score */
  measured_weeks: number;
}

/** One row that was accepted and waits for its context */
export interface WarehouseWaiting {
  /** Source */
  source: string;
  /** File it came in */
  file: string;
  /** Its key */
  row_key: string;
  /** unknown_parent, session_outside_episode, assessment_too_early or second_open_episode */
  code: string;
  /** Person, where the row leads to one */
  person_key: number | null;
}

/** What the last checks found: one row */
export interface MartChecked {
  /** sha256 of all that decides it: deliveries, settings, as-of date, code */
  state: string;
  /** Results of the checks as JSON, counts of rows only */
  results: string;
}

/** Units of one cell with one whole value */
export interface MartHistogram {
  /** Measure */
  measure: string;
  /** all, or the breakdown that group_key belongs to */
  dimension: string;
  /** Group within the dimension; empty for all */
  group_key: string;
  /** Source of the program */
  source: string;
  /** Program */
  program_key: string;
  /** month, quarter, year or all: the finest that adds up for this measure */
  period_type: string;
  /** First day of the period */
  period_on: string;
  /** What ended a time; empty where there is none */
  event: string;
  /** Days */
  value: number;
  /** Units */
  n: number;
}

/** Units of one cell that reach a step on the way into a measure */
export interface MartLadder {
  /** Measure */
  measure: string;
  /** all, or the breakdown that group_key belongs to */
  dimension: string;
  /** Group within the dimension; empty for all */
  group_key: string;
  /** Source of the program */
  source: string;
  /** Program */
  program_key: string;
  /** month, quarter, year or all: the finest that adds up for this measure */
  period_type: string;
  /** First day of the period */
  period_on: string;
  /** Step of the ladder */
  step: string;
  /** Units */
  n: number;
}

/** Sums over units of one cell, from which means, deviations and ratios follow */
export interface MartMoment {
  /** Measure */
  measure: string;
  /** all, or the breakdown that group_key belongs to */
  dimension: string;
  /** Group within the dimension; empty for all */
  group_key: string;
  /** Source of the program */
  source: string;
  /** Program */
  program_key: string;
  /** month, quarter, year or all: the finest that adds up for this measure */
  period_type: string;
  /** First day of the period */
  period_on: string;
  /** Units */
  n: number;
  /** Sum of x: baseline score, or numerator of a ratio */
  sum_x: number;
  /** Sum of y: later score, or denominator of a ratio */
  sum_y: number;
  /** Sum of x squared */
  sum_xx: number;
  /** Sum of y squared */
  sum_yy: number;
  /** Sum of x times y */
  sum_xy: number;
}

/** Units of one cell that are alike in attendance, completion and severity: whom a measure should speak for, and whom it was measured of */
export interface MartPattern {
  /** Measure */
  measure: string;
  /** all */
  dimension: string;
  /** Empty */
  group_key: string;
  /** Source of the program */
  source: string;
  /** Program */
  program_key: string;
  /** year, or quarter for measures of quarters that mature */
  period_type: string;
  /** First day of the period */
  period_on: string;
  /** Share of expected sessions attended, in bands */
  attendance: string;
  /** completed or not */
  completion: string;
  /** Severity band of the baseline, 0 where there is none; of PHQ-9 and GAD-7 joined by / where both are judged */
  severity: string;
  /** Units that the measure should speak for */
  n: number;
  /** Of these, measured */
  measured: number;
  /** Of the measured, sum of the numerator, or of the change */
  sum_y: number;
  /** Sum of its squares */
  sum_yy: number;
  /** Of those not measured, with the earlier score of a change */
  n_baseline: number;
  /** Sum of these earlier scores */
  sum_baseline: number;
}

/** People of the follow-up cohort by whether they were reached, and by what they are */
export interface MartReached {
  /** followup_retention */
  measure: string;
  /** all */
  dimension: string;
  /** Empty */
  group_key: string;
  /** Source of the program */
  source: string;
  /** Program */
  program_key: string;
  /** quarter */
  period_type: string;
  /** First day of the period */
  period_on: string;
  /** What is compared */
  characteristic: string;
  /** Level of it; empty for a score */
  level: string;
  /** Has a score at six months */
  is_reached: boolean;
  /** People */
  n: number;
  /** Sum of the score */
  sum_x: number;
  /** Sum of its squares */
  sum_xx: number;
}

/** Units of a proportion in one cell */
export interface MartTally {
  /** Measure */
  measure: string;
  /** all, or the breakdown that group_key belongs to */
  dimension: string;
  /** Group within the dimension; empty for all */
  group_key: string;
  /** Source of the program */
  source: string;
  /** Program */
  program_key: string;
  /** month, quarter, year or all: the finest that adds up for this measure */
  period_type: string;
  /** First day of the period */
  period_on: string;
  /** Units in the denominator */
  n: number;
  /** Those in the numerator */
  numerator: number;
  /** Units left out because their window is still open */
  n_immature: number;
}

/** Tables by name, as Kysely knows them. */
export interface Tables {
  "plumbline.migration": PlumblineMigration;
  "record.assessment": RecordAssessment;
  "record.client": RecordClient;
  "record.delivery": RecordDelivery;
  "record.delivery_file": RecordDeliveryFile;
  "record.episode": RecordEpisode;
  "record.followup": RecordFollowup;
  "record.program": RecordProgram;
  "record.quarantine": RecordQuarantine;
  "record.referral": RecordReferral;
  "record.refusal": RecordRefusal;
  "record.session": RecordSession;
  "record.success_definition": RecordSuccessDefinition;
  "warehouse.assessment": WarehouseAssessment;
  "warehouse.build": WarehouseBuild;
  "warehouse.built": WarehouseBuilt;
  "warehouse.counted_episode": WarehouseCountedEpisode;
  "warehouse.counted_period": WarehouseCountedPeriod;
  "warehouse.counted_score": WarehouseCountedScore;
  "warehouse.episode": WarehouseEpisode;
  "warehouse.episode_change": WarehouseEpisodeChange;
  "warehouse.episode_dose": WarehouseEpisodeDose;
  "warehouse.episode_outcome": WarehouseEpisodeOutcome;
  "warehouse.episode_readmission": WarehouseEpisodeReadmission;
  "warehouse.episode_score": WarehouseEpisodeScore;
  "warehouse.episode_week": WarehouseEpisodeWeek;
  "warehouse.followup": WarehouseFollowup;
  "warehouse.instrument": WarehouseInstrument;
  "warehouse.meeting": WarehouseMeeting;
  "warehouse.person_to_build": WarehousePersonToBuild;
  "warehouse.program": WarehouseProgram;
  "warehouse.referral": WarehouseReferral;
  "warehouse.referral_outcome": WarehouseReferralOutcome;
  "warehouse.session": WarehouseSession;
  "warehouse.session_month": WarehouseSessionMonth;
  "warehouse.session_period": WarehouseSessionPeriod;
  "warehouse.waiting": WarehouseWaiting;
  "mart.checked": MartChecked;
  "mart.histogram": MartHistogram;
  "mart.ladder": MartLadder;
  "mart.moment": MartMoment;
  "mart.pattern": MartPattern;
  "mart.reached": MartReached;
  "mart.tally": MartTally;
}
