-- What was said, by whom, when. Rows are never changed but for superseded_on and superseded_sequence.
-- State as known on D: stated_on <= D and (superseded_on is null or superseded_on > D).
create schema record;

create table record.delivery (
  source text collate "C" not null,
  delivered_on date not null,
  sequence bigint not null,
  content_hash text collate "C" not null,
  mode text collate "C" not null,
  archive text collate "C" not null,
  primary key (source, delivered_on, sequence)
);
comment on table record.delivery is 'One accepted delivery; the truth of a source is the fold of its deliveries in order of (delivered_on, sequence)';
comment on column record.delivery.source is 'Who sent it; keys belong to a source';
comment on column record.delivery.delivered_on is 'Date that history is recorded under, from the sender';
comment on column record.delivery.sequence is 'Order among deliveries of one source on one date';
comment on column record.delivery.content_hash is 'sha256 of the values of delivery.json and the uncompressed bytes of the files';
comment on column record.delivery.mode is 'delta: rows given are added or corrected; full: rows not given are withdrawn';
comment on column record.delivery.archive is 'Folder of the kept copy, relative to the archive';

create table record.delivery_file (
  source text collate "C" not null,
  delivered_on date not null,
  sequence bigint not null,
  file text collate "C" not null,
  sha256 text collate "C" not null,
  read bigint not null,
  accepted bigint not null,
  corrected bigint not null,
  unchanged bigint not null,
  deleted bigint not null,
  quarantined bigint not null,
  withdrawn bigint not null,
  primary key (source, delivered_on, sequence, file),
  constraint every_row_ends_somewhere check (read = accepted + corrected + unchanged + deleted + quarantined)
);
comment on table record.delivery_file is 'One file of an accepted delivery and where each of its rows ended';
comment on column record.delivery_file.source is 'Source of the delivery';
comment on column record.delivery_file.delivered_on is 'Date of the delivery';
comment on column record.delivery_file.sequence is 'Sequence of the delivery';
comment on column record.delivery_file.file is 'programs, clients, referrals, episodes, sessions, assessments or followups';
comment on column record.delivery_file.sha256 is 'sha256 of the uncompressed bytes';
comment on column record.delivery_file.read is 'Data rows in the file';
comment on column record.delivery_file.accepted is 'Rows whose key was not current before';
comment on column record.delivery_file.corrected is 'Rows whose key was current with other values';
comment on column record.delivery_file.unchanged is 'Rows that say what was known, extra identical copies, deletes of what is not there';
comment on column record.delivery_file.deleted is 'Rows that closed a current row';
comment on column record.delivery_file.quarantined is 'Rows with a defect of their own';
comment on column record.delivery_file.withdrawn is 'Current rows that a full file left out';

create table record.refusal (
  folder text collate "C" not null,
  source text collate "C",
  code text collate "C" not null,
  message text collate "C" not null,
  hint text collate "C" not null,
  primary key (folder)
);
comment on table record.refusal is 'Deliveries in the folder that the last ingest refused';
comment on column record.refusal.folder is 'Sub-folder of the deliveries folder';
comment on column record.refusal.source is 'Source named in delivery.json, where it could be read';
comment on column record.refusal.code is 'Which refusal of the delivery format';
comment on column record.refusal.message is 'One sentence: place, expected, found; no value of a person';
comment on column record.refusal.hint is 'What to do';

create table record.quarantine (
  source text collate "C" not null,
  file text collate "C" not null,
  stated_on date not null,
  sequence bigint not null,
  line integer not null,
  row_key text collate "C",
  code text collate "C" not null,
  column_name text collate "C",
  superseded_on date,
  superseded_sequence bigint,
  primary key (source, file, stated_on, sequence, line)
);
create index quarantine_key on record.quarantine (source, file, row_key);
comment on table record.quarantine is 'Rows with a defect of their own: where they stand, never what they hold';
comment on column record.quarantine.source is 'Source of the delivery';
comment on column record.quarantine.file is 'File of the delivery, without its ending';
comment on column record.quarantine.stated_on is 'delivered_on of the delivery';
comment on column record.quarantine.sequence is 'sequence of the delivery';
comment on column record.quarantine.line is 'Line of the file on which the row begins; the header is line 1';
comment on column record.quarantine.row_key is 'Key of the row where it has one';
comment on column record.quarantine.code is 'First defect that applies';
comment on column record.quarantine.column_name is 'Column at fault, where it is one column';
comment on column record.quarantine.superseded_on is 'Date of the delivery that mended, deleted or left out the row; null while it waits';
comment on column record.quarantine.superseded_sequence is 'Sequence of that delivery';

