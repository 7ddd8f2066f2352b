-- also as: known
-- What is needed to say what a figure would be if everyone had been measured, and whom six-month figures speak for.
create table mart.pattern (
  measure text collate "C" not null,
  dimension text collate "C" not null,
  group_key text collate "C" not null,
  source text collate "C" not null,
  program_key text collate "C" not null,
  period_type text collate "C" not null,
  period_on date not null,
  attendance text collate "C" not null,
  completion text collate "C" not null,
  severity text collate "C" not null,
  n bigint not null,
  measured bigint not null,
  sum_y bigint not null,
  sum_yy bigint not null,
  n_baseline bigint not null,
  sum_baseline bigint not null,
  primary key (measure, dimension, group_key, source, program_key, period_type, period_on, attendance, completion, severity)
);
comment on table mart.pattern is 'Units of one cell that are alike in attendance, completion and severity: whom a measure should speak for, and whom it was measured of';
comment on column mart.pattern.measure is 'Measure';
comment on column mart.pattern.dimension is 'all';
comment on column mart.pattern.group_key is 'Empty';
comment on column mart.pattern.source is 'Source of the program';
comment on column mart.pattern.program_key is 'Program';
comment on column mart.pattern.period_type is 'year, or quarter for measures of quarters that mature';
comment on column mart.pattern.period_on is 'First day of the period';
comment on column mart.pattern.attendance is 'Share of expected sessions attended, in bands';
comment on column mart.pattern.completion is 'completed or not';
comment on column mart.pattern.severity is 'Severity band of the baseline, 0 where there is none; of PHQ-9 and GAD-7 joined by / where both are judged';
comment on column mart.pattern.n is 'Units that the measure should speak for';
comment on column mart.pattern.measured is 'Of these, measured';
comment on column mart.pattern.sum_y is 'Of the measured, sum of the numerator, or of the change';
comment on column mart.pattern.sum_yy is 'Sum of its squares';
comment on column mart.pattern.n_baseline is 'Of those not measured, with the earlier score of a change';
comment on column mart.pattern.sum_baseline is 'Sum of these earlier scores';

create table mart.reached (
  measure text collate "C" not null,
  dimension text collate "C" not null,
  group_key text collate "C" not null,
  source text collate "C" not null,
  program_key text collate "C" not null,
  period_type text collate "C" not null,
  period_on date not null,
  characteristic text collate "C" not null,
  level text collate "C" not null,
  is_reached boolean not null,
  n bigint not null,
  sum_x bigint not null,
  sum_xx bigint not null,
  primary key (measure, dimension, group_key, source, program_key, period_type, period_on, characteristic, level, is_reached)
);
comment on table mart.reached is 'People of the follow-up cohort by whether they were reached, and by what they are';
comment on column mart.reached.measure is 'followup_retention';
comment on column mart.reached.dimension is 'all';
comment on column mart.reached.group_key is 'Empty';
comment on column mart.reached.source is 'Source of the program';
comment on column mart.reached.program_key is 'Program';
comment on column mart.reached.period_type is 'quarter';
comment on column mart.reached.period_on is 'First day of the period';
comment on column mart.reached.characteristic is 'What is compared';
comment on column mart.reached.level is 'Level of it; empty for a score';
comment on column mart.reached.is_reached is 'Has a score at six months';
comment on column mart.reached.n is 'People';
comment on column mart.reached.sum_x is 'Sum of the score';
comment on column mart.reached.sum_xx is 'Sum of its squares';
