-- also as: known
-- Outcomes by instrument, whatever instruments are declared; referrals, group meetings, readmissions and dose. All of these
-- tables are filled by the build; the next one fills them whole.
drop table warehouse.episode_score;
drop table warehouse.episode_change;
drop table warehouse.episode_outcome;
drop table warehouse.episode_dose;
drop table warehouse.session_month;
drop table warehouse.session_period;
drop table warehouse.referral;
drop table warehouse.counted_episode;
drop table warehouse.counted_period;
truncate warehouse.build, warehouse.built;

alter table warehouse.episode add column referral_source text collate "C" not null default 'unknown';
alter table warehouse.episode add column prescribed_hours_week numeric;
comment on column warehouse.episode.referral_source is 'Who referred';
comment on column warehouse.episode.prescribed_hours_week is 'Hours a week prescribed';
alter table warehouse.session add column half_minutes integer not null default 0;
alter table warehouse.session add column group_key text collate "C";
comment on column warehouse.session.half_minutes is 'Treatment received, half minutes';
comment on column warehouse.session.group_key is 'Group of a treated group meeting; null for every other session';
alter table warehouse.assessment add column ideation smallint;
comment on column warehouse.assessment.ideation is 'Answer to the item that asks for thoughts of death; null where not answered or not asked';

create table warehouse.instrument (
  instrument text collate "C" not null,
  items smallint not null,
  may_be_missing smallint not null,
  elevated_from smallint not null,
  remission_below smallint not null,
  reliable_change smallint not null,
  minimal_important_change smallint not null,
  band_from smallint[] not null,
  ideation_item smallint,
  primary key (instrument)
);
comment on table warehouse.instrument is 'One instrument as its file in data/instruments declares it';
comment on column warehouse.instrument.instrument is 'Instrument';
comment on column warehouse.instrument.items is 'Items';
comment on column warehouse.instrument.may_be_missing is 'Items that may be missing where a score is prorated';
comment on column warehouse.instrument.elevated_from is 'Score from which symptoms are moderate or worse';
comment on column warehouse.instrument.remission_below is 'Score below which little is left';
comment on column warehouse.instrument.reliable_change is 'Change that is more than measurement error';
comment on column warehouse.instrument.minimal_important_change is 'Smallest change that matters';
comment on column warehouse.instrument.band_from is 'First score of each severity band';
comment on column warehouse.instrument.ideation_item is 'Item that asks for thoughts of death';

create table warehouse.referral (
  source text collate "C" not null,
  referral_key text collate "C" not null,
  client_key text collate "C",
  program_key text collate "C" not null,
  received_on date not null,
  outcome text collate "C" not null,
  person_key bigint,
  episode_key text collate "C",
  place integer,
  primary key (source, referral_key)
);
comment on table warehouse.referral is 'One referral that takes part';
comment on column warehouse.referral.source is 'Source';
comment on column warehouse.referral.referral_key is 'Referral';
comment on column warehouse.referral.client_key is 'Client, where known';
comment on column warehouse.referral.program_key is 'Program referred to';
comment on column warehouse.referral.received_on is 'Date received';
comment on column warehouse.referral.outcome is 'What came of it';
comment on column warehouse.referral.person_key is 'Person of the episode that came of it';
comment on column warehouse.referral.episode_key is 'Episode that came of it';
comment on column warehouse.referral.place is 'Place among the referrals of the client to the program, from 1';

create table warehouse.referral_outcome (
  source text collate "C" not null,
  referral_key text collate "C" not null,
  program_key text collate "C" not null,
  received_on date not null,
  is_kept boolean not null,
  is_eligible boolean not null,
  is_30_days_since_referral boolean not null,
  days_to_service integer not null,
  service text collate "C" not null,
  is_seen_within_48_hours boolean not null,
  primary key (source, referral_key)
);
comment on table warehouse.referral_outcome is 'The rules of access, one row per referral';
comment on column warehouse.referral_outcome.source is 'Source';
comment on column warehouse.referral_outcome.referral_key is 'Referral';
comment on column warehouse.referral_outcome.program_key is 'Program referred to';
comment on column warehouse.referral_outcome.received_on is 'Date received';
comment on column warehouse.referral_outcome.is_kept is 'Not within 30 days of the last kept referral of the client to the program';
comment on column warehouse.referral_outcome.is_eligible is 'Neither ineligible, nor referred elsewhere, nor delayed by the client';
comment on column warehouse.referral_outcome.is_30_days_since_referral is '30 days have passed since the referral';
comment on column warehouse.referral_outcome.days_to_service is 'Days to the first treated session, or to the as-of date where there was none';
comment on column warehouse.referral_outcome.service is 'served, or open where nobody was seen yet';
comment on column warehouse.referral_outcome.is_seen_within_48_hours is 'First treated session at most two calendar days after the referral';

