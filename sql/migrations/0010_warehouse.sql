-- also as: known
-- What is true: the rows that take part, and the clinical rules as columns of episode_outcome. Filled by sql/warehouse/*.sql.
create schema warehouse;

create table warehouse.program (
  source text collate "C" not null,
  program_key text collate "C" not null,
  site_key text collate "C" not null,
  name text collate "C" not null,
  population text collate "C" not null,
  level_of_care text collate "C" not null,
  primary key (source, program_key)
);
comment on table warehouse.program is 'One program that is known';
comment on column warehouse.program.source is 'Source';
comment on column warehouse.program.program_key is 'Program';
comment on column warehouse.program.site_key is 'Site';
comment on column warehouse.program.name is 'Name';
comment on column warehouse.program.population is 'mh, sud or dual';
comment on column warehouse.program.level_of_care is 'iop, php, op or unknown';

create table warehouse.person_to_build (
  person_key bigint not null,
  has_changed boolean not null,
  primary key (person_key)
);
comment on table warehouse.person_to_build is 'One person whose rows are built anew in this run';
comment on column warehouse.person_to_build.person_key is 'Person';
comment on column warehouse.person_to_build.has_changed is 'A statement about the person changed; otherwise only the as-of date moved';

create table warehouse.episode (
  person_key bigint not null,
  source text collate "C" not null,
  episode_key text collate "C" not null,
  client_key text collate "C" not null,
  program_key text collate "C" not null,
  admitted_on date not null,
  discharged_on date,
  discharge_reason text collate "C" not null,
  transfer_to text collate "C",
  has_neutral_exit boolean not null,
  died_on date,
  age smallint,
  age_band text collate "C" not null,
  sex text collate "C" not null,
  gender text collate "C" not null,
  race text collate "C" not null,
  ethnicity text collate "C" not null,
  language text collate "C" not null,
  payer text collate "C" not null,
  diagnosis_group text collate "C" not null,
  co_occurring_sud text collate "C" not null,
  primary key (person_key, source, episode_key)
);
create index episode_episode_key on warehouse.episode (source, episode_key);
comment on table warehouse.episode is 'One episode that takes part, with the groups it is counted in';
comment on column warehouse.episode.person_key is 'Person, from md5 of source and client key';
comment on column warehouse.episode.source is 'Source';
comment on column warehouse.episode.episode_key is 'Episode';
comment on column warehouse.episode.client_key is 'Client';
comment on column warehouse.episode.program_key is 'Program';
comment on column warehouse.episode.admitted_on is 'Date of admission';
comment on column warehouse.episode.discharged_on is 'Date of discharge; null while open';
comment on column warehouse.episode.discharge_reason is 'Reason; open while open';
comment on column warehouse.episode.transfer_to is 'step_down, step_up or lateral';
comment on column warehouse.episode.has_neutral_exit is 'The source marked the ending as neutral: insurance ended, moved away';
comment on column warehouse.episode.died_on is 'Date of death of the client';
comment on column warehouse.episode.age is 'Age at admission: year of admission less year of birth; null where unknown';
comment on column warehouse.episode.age_band is 'Age at admission in bands';
comment on column warehouse.episode.sex is 'Sex';
comment on column warehouse.episode.gender is 'Gender';
comment on column warehouse.episode.race is 'One race, multiracial, declined or unknown';
comment on column warehouse.episode.ethnicity is 'Ethnicity';
comment on column warehouse.episode.language is 'Language';
comment on column warehouse.episode.payer is 'Payer';
comment on column warehouse.episode.diagnosis_group is 'Primary diagnosis group';
comment on column warehouse.episode.co_occurring_sud is 'Co-occurring substance use disorder';

create table warehouse.session (
  person_key bigint not null,
  source text collate "C" not null,
  session_key text collate "C" not null,
  episode_key text collate "C" not null,
  held_on date not null,
  modality text collate "C" not null,
  attendance text collate "C" not null,
  is_treated boolean not null,
  is_attended boolean not null,
  is_in_range boolean not null,
  primary key (person_key, source, session_key)
);
create index session_episode_key on warehouse.session (person_key, source, episode_key);
comment on table warehouse.session is 'One session that takes part';
comment on column warehouse.session.person_key is 'Person';
comment on column warehouse.session.source is 'Source';
comment on column warehouse.session.session_key is 'Session';
comment on column warehouse.session.episode_key is 'Episode';
comment on column warehouse.session.held_on is 'Date';
comment on column warehouse.session.modality is 'in_person, video, phone or unknown';
comment on column warehouse.session.attendance is 'Attendance code';
comment on column warehouse.session.is_treated is 'Attended or partial: counts as treatment received';
comment on column warehouse.session.is_attended is 'Attended at least half of the scheduled minutes; partial never counts';
comment on column warehouse.session.is_in_range is 'From admission to discharge inclusive; the day after discharge is treatment but not attendance';

create table warehouse.assessment (
  person_key bigint not null,
  source text collate "C" not null,
  assessment_key text collate "C" not null,
  episode_key text collate "C" not null,
  instrument text collate "C" not null,
  assessed_on date not null,
  complete_score smallint,
  prorated_score smallint,
  day_rank smallint not null,
  primary key (person_key, source, assessment_key)
);
create index assessment_episode_key on warehouse.assessment (person_key, source, episode_key);
comment on table warehouse.assessment is 'One assessment that takes part';
comment on column warehouse.assessment.person_key is 'Person';
comment on column warehouse.assessment.source is 'Source';
comment on column warehouse.assessment.assessment_key is 'Assessment';
comment on column warehouse.assessment.episode_key is 'Episode';
comment on column warehouse.assessment.instrument is 'phq9 or gad7';
comment on column warehouse.assessment.assessed_on is 'Date';
comment on column warehouse.assessment.complete_score is 'Sum of all items, or the total where no item is given';
comment on column warehouse.assessment.prorated_score is 'Rounded up from the items answered where at most two of nine (one of seven) are missing; null where complete';
comment on column warehouse.assessment.day_rank is '1 speaks for its day: highest sequence, then greatest key';

create table warehouse.followup (
  person_key bigint not null,
  source text collate "C" not null,
  followup_key text collate "C" not null,
  episode_key text collate "C" not null,
  contacted_on date not null,
  outcome text collate "C" not null,
  primary key (person_key, source, followup_key)
);
comment on table warehouse.followup is 'One follow-up contact that takes part';
comment on column warehouse.followup.person_key is 'Person';
comment on column warehouse.followup.source is 'Source';
comment on column warehouse.followup.followup_key is 'Contact';
comment on column warehouse.followup.episode_key is 'Episode';
comment on column warehouse.followup.contacted_on is 'Date';
comment on column warehouse.followup.outcome is 'Outcome of the contact';

create table warehouse.referral (
  source text collate "C" not null,
  referral_key text collate "C" not null,
  program_key text collate "C" not null,
  received_on date not null,
  outcome text collate "C" not null,
  episode_key text collate "C",
  primary key (source, referral_key)
);
comment on table warehouse.referral is 'One referral that takes part';
comment on column warehouse.referral.source is 'Source';
comment on column warehouse.referral.referral_key is 'Referral';
comment on column warehouse.referral.program_key is 'Program referred to';
comment on column warehouse.referral.received_on is 'Date received';
comment on column warehouse.referral.outcome is 'Outcome; unknown where empty';
comment on column warehouse.referral.episode_key is 'Episode that came of it';

create table warehouse.waiting (
  source text collate "C" not null,
  file text collate "C" not null,
  row_key text collate "C" not null,
  code text collate "C" not null,
  person_key bigint,
  primary key (source, file, row_key)
);
create index waiting_person_key on warehouse.waiting (person_key);
comment on table warehouse.waiting is 'One row that was accepted and waits for its context';
comment on column warehouse.waiting.source is 'Source';
comment on column warehouse.waiting.file is 'File it came in';
comment on column warehouse.waiting.row_key is 'Its key';
comment on column warehouse.waiting.code is 'unknown_parent, session_outside_episode, assessment_too_early or second_open_episode';
comment on column warehouse.waiting.person_key is 'Person, where the row leads to one';

create table warehouse.episode_dose (
  person_key bigint not null,
  source text collate "C" not null,
  episode_key text collate "C" not null,
  treated_sessions integer not null,
  last_treated_on date,
  last_session_on date,
  modality text collate "C" not null,
  primary key (person_key, source, episode_key)
);
comment on table warehouse.episode_dose is 'One episode: what treatment was received';
comment on column warehouse.episode_dose.person_key is 'Person';
comment on column warehouse.episode_dose.source is 'Source';
comment on column warehouse.episode_dose.episode_key is 'Episode';
comment on column warehouse.episode_dose.treated_sessions is 'Sessions attended or partly attended';
comment on column warehouse.episode_dose.last_treated_on is 'Date of the last of them';
comment on column warehouse.episode_dose.last_session_on is 'Date of the last session of any attendance';
comment on column warehouse.episode_dose.modality is 'The modality of more than 80 % of treated sessions, else mixed; unknown without one';

create table warehouse.session_month (
  person_key bigint not null,
  source text collate "C" not null,
  episode_key text collate "C" not null,
  month date not null,
  sessions integer not null,
  expected_sessions integer not null,
  attended_sessions integer not null,
  missed_sessions integer not null,
  client_cancelled_sessions integer not null,
  program_cancelled_sessions integer not null,
  primary key (person_key, source, episode_key, month)
);
comment on table warehouse.session_month is 'One episode and calendar month with a session between admission and discharge';
comment on column warehouse.session_month.person_key is 'Person';
comment on column warehouse.session_month.source is 'Source';
comment on column warehouse.session_month.episode_key is 'Episode';
comment on column warehouse.session_month.month is 'First day of the month';
comment on column warehouse.session_month.sessions is 'Sessions of any attendance';
comment on column warehouse.session_month.expected_sessions is 'Sessions without those the program cancelled or excused';
comment on column warehouse.session_month.attended_sessions is 'Expected sessions attended at least half';
comment on column warehouse.session_month.missed_sessions is 'Expected sessions with no show or late cancellation';
comment on column warehouse.session_month.client_cancelled_sessions is 'Expected sessions cancelled by the client, late or in time';
comment on column warehouse.session_month.program_cancelled_sessions is 'Sessions cancelled by the program';

create table warehouse.episode_score (
  person_key bigint not null,
  source text collate "C" not null,
  episode_key text collate "C" not null,
  phq9_baseline smallint,
  phq9_post_last smallint,
  phq9_is_prorated boolean not null,
  phq9_days_apart integer,
  has_phq9_at_end boolean not null,
  phq9_first smallint,
  phq9_last smallint,
  phq9_followup smallint,
  phq9_followup_wide smallint,
  gad7_baseline smallint,
  gad7_post_last smallint,
  gad7_is_prorated boolean not null,
  gad7_days_apart integer,
  has_gad7_at_end boolean not null,
  gad7_first smallint,
  gad7_last smallint,
  gad7_followup smallint,
  gad7_followup_wide smallint,
  primary key (person_key, source, episode_key)
);
comment on table warehouse.episode_score is 'One episode: the scores that its outcomes are judged by';
comment on column warehouse.episode_score.person_key is 'Person';
comment on column warehouse.episode_score.source is 'Source';
comment on column warehouse.episode_score.episode_key is 'Episode';
comment on column warehouse.episode_score.phq9_baseline is 'PHQ-9 at baseline: closest to admission from 14 days before to 7 days after';
comment on column warehouse.episode_score.phq9_post_last is 'Last PHQ-9 after baseline, up to 14 days after discharge';
comment on column warehouse.episode_score.phq9_is_prorated is 'Baseline or last PHQ-9 is prorated';
comment on column warehouse.episode_score.phq9_days_apart is 'Days from baseline to last PHQ-9';
comment on column warehouse.episode_score.has_phq9_at_end is 'A scored PHQ-9 within 14 days of discharge and after the baseline';
comment on column warehouse.episode_score.phq9_first is 'First complete PHQ-9 from 14 days before admission to 14 days after discharge';
comment on column warehouse.episode_score.phq9_last is 'Last complete PHQ-9 in that range, on a later day than the first';
comment on column warehouse.episode_score.phq9_followup is 'PHQ-9 closest to day 180 after discharge, days 150 to 210';
comment on column warehouse.episode_score.phq9_followup_wide is 'PHQ-9 closest to day 180 after discharge, days 120 to 240';
comment on column warehouse.episode_score.gad7_baseline is 'GAD-7 at baseline: closest to admission from 14 days before to 7 days after';
comment on column warehouse.episode_score.gad7_post_last is 'Last GAD-7 after baseline, up to 14 days after discharge';
comment on column warehouse.episode_score.gad7_is_prorated is 'Baseline or last GAD-7 is prorated';
comment on column warehouse.episode_score.gad7_days_apart is 'Days from baseline to last GAD-7';
comment on column warehouse.episode_score.has_gad7_at_end is 'A scored GAD-7 within 14 days of discharge and after the baseline';
comment on column warehouse.episode_score.gad7_first is 'First complete GAD-7 from 14 days before admission to 14 days after discharge';
comment on column warehouse.episode_score.gad7_last is 'Last complete GAD-7 in that range, on a later day than the first';
comment on column warehouse.episode_score.gad7_followup is 'GAD-7 closest to day 180 after discharge, days 150 to 210';
comment on column warehouse.episode_score.gad7_followup_wide is 'GAD-7 closest to day 180 after discharge, days 120 to 240';

create table warehouse.episode_change (
  person_key bigint not null,
  source text collate "C" not null,
  episode_key text collate "C" not null,
  has_baseline boolean not null,
  has_end_score boolean not null,
  phq9_baseline smallint,
  phq9_post_last smallint,
  phq9_followup smallint,
  has_phq9_baseline boolean not null,
  has_phq9_pair boolean not null,
  is_phq9_prorated boolean not null,
  is_phq9_short_interval boolean not null,
  is_phq9_reliably_improved boolean not null,
  is_phq9_reliably_worse boolean not null,
  was_phq9_elevated boolean not null,
  is_phq9_response boolean not null,
  is_phq9_remission boolean not null,
  was_phq9_above_mcid boolean not null,
  is_phq9_mcid boolean not null,
  has_phq9_followup boolean not null,
  has_phq9_followup_pair boolean not null,
  gad7_baseline smallint,
  gad7_post_last smallint,
  gad7_followup smallint,
  has_gad7_baseline boolean not null,
  has_gad7_pair boolean not null,
  is_gad7_prorated boolean not null,
  is_gad7_short_interval boolean not null,
  is_gad7_reliably_improved boolean not null,
  is_gad7_reliably_worse boolean not null,
  was_gad7_elevated boolean not null,
  is_gad7_response boolean not null,
  is_gad7_remission boolean not null,
  was_gad7_above_mcid boolean not null,
  is_gad7_mcid boolean not null,
  has_gad7_followup boolean not null,
  has_gad7_followup_pair boolean not null,
  was_case boolean not null,
  has_both_pairs boolean not null,
  is_recovered boolean not null,
  is_reliably_improved boolean not null,
  is_reliably_worse boolean not null,
  is_not_reliably_changed boolean not null,
  has_followup boolean not null,
  has_followup_wide boolean not null,
  primary key (person_key, source, episode_key)
);
comment on table warehouse.episode_change is 'One episode: what its scores say of change, whatever the as-of date';
comment on column warehouse.episode_change.person_key is 'Person';
comment on column warehouse.episode_change.source is 'Source';
comment on column warehouse.episode_change.episode_key is 'Episode';
comment on column warehouse.episode_change.has_baseline is 'A baseline score of either instrument';
comment on column warehouse.episode_change.has_end_score is 'A score of either instrument within 14 days of discharge, after its baseline';
comment on column warehouse.episode_change.phq9_baseline is 'PHQ-9 at baseline';
comment on column warehouse.episode_change.phq9_post_last is 'Last PHQ-9 of the episode';
comment on column warehouse.episode_change.phq9_followup is 'PHQ-9 at six months';
comment on column warehouse.episode_change.has_phq9_baseline is 'Has a baseline PHQ-9';
comment on column warehouse.episode_change.has_phq9_pair is 'Has a baseline and a later PHQ-9';
comment on column warehouse.episode_change.is_phq9_prorated is 'A score of the pair is prorated';
comment on column warehouse.episode_change.is_phq9_short_interval is 'The pair is less than 14 days apart';
comment on column warehouse.episode_change.is_phq9_reliably_improved is 'PHQ-9 fell by 6 or more';
comment on column warehouse.episode_change.is_phq9_reliably_worse is 'PHQ-9 rose by 6 or more';
comment on column warehouse.episode_change.was_phq9_elevated is 'Baseline PHQ-9 of 10 or more';
comment on column warehouse.episode_change.is_phq9_response is 'Last PHQ-9 at most half of baseline';
comment on column warehouse.episode_change.is_phq9_remission is 'Last PHQ-9 below 5';
comment on column warehouse.episode_change.was_phq9_above_mcid is 'Baseline PHQ-9 of 5 or more';
comment on column warehouse.episode_change.is_phq9_mcid is 'PHQ-9 fell by 5 or more';
comment on column warehouse.episode_change.has_phq9_followup is 'Has a PHQ-9 at six months';
comment on column warehouse.episode_change.has_phq9_followup_pair is 'Has a baseline and a six-month PHQ-9';
comment on column warehouse.episode_change.gad7_baseline is 'GAD-7 at baseline';
comment on column warehouse.episode_change.gad7_post_last is 'Last GAD-7 of the episode';
comment on column warehouse.episode_change.gad7_followup is 'GAD-7 at six months';
comment on column warehouse.episode_change.has_gad7_baseline is 'Has a baseline GAD-7';
comment on column warehouse.episode_change.has_gad7_pair is 'Has a baseline and a later GAD-7';
comment on column warehouse.episode_change.is_gad7_prorated is 'A score of the pair is prorated';
comment on column warehouse.episode_change.is_gad7_short_interval is 'The pair is less than 14 days apart';
comment on column warehouse.episode_change.is_gad7_reliably_improved is 'GAD-7 fell by 4 or more';
comment on column warehouse.episode_change.is_gad7_reliably_worse is 'GAD-7 rose by 4 or more';
comment on column warehouse.episode_change.was_gad7_elevated is 'Baseline GAD-7 of 10 or more';
comment on column warehouse.episode_change.is_gad7_response is 'Last GAD-7 at most half of baseline';
comment on column warehouse.episode_change.is_gad7_remission is 'Last GAD-7 below 5';
comment on column warehouse.episode_change.was_gad7_above_mcid is 'Baseline GAD-7 of 4 or more';
comment on column warehouse.episode_change.is_gad7_mcid is 'GAD-7 fell by 4 or more';
comment on column warehouse.episode_change.has_gad7_followup is 'Has a GAD-7 at six months';
comment on column warehouse.episode_change.has_gad7_followup_pair is 'Has a baseline and a six-month GAD-7';
comment on column warehouse.episode_change.was_case is 'First complete PHQ-9 of 10 or more, or GAD-7 of 8 or more';
comment on column warehouse.episode_change.has_both_pairs is 'First and last complete PHQ-9 and GAD-7, each on two days';
comment on column warehouse.episode_change.is_recovered is 'Both pairs, last PHQ-9 below 10 and last GAD-7 below 8';
comment on column warehouse.episode_change.is_reliably_improved is 'Both pairs, one fell by its threshold (6, 4) and neither rose by it';
comment on column warehouse.episode_change.is_reliably_worse is 'Both pairs, one rose by its threshold and neither fell by it';
comment on column warehouse.episode_change.is_not_reliably_changed is 'Both pairs, neither reliably improved nor reliably worse; mixed changes too';
comment on column warehouse.episode_change.has_followup is 'A scored assessment 150 to 210 days after discharge';
comment on column warehouse.episode_change.has_followup_wide is 'A scored assessment 120 to 240 days after discharge';

create table warehouse.episode_outcome (
  person_key bigint not null,
  source text collate "C" not null,
  episode_key text collate "C" not null,
  program_key text collate "C" not null,
  admitted_on date not null,
  discharged_on date,
  settles_on date not null,
  age_band text collate "C" not null,
  sex text collate "C" not null,
  gender text collate "C" not null,
  race text collate "C" not null,
  ethnicity text collate "C" not null,
  language text collate "C" not null,
  payer text collate "C" not null,
  modality text collate "C" not null,
  diagnosis_group text collate "C" not null,
  co_occurring_sud text collate "C" not null,
  discharge_reason text collate "C" not null,
  is_discharged boolean not null,
  is_treated boolean not null,
  is_finished boolean not null,
  is_death boolean not null,
  is_of_age boolean not null,
  has_several_episodes boolean not null,
  is_completed boolean not null,
  is_completed_or_transferred boolean not null,
  is_neutral_exit boolean not null,
  is_early_leaver boolean not null,
  is_early_dropout boolean not null,
  is_early_neutral_exit boolean not null,
  is_28_days_since_admission boolean not null,
  is_7_days_since_admission boolean not null,
  is_14_days_since_discharge boolean not null,
  los_days integer,
  days_in_program integer,
  exit_kind text collate "C",
  is_stale boolean not null,
  has_baseline boolean not null,
  has_end_score boolean not null,
  phq9_baseline smallint,
  phq9_post_last smallint,
  phq9_followup smallint,
  has_phq9_baseline boolean not null,
  has_phq9_pair boolean not null,
  is_phq9_prorated boolean not null,
  is_phq9_short_interval boolean not null,
  is_phq9_reliably_improved boolean not null,
  is_phq9_reliably_worse boolean not null,
  was_phq9_elevated boolean not null,
  is_phq9_response boolean not null,
  is_phq9_remission boolean not null,
  was_phq9_above_mcid boolean not null,
  is_phq9_mcid boolean not null,
  has_phq9_followup boolean not null,
  has_phq9_followup_pair boolean not null,
  gad7_baseline smallint,
  gad7_post_last smallint,
  gad7_followup smallint,
  has_gad7_baseline boolean not null,
  has_gad7_pair boolean not null,
  is_gad7_prorated boolean not null,
  is_gad7_short_interval boolean not null,
  is_gad7_reliably_improved boolean not null,
  is_gad7_reliably_worse boolean not null,
  was_gad7_elevated boolean not null,
  is_gad7_response boolean not null,
  is_gad7_remission boolean not null,
  was_gad7_above_mcid boolean not null,
  is_gad7_mcid boolean not null,
  has_gad7_followup boolean not null,
  has_gad7_followup_pair boolean not null,
  was_case boolean not null,
  has_both_pairs boolean not null,
  is_recovered boolean not null,
  is_reliably_improved boolean not null,
  is_reliably_worse boolean not null,
  is_not_reliably_changed boolean not null,
  is_followup_unit boolean not null,
  is_alive_at_followup boolean not null,
  has_followup boolean not null,
  has_followup_wide boolean not null,
  primary key (person_key, source, episode_key)
);
comment on table warehouse.episode_outcome is 'One episode: the clinical rules as columns; every measure over episodes names these';
comment on column warehouse.episode_outcome.person_key is 'Person';
comment on column warehouse.episode_outcome.source is 'Source';
comment on column warehouse.episode_outcome.episode_key is 'Episode';
comment on column warehouse.episode_outcome.program_key is 'Program';
comment on column warehouse.episode_outcome.admitted_on is 'Date of admission';
comment on column warehouse.episode_outcome.discharged_on is 'Date of discharge';
comment on column warehouse.episode_outcome.settles_on is 'After this as-of date the row changes only if a statement does; infinity while open';
comment on column warehouse.episode_outcome.age_band is 'Group of the breakdown age_band';
comment on column warehouse.episode_outcome.sex is 'Group of the breakdown sex';
comment on column warehouse.episode_outcome.gender is 'Group of the breakdown gender';
comment on column warehouse.episode_outcome.race is 'Group of the breakdown race';
comment on column warehouse.episode_outcome.ethnicity is 'Group of the breakdown ethnicity';
comment on column warehouse.episode_outcome.language is 'Group of the breakdown language';
comment on column warehouse.episode_outcome.payer is 'Group of the breakdown payer';
comment on column warehouse.episode_outcome.modality is 'Group of the breakdown modality';
comment on column warehouse.episode_outcome.diagnosis_group is 'Group of the breakdown diagnosis_group';
comment on column warehouse.episode_outcome.co_occurring_sud is 'Group of the breakdown co_occurring_sud';
comment on column warehouse.episode_outcome.discharge_reason is 'Group of the breakdown discharge_reason';
comment on column warehouse.episode_outcome.is_discharged is 'Has a discharge date';
comment on column warehouse.episode_outcome.is_treated is 'At least one session attended or partly attended';
comment on column warehouse.episode_outcome.is_finished is 'Discharged with two or more treated sessions';
comment on column warehouse.episode_outcome.is_death is 'Closed by death: by reason, or the client died between admission and discharge';
comment on column warehouse.episode_outcome.is_of_age is 'Not known to be under 12 at admission';
comment on column warehouse.episode_outcome.has_several_episodes is 'The person has another episode that takes part';
comment on column warehouse.episode_outcome.is_completed is 'Discharge reason completed';
comment on column warehouse.episode_outcome.is_completed_or_transferred is 'Discharge reason completed or transferred';
comment on column warehouse.episode_outcome.is_neutral_exit is 'Jail, death, step up, or marked neutral and not completed';
comment on column warehouse.episode_outcome.is_early_leaver is 'Discharged with fewer than 3 treated sessions or less than 14 days';
comment on column warehouse.episode_outcome.is_early_dropout is 'Dropped out or terminated early';
comment on column warehouse.episode_outcome.is_early_neutral_exit is 'A neutral exit before the third treated session or day 14';
comment on column warehouse.episode_outcome.is_28_days_since_admission is '28 days have passed since admission';
comment on column warehouse.episode_outcome.is_7_days_since_admission is '7 days have passed since admission';
comment on column warehouse.episode_outcome.is_14_days_since_discharge is '14 days have passed since discharge';
comment on column warehouse.episode_outcome.los_days is 'Length of stay, days, both ends counted; null while open';
comment on column warehouse.episode_outcome.days_in_program is 'Days to the exit, or to the as-of date while open; null if never treated';
comment on column warehouse.episode_outcome.exit_kind is 'planned, unplanned, death or open; null if never treated';
comment on column warehouse.episode_outcome.is_stale is 'Open, with no session for longer than stale_after_days';
comment on column warehouse.episode_outcome.has_baseline is 'A baseline score of either instrument';
comment on column warehouse.episode_outcome.has_end_score is 'A score of either instrument within 14 days of discharge, after its baseline';
comment on column warehouse.episode_outcome.phq9_baseline is 'PHQ-9 at baseline';
comment on column warehouse.episode_outcome.phq9_post_last is 'Last PHQ-9 of the episode';
comment on column warehouse.episode_outcome.phq9_followup is 'PHQ-9 at six months';
comment on column warehouse.episode_outcome.has_phq9_baseline is 'Has a baseline PHQ-9';
comment on column warehouse.episode_outcome.has_phq9_pair is 'Has a baseline and a later PHQ-9';
comment on column warehouse.episode_outcome.is_phq9_prorated is 'A score of the pair is prorated';
comment on column warehouse.episode_outcome.is_phq9_short_interval is 'The pair is less than 14 days apart';
comment on column warehouse.episode_outcome.is_phq9_reliably_improved is 'PHQ-9 fell by 6 or more';
comment on column warehouse.episode_outcome.is_phq9_reliably_worse is 'PHQ-9 rose by 6 or more';
comment on column warehouse.episode_outcome.was_phq9_elevated is 'Baseline PHQ-9 of 10 or more';
comment on column warehouse.episode_outcome.is_phq9_response is 'Last PHQ-9 at most half of baseline';
comment on column warehouse.episode_outcome.is_phq9_remission is 'Last PHQ-9 below 5';
comment on column warehouse.episode_outcome.was_phq9_above_mcid is 'Baseline PHQ-9 of 5 or more';
comment on column warehouse.episode_outcome.is_phq9_mcid is 'PHQ-9 fell by 5 or more';
comment on column warehouse.episode_outcome.has_phq9_followup is 'Has a PHQ-9 at six months';
comment on column warehouse.episode_outcome.has_phq9_followup_pair is 'Has a baseline and a six-month PHQ-9';
comment on column warehouse.episode_outcome.gad7_baseline is 'GAD-7 at baseline';
comment on column warehouse.episode_outcome.gad7_post_last is 'Last GAD-7 of the episode';
comment on column warehouse.episode_outcome.gad7_followup is 'GAD-7 at six months';
comment on column warehouse.episode_outcome.has_gad7_baseline is 'Has a baseline GAD-7';
comment on column warehouse.episode_outcome.has_gad7_pair is 'Has a baseline and a later GAD-7';
comment on column warehouse.episode_outcome.is_gad7_prorated is 'A score of the pair is prorated';
comment on column warehouse.episode_outcome.is_gad7_short_interval is 'The pair is less than 14 days apart';
comment on column warehouse.episode_outcome.is_gad7_reliably_improved is 'GAD-7 fell by 4 or more';
comment on column warehouse.episode_outcome.is_gad7_reliably_worse is 'GAD-7 rose by 4 or more';
comment on column warehouse.episode_outcome.was_gad7_elevated is 'Baseline GAD-7 of 10 or more';
comment on column warehouse.episode_outcome.is_gad7_response is 'Last GAD-7 at most half of baseline';
comment on column warehouse.episode_outcome.is_gad7_remission is 'Last GAD-7 below 5';
comment on column warehouse.episode_outcome.was_gad7_above_mcid is 'Baseline GAD-7 of 4 or more';
comment on column warehouse.episode_outcome.is_gad7_mcid is 'GAD-7 fell by 4 or more';
comment on column warehouse.episode_outcome.has_gad7_followup is 'Has a GAD-7 at six months';
comment on column warehouse.episode_outcome.has_gad7_followup_pair is 'Has a baseline and a six-month GAD-7';
comment on column warehouse.episode_outcome.was_case is 'First complete PHQ-9 of 10 or more, or GAD-7 of 8 or more';
comment on column warehouse.episode_outcome.has_both_pairs is 'First and last complete PHQ-9 and GAD-7, each on two days';
comment on column warehouse.episode_outcome.is_recovered is 'Both pairs, last PHQ-9 below 10 and last GAD-7 below 8';
comment on column warehouse.episode_outcome.is_reliably_improved is 'Both pairs, one fell by its threshold (6, 4) and neither rose by it';
comment on column warehouse.episode_outcome.is_reliably_worse is 'Both pairs, one rose by its threshold and neither fell by it';
comment on column warehouse.episode_outcome.is_not_reliably_changed is 'Both pairs, neither reliably improved nor reliably worse; mixed changes too';
comment on column warehouse.episode_outcome.is_followup_unit is 'Last treated discharge of the client in the discharge quarter';
comment on column warehouse.episode_outcome.is_alive_at_followup is 'Not known to be dead 150 days after discharge';
comment on column warehouse.episode_outcome.has_followup is 'A scored assessment 150 to 210 days after discharge';
comment on column warehouse.episode_outcome.has_followup_wide is 'A scored assessment 120 to 240 days after discharge';

create table warehouse.built (
  source text collate "C" not null,
  delivered_on date not null,
  sequence bigint not null,
  content_hash text collate "C" not null,
  primary key (source, delivered_on, sequence)
);
comment on table warehouse.built is 'Deliveries that the warehouse was last built from';
comment on column warehouse.built.source is 'Source';
comment on column warehouse.built.delivered_on is 'Date of the delivery';
comment on column warehouse.built.sequence is 'Sequence of the delivery';
comment on column warehouse.built.content_hash is 'Content of the delivery';

create table warehouse.build (
  as_of date not null,
  definition text collate "C" not null,
  primary key (as_of)
);
comment on table warehouse.build is 'The last build; one row';
comment on column warehouse.build.as_of is 'Date that the data speak for';
comment on column warehouse.build.definition is 'Hash of settings, SQL and measures; another hash builds every person anew';
