-- The current release, for tools that read tables rather than files: what its files say, and nothing else.
create schema published;

create table published.release (
  release text collate "C" not null,
  as_of date not null,
  organisation text collate "C" not null,
  synthetic boolean not null,
  code_version text collate "C" not null,
  primary key (release)
);
comment on table published.release is 'The current release: one row';
comment on column published.release.release is 'Name: the as-of date and the beginning of the hash of the manifest';
comment on column published.release.as_of is 'Date that the data speak for';
comment on column published.release.organisation is 'Whose figures these are';
comment on column published.release.synthetic is 'Whether the data are invented';
comment on column published.release.code_version is 'Version of Plumbline';

create table published.result (
  measure text collate "C" not null,
  version text collate "C" not null,
  domain text collate "C" not null,
  breakdown text collate "C" not null,
  "group" text collate "C" not null,
  period_type text collate "C" not null,
  period text collate "C" not null,
  units bigint,
  denominator bigint,
  numerator bigint,
  value double precision,
  lower double precision,
  upper double precision,
  unit text collate "C" not null,
  status text collate "C" not null,
  reason text collate "C" not null,
  as_of date not null,
  primary key (measure, breakdown, "group", period_type, period)
);
comment on table published.result is 'results.csv of the current release, protected';
comment on column published.result.measure is 'Measure';
comment on column published.result.version is 'Version of its definition';
comment on column published.result.domain is 'Domain of the measure';
comment on column published.result.breakdown is 'What the groups are';
comment on column published.result."group" is 'The group; empty for all';
comment on column published.result.period_type is 'all, year, quarter or month';
comment on column published.result.period is 'The period; empty for all time';
comment on column published.result.units is 'Units behind the figure; null where hidden';
comment on column published.result.denominator is 'Denominator; null where there is none or it is hidden';
comment on column published.result.numerator is 'Numerator; null where there is none or it is hidden';
comment on column published.result.value is 'The figure; null where hidden or where there is none';
comment on column published.result.lower is 'Lower end of its interval';
comment on column published.result.upper is 'Upper end of its interval';
comment on column published.result.unit is 'Unit of value, lower and upper';
comment on column published.result.status is 'published, suppressed, unstable, insufficient or immature';
comment on column published.result.reason is 'Why it is not simply published; empty where it is';
comment on column published.result.as_of is 'Date that the data speak for';

create table published.ladder (
  measure text collate "C" not null,
  breakdown text collate "C" not null,
  "group" text collate "C" not null,
  period_type text collate "C" not null,
  period text collate "C" not null,
  step_order integer not null,
  step text collate "C" not null,
  count bigint,
  status text collate "C" not null,
  primary key (measure, breakdown, "group", period_type, period, step_order)
);
comment on table published.ladder is 'ladder.csv of the current release: who is left at each step towards a figure';
comment on column published.ladder.measure is 'Measure';
comment on column published.ladder.breakdown is 'What the groups are';
comment on column published.ladder."group" is 'The group; empty for all';
comment on column published.ladder.period_type is 'all, year, quarter or month';
comment on column published.ladder.period is 'The period; empty for all time';
comment on column published.ladder.step_order is 'Order of the steps';
comment on column published.ladder.step is 'The step';
comment on column published.ladder.count is 'Who is left; null where hidden';
comment on column published.ladder.status is 'published or suppressed';