create table warehouse.meeting (
  source text collate "C" not null,
  program_key text collate "C" not null,
  group_key text collate "C" not null,
  held_on date not null,
  attendees integer not null,
  primary key (source, program_key, group_key, held_on)
);
comment on table warehouse.meeting is 'One group meeting with a treated attendee';
comment on column warehouse.meeting.source is 'Source';
comment on column warehouse.meeting.program_key is 'Program';
comment on column warehouse.meeting.group_key is 'Group';
comment on column warehouse.meeting.held_on is 'Date';
comment on column warehouse.meeting.attendees is 'Clients who were treated in it';

create table warehouse.episode_dose (
  person_key bigint not null,
  source text collate "C" not null,
  episode_key text collate "C" not null,
  treated_sessions integer not null,
  first_treated_on date,
  last_treated_on date,
  last_session_on date,
  days_to_last_treatment integer,
  half_minutes integer not null,
  attendance_band text collate "C" not null,
  modality text collate "C" not null,
  primary key (person_key, source, episode_key)
);
comment on table warehouse.episode_dose is 'One episode: what treatment was received';
comment on column warehouse.episode_dose.person_key is 'Person';
comment on column warehouse.episode_dose.source is 'Source';
comment on column warehouse.episode_dose.episode_key is 'Episode';
comment on column warehouse.episode_dose.treated_sessions is 'Sessions attended or partly attended';
comment on column warehouse.episode_dose.first_treated_on is 'First treated session';
comment on column warehouse.episode_dose.last_treated_on is 'Date of the last of them';
comment on column warehouse.episode_dose.last_session_on is 'Date of the last session of any attendance';
comment on column warehouse.episode_dose.days_to_last_treatment is 'Days from admission to the last treated session or the discharge, both ends counted';
comment on column warehouse.episode_dose.half_minutes is 'Treatment received, half minutes';
comment on column warehouse.episode_dose.attendance_band is 'Share of expected sessions attended, in bands';
comment on column warehouse.episode_dose.modality is 'The modality of more than 80 % of treated sessions, else mixed; unknown without one';

create table warehouse.episode_week (
  person_key bigint not null,
  source text collate "C" not null,
  episode_key text collate "C" not null,
  weeks_of_dose integer not null,
  weeks_at_dose integer not null,
  primary key (person_key, source, episode_key)
);
comment on table warehouse.episode_week is 'One closed, treated episode with prescribed hours';
comment on column warehouse.episode_week.person_key is 'Person';
comment on column warehouse.episode_week.source is 'Source';
comment on column warehouse.episode_week.episode_key is 'Episode';
comment on column warehouse.episode_week.weeks_of_dose is 'Whole weeks of the stay';
comment on column warehouse.episode_week.weeks_at_dose is 'Of these, weeks with 80 % or more of the prescribed hours';

create table warehouse.episode_readmission (
  person_key bigint not null,
  source text collate "C" not null,
  episode_key text collate "C" not null,
  days_to_readmission integer,
  is_continued boolean not null,
  primary key (person_key, source, episode_key)
);
comment on table warehouse.episode_readmission is 'Where the client of a discharge went next';
comment on column warehouse.episode_readmission.person_key is 'Person';
comment on column warehouse.episode_readmission.source is 'Source';
comment on column warehouse.episode_readmission.episode_key is 'Episode';
comment on column warehouse.episode_readmission.days_to_readmission is 'Days to the next admission to the same program; null where there is none';
comment on column warehouse.episode_readmission.is_continued is 'Transferred into another program of the source on the same or the next day';

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
  group_sessions integer not null,
  treated_weeks integer not null,
  measured_weeks integer not null,
  primary key (person_key, source, episode_key, month)
);
comment on table warehouse.session_month is 'One episode and calendar month in which something was planned';
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
comment on column warehouse.session_month.group_sessions is 'Treated group meetings, the day after discharge too';
comment on column warehouse.session_month.treated_weeks is 'Weeks with a treated session, by their first day; clients under 12 left out';
comment on column warehouse.session_month.measured_weeks is 'Of these, weeks with a score';