create table record.program (
  source text collate "C" not null,
  program_key text collate "C" not null,
  site_key text collate "C" not null,
  name text collate "C" not null,
  population text collate "C" not null,
  age_group text collate "C",
  level_of_care text collate "C",
  planned_weeks smallint,
  planned_hours_week numeric,
  opened_on date,
  closed_on date,
  stated_on date not null,
  sequence bigint not null,
  superseded_on date,
  superseded_sequence bigint,
  row_hash uuid not null,
  line integer not null,
  primary key (source, program_key, stated_on, sequence)
);
comment on table record.program is 'Every statement about a program, current and superseded';
comment on column record.program.source is 'Source of the delivery; keys belong to a source';
comment on column record.program.program_key is 'Pseudonymous key given by the source';
comment on column record.program.site_key is 'Site of the program';
comment on column record.program.name is 'Name of the program';
comment on column record.program.population is 'mh, sud or dual';
comment on column record.program.age_group is 'adult or adolescent';
comment on column record.program.level_of_care is 'iop, php or op';
comment on column record.program.planned_weeks is 'Planned length, weeks';
comment on column record.program.planned_hours_week is 'Planned hours a week';
comment on column record.program.opened_on is 'Date the program opened';
comment on column record.program.closed_on is 'Date the program closed';
comment on column record.program.stated_on is 'delivered_on of the delivery that said this';
comment on column record.program.sequence is 'Sequence of that delivery';
comment on column record.program.superseded_on is 'Date of the delivery that corrected, deleted or withdrew the row; null while current';
comment on column record.program.superseded_sequence is 'Sequence of that delivery';
comment on column record.program.row_hash is 'md5 of the cells in canonical column order; equal hashes mean an unchanged row';
comment on column record.program.line is 'Line of the file on which the row begins';

create table record.client (
  source text collate "C" not null,
  client_key text collate "C" not null,
  birth_year smallint,
  sex text collate "C",
  gender text collate "C",
  race text collate "C",
  ethnicity text collate "C",
  language text collate "C",
  zip3 text collate "C",
  veteran text collate "C",
  died_on date,
  stated_on date not null,
  sequence bigint not null,
  superseded_on date,
  superseded_sequence bigint,
  row_hash uuid not null,
  line integer not null,
  primary key (source, client_key, stated_on, sequence)
);
comment on table record.client is 'Every statement about a client, current and superseded';
comment on column record.client.source is 'Source of the delivery; keys belong to a source';
comment on column record.client.client_key is 'Pseudonymous key given by the source';
comment on column record.client.birth_year is 'Year of birth';
comment on column record.client.sex is 'female, male, other or unknown';
comment on column record.client.gender is 'woman, man, nonbinary, other, declined or unknown';
comment on column record.client.race is 'One or more races joined by ;';
comment on column record.client.ethnicity is 'hispanic, not_hispanic, declined or unknown';
comment on column record.client.language is 'ISO 639-1 code, other or unknown';
comment on column record.client.zip3 is 'First three digits of the postal code';
comment on column record.client.veteran is 'yes, no or unknown';
comment on column record.client.died_on is 'Date of death';
comment on column record.client.stated_on is 'delivered_on of the delivery that said this';
comment on column record.client.sequence is 'Sequence of that delivery';
comment on column record.client.superseded_on is 'Date of the delivery that corrected, deleted or withdrew the row; null while current';
comment on column record.client.superseded_sequence is 'Sequence of that delivery';
comment on column record.client.row_hash is 'md5 of the cells in canonical column order; equal hashes mean an unchanged row';
comment on column record.client.line is 'Line of the file on which the row begins';

create table record.referral (
  source text collate "C" not null,
  referral_key text collate "C" not null,
  client_key text collate "C",
  program_key text collate "C" not null,
  received_at text collate "C" not null,
  received_on date not null,
  outcome text collate "C",
  episode_key text collate "C",
  stated_on date not null,
  sequence bigint not null,
  superseded_on date,
  superseded_sequence bigint,
  row_hash uuid not null,
  line integer not null,
  primary key (source, referral_key, stated_on, sequence)
);
comment on table record.referral is 'Every statement about a referral, current and superseded';
comment on column record.referral.source is 'Source of the delivery; keys belong to a source';
comment on column record.referral.referral_key is 'Pseudonymous key given by the source';
comment on column record.referral.client_key is 'Client referred, where known';
comment on column record.referral.program_key is 'Program referred to';
comment on column record.referral.received_at is 'Date or date-time as given; sorts as text, a date alone first';
comment on column record.referral.received_on is 'Date of received_at';
comment on column record.referral.outcome is 'admitted, declined, ineligible, referred_elsewhere, client_delayed, lost or waiting';
comment on column record.referral.episode_key is 'Episode that came of it';
comment on column record.referral.stated_on is 'delivered_on of the delivery that said this';
comment on column record.referral.sequence is 'Sequence of that delivery';
comment on column record.referral.superseded_on is 'Date of the delivery that corrected, deleted or withdrew the row; null while current';
comment on column record.referral.superseded_sequence is 'Sequence of that delivery';
comment on column record.referral.row_hash is 'md5 of the cells in canonical column order; equal hashes mean an unchanged row';
comment on column record.referral.line is 'Line of the file on which the row begins';

