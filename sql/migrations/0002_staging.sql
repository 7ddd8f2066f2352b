-- The rows of one file on their way into the record; empty between deliveries, and not worth a log.
create schema staging;

create unlogged table staging.program as
select program_key, site_key, name, population, age_group, level_of_care, planned_weeks, planned_hours_week, opened_on, closed_on, row_hash, line, false as is_delete
from record.program
with no data;
comment on table staging.program is 'Rows of one file of one delivery: statements, and deletes, which have a key only';

create unlogged table staging.client as
select client_key, birth_year, sex, gender, race, ethnicity, language, zip3, veteran, died_on, row_hash, line, false as is_delete
from record.client
with no data;
comment on table staging.client is 'Rows of one file of one delivery: statements, and deletes, which have a key only';

create unlogged table staging.referral as
select referral_key, client_key, program_key, received_at, received_on, outcome, episode_key, row_hash, line, false as is_delete
from record.referral
with no data;
comment on table staging.referral is 'Rows of one file of one delivery: statements, and deletes, which have a key only';

create unlogged table staging.episode as
select episode_key, client_key, program_key, admitted_on, discharged_on, discharge_reason, transfer_to, neutral_exit, payer,
  referral_source, diagnosis_group, co_occurring_sud, part2, prescribed_hours_week, row_hash, line, false as is_delete
from record.episode
with no data;
comment on table staging.episode is 'Rows of one file of one delivery: statements, and deletes, which have a key only';

create unlogged table staging.session as
select session_key, episode_key, held_on, kind, modality, group_key, scheduled_minutes, attended_minutes, attendance, row_hash, line, false as is_delete
from record.session
with no data;
comment on table staging.session is 'Rows of one file of one delivery: statements, and deletes, which have a key only';

create unlogged table staging.assessment as
select assessment_key, episode_key, instrument, assessed_on, item_1, item_2, item_3, item_4, item_5, item_6, item_7, item_8, item_9,
  total, missing_reason, mode, language, assessment_sequence, row_hash, line, false as is_delete
from record.assessment
with no data;
comment on table staging.assessment is 'Rows of one file of one delivery: statements, and deletes, which have a key only';

create unlogged table staging.followup as
select followup_key, episode_key, contacted_on, outcome, attempts, row_hash, line, false as is_delete
from record.followup
with no data;
comment on table staging.followup is 'Rows of one file of one delivery: statements, and deletes, which have a key only';