create table warehouse.session_period (
  person_key bigint not null,
  source text collate "C" not null,
  episode_key text collate "C" not null,
  period_type text collate "C" not null,
  period_on date not null,
  sessions integer not null,
  expected_sessions integer not null,
  attended_sessions integer not null,
  missed_sessions integer not null,
  client_cancelled_sessions integer not null,
  program_cancelled_sessions integer not null,
  treated_weeks integer not null,
  measured_weeks integer not null,
  primary key (person_key, source, episode_key, period_type, period_on)
);
comment on table warehouse.session_period is 'One episode and month, quarter, year or all time in which something was planned';
comment on column warehouse.session_period.person_key is 'Person';
comment on column warehouse.session_period.source is 'Source';
comment on column warehouse.session_period.episode_key is 'Episode';
comment on column warehouse.session_period.period_type is 'month, quarter, year or all';
comment on column warehouse.session_period.period_on is 'First day of the period; 1900-01-01 for all';
comment on column warehouse.session_period.sessions is 'Sessions of any attendance';
comment on column warehouse.session_period.expected_sessions is 'Sessions without those the program cancelled or excused';
comment on column warehouse.session_period.attended_sessions is 'Expected sessions attended at least half';
comment on column warehouse.session_period.missed_sessions is 'Expected sessions with no show or late cancellation';
comment on column warehouse.session_period.client_cancelled_sessions is 'Expected sessions cancelled by the client, late or in time';
comment on column warehouse.session_period.program_cancelled_sessions is 'Sessions cancelled by the program';
comment on column warehouse.session_period.treated_weeks is 'Weeks with a treated session, by their first day; clients under 12 left out';
comment on column warehouse.session_period.measured_weeks is 'Of these, weeks with a score';

create table warehouse.episode_score (
  person_key bigint not null,
  source text collate "C" not null,
  episode_key text collate "C" not null,
  instrument text collate "C" not null,
  baseline smallint,
  post_last smallint,
  followup smallint,
  first_score smallint,
  last_score smallint,
  baseline_band smallint not null,
  has_baseline boolean not null,
  has_pair boolean not null,
  has_end_score boolean not null,
  has_followup boolean not null,
  has_followup_wide boolean not null,
  has_followup_pair boolean not null,
  has_followup_triple boolean not null,
  is_prorated boolean not null,
  is_short_interval boolean not null,
  is_reliably_improved boolean not null,
  is_reliably_worse boolean not null,
  was_elevated boolean not null,
  is_response boolean not null,
  is_remission boolean not null,
  was_above_mcid boolean not null,
  is_mcid boolean not null,
  is_still_better boolean not null,
  is_not_worse_since boolean not null,
  has_ideation_answer boolean not null,
  was_ideating boolean not null,
  has_ideation_pair boolean not null,
  is_newly_ideating boolean not null,
  is_no_longer_ideating boolean not null,
  primary key (person_key, source, episode_key, instrument)
);
comment on table warehouse.episode_score is 'One episode and instrument with a score: the scores that outcomes are judged by, and what they say';
comment on column warehouse.episode_score.person_key is 'Person';
comment on column warehouse.episode_score.source is 'Source';
comment on column warehouse.episode_score.episode_key is 'Episode';
comment on column warehouse.episode_score.instrument is 'Instrument';
comment on column warehouse.episode_score.baseline is 'Score at baseline';
comment on column warehouse.episode_score.post_last is 'Last score of the episode';
comment on column warehouse.episode_score.followup is 'Score at six months';
comment on column warehouse.episode_score.first_score is 'First complete score';
comment on column warehouse.episode_score.last_score is 'Last complete score, on a later day';
comment on column warehouse.episode_score.baseline_band is 'Severity band of the baseline, from 1; 0 where there is none';
comment on column warehouse.episode_score.has_baseline is 'Has a baseline score';
comment on column warehouse.episode_score.has_pair is 'Has a baseline and a later score';
comment on column warehouse.episode_score.has_end_score is 'A score within 14 days of discharge, after the baseline';
comment on column warehouse.episode_score.has_followup is 'A score 150 to 210 days after discharge';
comment on column warehouse.episode_score.has_followup_wide is 'A score 120 to 240 days after discharge';
comment on column warehouse.episode_score.has_followup_pair is 'Has a baseline and a six-month score';
comment on column warehouse.episode_score.has_followup_triple is 'Has a baseline, a later and a six-month score';
comment on column warehouse.episode_score.is_prorated is 'A score of the pair is prorated';
comment on column warehouse.episode_score.is_short_interval is 'The pair is less than 14 days apart';
comment on column warehouse.episode_score.is_reliably_improved is 'Fell by the reliable change or more';
comment on column warehouse.episode_score.is_reliably_worse is 'Rose by the reliable change or more';
comment on column warehouse.episode_score.was_elevated is 'Baseline moderate or worse';
comment on column warehouse.episode_score.is_response is 'Last score at most half of baseline';
comment on column warehouse.episode_score.is_remission is 'Last score below the limit of remission';
comment on column warehouse.episode_score.was_above_mcid is 'Baseline of the minimal important change or more';
comment on column warehouse.episode_score.is_mcid is 'Fell by the minimal important change or more';
comment on column warehouse.episode_score.is_still_better is 'Six-month score lower than baseline by the reliable change or more';
comment on column warehouse.episode_score.is_not_worse_since is 'Six-month score not higher than the last one by the reliable change';
comment on column warehouse.episode_score.has_ideation_answer is 'The item on thoughts of death is answered at baseline';
comment on column warehouse.episode_score.was_ideating is 'It is 1 or more at baseline';
comment on column warehouse.episode_score.has_ideation_pair is 'It is answered at baseline and at the last score';
comment on column warehouse.episode_score.is_newly_ideating is 'It is 0 at baseline and 1 or more at the last score';
comment on column warehouse.episode_score.is_no_longer_ideating is 'It is 1 or more at baseline and 0 at the last score';