create table record.episode (
  source text collate "C" not null,
  episode_key text collate "C" not null,
  client_key text collate "C" not null,
  program_key text collate "C" not null,
  admitted_on date not null,
  discharged_on date,
  discharge_reason text collate "C",
  transfer_to text collate "C",
  neutral_exit text collate "C",
  payer text collate "C",
  referral_source text collate "C",
  diagnosis_group text collate "C",
  co_occurring_sud text collate "C",
  part2 text collate "C",
  prescribed_hours_week numeric,
  stated_on date not null,
  sequence bigint not null,
  superseded_on date,
  superseded_sequence bigint,
  row_hash uuid not null,
  line integer not null,
  primary key (source, episode_key, stated_on, sequence)
);
create index episode_client on record.episode (source, client_key);
comment on table record.episode is 'Every statement about an episode, current and superseded';
comment on column record.episode.source is 'Source of the delivery; keys belong to a source';
comment on column record.episode.episode_key is 'Pseudonymous key given by the source';
comment on column record.episode.client_key is 'Client';
comment on column record.episode.program_key is 'Program';
comment on column record.episode.admitted_on is 'Date of admission';
comment on column record.episode.discharged_on is 'Date of discharge; null while open';
comment on column record.episode.discharge_reason is 'completed, dropped_out, terminated, transferred, incarcerated, death, other or unknown';
comment on column record.episode.transfer_to is 'step_down, step_up or lateral';
comment on column record.episode.neutral_exit is 'yes: insurance ended or moved away';
comment on column record.episode.payer is 'Who pays';
comment on column record.episode.referral_source is 'Who referred';
comment on column record.episode.diagnosis_group is 'Primary diagnosis group';
comment on column record.episode.co_occurring_sud is 'Co-occurring substance use disorder: yes, no or unknown';
comment on column record.episode.part2 is 'yes: covered by 42 CFR Part 2';
comment on column record.episode.prescribed_hours_week is 'Hours a week prescribed';
comment on column record.episode.stated_on is 'delivered_on of the delivery that said this';
comment on column record.episode.sequence is 'Sequence of that delivery';
comment on column record.episode.superseded_on is 'Date of the delivery that corrected, deleted or withdrew the row; null while current';
comment on column record.episode.superseded_sequence is 'Sequence of that delivery';
comment on column record.episode.row_hash is 'md5 of the cells in canonical column order; equal hashes mean an unchanged row';
comment on column record.episode.line is 'Line of the file on which the row begins';

create table record.session (
  source text collate "C" not null,
  session_key text collate "C" not null,
  episode_key text collate "C" not null,
  held_on date not null,
  kind text collate "C" not null,
  modality text collate "C",
  group_key text collate "C",
  scheduled_minutes smallint not null,
  attended_minutes smallint,
  attendance text collate "C" not null,
  stated_on date not null,
  sequence bigint not null,
  superseded_on date,
  superseded_sequence bigint,
  row_hash uuid not null,
  line integer not null,
  primary key (source, session_key, stated_on, sequence)
);
create index session_episode on record.session (source, episode_key);
comment on table record.session is 'Every statement about a session, current and superseded';
comment on column record.session.source is 'Source of the delivery; keys belong to a source';
comment on column record.session.session_key is 'Pseudonymous key given by the source';
comment on column record.session.episode_key is 'Episode';
comment on column record.session.held_on is 'Date of the session';
comment on column record.session.kind is 'group, individual, family, medication, psychoeducation or assessment';
comment on column record.session.modality is 'in_person, video or phone';
comment on column record.session.group_key is 'Group, where the session is a meeting of one';
comment on column record.session.scheduled_minutes is 'Minutes scheduled';
comment on column record.session.attended_minutes is 'Minutes attended';
comment on column record.session.attendance is 'attended, partial, no_show, late_cancel, client_cancel, program_cancel or excused';
comment on column record.session.stated_on is 'delivered_on of the delivery that said this';
comment on column record.session.sequence is 'Sequence of that delivery';
comment on column record.session.superseded_on is 'Date of the delivery that corrected, deleted or withdrew the row; null while current';
comment on column record.session.superseded_sequence is 'Sequence of that delivery';
comment on column record.session.row_hash is 'md5 of the cells in canonical column order; equal hashes mean an unchanged row';
comment on column record.session.line is 'Line of the file on which the row begins';

