-- also as: known
-- What counting reads. An episode's sessions belong together in each period, so they are added up once by every length of
-- period; and when only some persons are counted, their rows are set aside first instead of being looked up in every count.
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
  primary key (person_key, source, episode_key, period_type, period_on)
);
comment on table warehouse.session_period is 'One episode and month, quarter, year or all time with a session between admission and discharge';
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

create table warehouse.counted_episode (like warehouse.episode_outcome including comments);
comment on table warehouse.counted_episode is 'Rows of episode_outcome of the persons being counted; empty between counts';
create table warehouse.counted_period (like warehouse.session_period including comments);
comment on table warehouse.counted_period is 'Rows of session_period of the persons being counted; empty between counts';