create table warehouse.episode_change (
  person_key bigint not null,
  source text collate "C" not null,
  episode_key text collate "C" not null,
  is_measured_at_baseline boolean not null,
  is_measured_at_end boolean not null,
  is_followed_up boolean not null,
  is_followed_up_wide boolean not null,
  phq9_band smallint not null,
  gad7_band smallint not null,
  was_case boolean not null,
  has_both_pairs boolean not null,
  is_recovered boolean not null,
  is_reliably_improved boolean not null,
  is_reliably_worse boolean not null,
  is_not_reliably_changed boolean not null,
  primary key (person_key, source, episode_key)
);
comment on table warehouse.episode_change is 'What all instruments of an episode say together';
comment on column warehouse.episode_change.person_key is 'Person';
comment on column warehouse.episode_change.source is 'Source';
comment on column warehouse.episode_change.episode_key is 'Episode';
comment on column warehouse.episode_change.is_measured_at_baseline is 'A baseline score of any instrument';
comment on column warehouse.episode_change.is_measured_at_end is 'A score of any instrument within 14 days of discharge, after its baseline';
comment on column warehouse.episode_change.is_followed_up is 'A scored assessment 150 to 210 days after discharge';
comment on column warehouse.episode_change.is_followed_up_wide is 'A scored assessment 120 to 240 days after discharge';
comment on column warehouse.episode_change.phq9_band is 'Severity band of the baseline PHQ-9, from 1; 0 where there is none';
comment on column warehouse.episode_change.gad7_band is 'Severity band of the baseline GAD-7, from 1; 0 where there is none';
comment on column warehouse.episode_change.was_case is 'First complete PHQ-9 of 10 or more, or GAD-7 of 8 or more';
comment on column warehouse.episode_change.has_both_pairs is 'First and last complete PHQ-9 and GAD-7, each on two days';
comment on column warehouse.episode_change.is_recovered is 'Both pairs, last PHQ-9 below 10 and last GAD-7 below 8';
comment on column warehouse.episode_change.is_reliably_improved is 'Both pairs, one fell by its threshold (6, 4) and neither rose by it';
comment on column warehouse.episode_change.is_reliably_worse is 'Both pairs, one rose by its threshold and neither fell by it';
comment on column warehouse.episode_change.is_not_reliably_changed is 'Both pairs, neither reliably improved nor reliably worse; mixed changes too';