create table record.assessment (
  source text collate "C" not null,
  assessment_key text collate "C" not null,
  episode_key text collate "C" not null,
  instrument text collate "C" not null,
  assessed_on date not null,
  item_1 smallint,
  item_2 smallint,
  item_3 smallint,
  item_4 smallint,
  item_5 smallint,
  item_6 smallint,
  item_7 smallint,
  item_8 smallint,
  item_9 smallint,
  total smallint,
  missing_reason text collate "C",
  mode text collate "C",
  language text collate "C",
  assessment_sequence smallint,
  stated_on date not null,
  sequence bigint not null,
  superseded_on date,
  superseded_sequence bigint,
  row_hash uuid not null,
  line integer not null,
  primary key (source, assessment_key, stated_on, sequence)
);
create index assessment_episode on record.assessment (source, episode_key);
comment on table record.assessment is 'Every statement about an assessment, current and superseded';
comment on column record.assessment.source is 'Source of the delivery; keys belong to a source';
comment on column record.assessment.assessment_key is 'Pseudonymous key given by the source';
comment on column record.assessment.episode_key is 'Episode';
comment on column record.assessment.instrument is 'phq9 or gad7';
comment on column record.assessment.assessed_on is 'Date of the assessment';
comment on column record.assessment.item_1 is 'Answer to item 1, 0 to 3';
comment on column record.assessment.item_2 is 'Answer to item 2, 0 to 3';
comment on column record.assessment.item_3 is 'Answer to item 3, 0 to 3';
comment on column record.assessment.item_4 is 'Answer to item 4, 0 to 3';
comment on column record.assessment.item_5 is 'Answer to item 5, 0 to 3';
comment on column record.assessment.item_6 is 'Answer to item 6, 0 to 3';
comment on column record.assessment.item_7 is 'Answer to item 7, 0 to 3';
comment on column record.assessment.item_8 is 'Answer to item 8, 0 to 3';
comment on column record.assessment.item_9 is 'Answer to item 9, 0 to 3';
comment on column record.assessment.total is 'Total as given by the source';
comment on column record.assessment.missing_reason is 'Why there is no score';
comment on column record.assessment.mode is 'paper, portal, staff or phone';
comment on column record.assessment.language is 'Language of the form';
comment on column record.assessment.assessment_sequence is 'Order among assessments of one day; empty counts as 0';
comment on column record.assessment.stated_on is 'delivered_on of the delivery that said this';
comment on column record.assessment.sequence is 'Sequence of that delivery';
comment on column record.assessment.superseded_on is 'Date of the delivery that corrected, deleted or withdrew the row; null while current';
comment on column record.assessment.superseded_sequence is 'Sequence of that delivery';
comment on column record.assessment.row_hash is 'md5 of the cells in canonical column order; equal hashes mean an unchanged row';
comment on column record.assessment.line is 'Line of the file on which the row begins';

create table record.followup (
  source text collate "C" not null,
  followup_key text collate "C" not null,
  episode_key text collate "C" not null,
  contacted_on date not null,
  outcome text collate "C" not null,
  attempts smallint,
  stated_on date not null,
  sequence bigint not null,
  superseded_on date,
  superseded_sequence bigint,
  row_hash uuid not null,
  line integer not null,
  primary key (source, followup_key, stated_on, sequence)
);
create index followup_episode on record.followup (source, episode_key);
comment on table record.followup is 'Every statement about a followup, current and superseded';
comment on column record.followup.source is 'Source of the delivery; keys belong to a source';
comment on column record.followup.followup_key is 'Pseudonymous key given by the source';
comment on column record.followup.episode_key is 'Episode';
comment on column record.followup.contacted_on is 'Date of the contact';
comment on column record.followup.outcome is 'reached, declined, unreachable, deceased or incarcerated';
comment on column record.followup.attempts is 'Attempts made';
comment on column record.followup.stated_on is 'delivered_on of the delivery that said this';
comment on column record.followup.sequence is 'Sequence of that delivery';
comment on column record.followup.superseded_on is 'Date of the delivery that corrected, deleted or withdrew the row; null while current';
comment on column record.followup.superseded_sequence is 'Sequence of that delivery';
comment on column record.followup.row_hash is 'md5 of the cells in canonical column order; equal hashes mean an unchanged row';
comment on column record.followup.line is 'Line of the file on which the row begins';