create table warehouse.episode_outcome (
  person_key bigint not null,
  source text collate "C" not null,
  episode_key text collate "C" not null,
  program_key text collate "C" not null,
  admitted_on date not null,
  discharged_on date,
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
  referral_source text collate "C" not null,
  attendance_band text collate "C" not null,
  phq9_band smallint not null,
  gad7_band smallint not null,
  has_prior_episode boolean not null,
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
  has_stayed_a_week boolean not null,
  half_minutes integer not null,
  has_weeks_of_dose boolean not null,
  weeks_of_dose integer not null,
  weeks_at_dose integer not null,
  is_continued boolean not null,
  is_30_days_since_discharge boolean not null,
  is_90_days_since_discharge boolean not null,
  is_readmitted_within_30_days boolean not null,
  is_readmitted_within_90_days boolean not null,
  is_measured_at_baseline boolean not null,
  is_measured_at_end boolean not null,
  is_followed_up boolean not null,
  is_followed_up_wide boolean not null,
  was_case boolean not null,
  has_both_pairs boolean not null,
  is_recovered boolean not null,
  is_reliably_improved boolean not null,
  is_reliably_worse boolean not null,
  is_not_reliably_changed boolean not null,
  is_followup_unit boolean not null,
  is_alive_at_followup boolean not null,
  primary key (person_key, source, episode_key)
);
comment on table warehouse.episode_outcome is 'One episode: the clinical rules as columns; every measure over episodes names these';
comment on column warehouse.episode_outcome.person_key is 'Person';
comment on column warehouse.episode_outcome.source is 'Source';
comment on column warehouse.episode_outcome.episode_key is 'Episode';
comment on column warehouse.episode_outcome.program_key is 'Program';
comment on column warehouse.episode_outcome.admitted_on is 'Date of admission';
comment on column warehouse.episode_outcome.discharged_on is 'Date of discharge';
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
comment on column warehouse.episode_outcome.referral_source is 'Who referred';
comment on column warehouse.episode_outcome.attendance_band is 'Share of expected sessions attended, in bands';
comment on column warehouse.episode_outcome.phq9_band is 'Severity band of the baseline PHQ-9, from 1; 0 where there is none';
comment on column warehouse.episode_outcome.gad7_band is 'Severity band of the baseline GAD-7, from 1; 0 where there is none';
comment on column warehouse.episode_outcome.has_prior_episode is 'The client was admitted before';
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
comment on column warehouse.episode_outcome.has_stayed_a_week is 'Discharged after a stay of seven days or more';
comment on column warehouse.episode_outcome.half_minutes is 'Treatment received, half minutes';
comment on column warehouse.episode_outcome.has_weeks_of_dose is 'Has a whole week of stay and prescribed hours';
comment on column warehouse.episode_outcome.weeks_of_dose is 'Whole weeks of the stay of a closed episode with prescribed hours';
comment on column warehouse.episode_outcome.weeks_at_dose is 'Of these, weeks with 80 % or more of the prescribed hours';
comment on column warehouse.episode_outcome.is_continued is 'Transferred into another program of the source on the same or the next day';
comment on column warehouse.episode_outcome.is_30_days_since_discharge is '30 days have passed since discharge';
comment on column warehouse.episode_outcome.is_90_days_since_discharge is '90 days have passed since discharge';
comment on column warehouse.episode_outcome.is_readmitted_within_30_days is 'Admitted to the same program again within 30 days';
comment on column warehouse.episode_outcome.is_readmitted_within_90_days is 'Admitted to the same program again within 90 days';
comment on column warehouse.episode_outcome.is_measured_at_baseline is 'A baseline score of any instrument';
comment on column warehouse.episode_outcome.is_measured_at_end is 'A score of any instrument within 14 days of discharge, after its baseline';
comment on column warehouse.episode_outcome.is_followed_up is 'A scored assessment 150 to 210 days after discharge';
comment on column warehouse.episode_outcome.is_followed_up_wide is 'A scored assessment 120 to 240 days after discharge';
comment on column warehouse.episode_outcome.was_case is 'First complete PHQ-9 of 10 or more, or GAD-7 of 8 or more';
comment on column warehouse.episode_outcome.has_both_pairs is 'First and last complete PHQ-9 and GAD-7, each on two days';
comment on column warehouse.episode_outcome.is_recovered is 'Both pairs, last PHQ-9 below 10 and last GAD-7 below 8';
comment on column warehouse.episode_outcome.is_reliably_improved is 'Both pairs, one fell by its threshold (6, 4) and neither rose by it';
comment on column warehouse.episode_outcome.is_reliably_worse is 'Both pairs, one rose by its threshold and neither fell by it';
comment on column warehouse.episode_outcome.is_not_reliably_changed is 'Both pairs, neither reliably improved nor reliably worse; mixed changes too';
comment on column warehouse.episode_outcome.is_followup_unit is 'Last treated discharge of the client in the discharge quarter';
comment on column warehouse.episode_outcome.is_alive_at_followup is 'Not known to be dead 150 days after discharge';

create table warehouse.counted_episode (like warehouse.episode_outcome including comments);
comment on table warehouse.counted_episode is 'Rows of episode_outcome of the persons being counted; empty between counts';
create table warehouse.counted_score (like warehouse.episode_score including comments);
comment on table warehouse.counted_score is 'Rows of episode_score of the persons being counted; empty between counts';
create table warehouse.counted_period (like warehouse.session_period including comments);
comment on table warehouse.counted_period is 'Rows of session_period of the persons being counted; empty between counts';
