-- also as: known
-- Additive counts of the finest published cells; TypeScript rolls them up and judges them.
create schema mart;

create table mart.tally (
  measure text collate "C" not null,
  dimension text collate "C" not null,
  group_key text collate "C" not null,
  source text collate "C" not null,
  program_key text collate "C" not null,
  period_type text collate "C" not null,
  period_on date not null,
  n bigint not null,
  numerator bigint not null,
  n_immature bigint not null,
  primary key (measure, dimension, group_key, source, program_key, period_type, period_on)
);
comment on table mart.tally is 'Units of a proportion in one cell';
comment on column mart.tally.measure is 'Measure';
comment on column mart.tally.dimension is 'all, or the breakdown that group_key belongs to';
comment on column mart.tally.group_key is 'Group within the dimension; empty for all';
comment on column mart.tally.source is 'Source of the program';
comment on column mart.tally.program_key is 'Program';
comment on column mart.tally.period_type is 'month, quarter, year or all: the finest that adds up for this measure';
comment on column mart.tally.period_on is 'First day of the period';
comment on column mart.tally.n is 'Units in the denominator';
comment on column mart.tally.numerator is 'Those in the numerator';
comment on column mart.tally.n_immature is 'Units left out because their window is still open';

create table mart.moment (
  measure text collate "C" not null,
  dimension text collate "C" not null,
  group_key text collate "C" not null,
  source text collate "C" not null,
  program_key text collate "C" not null,
  period_type text collate "C" not null,
  period_on date not null,
  n bigint not null,
  sum_x bigint not null,
  sum_y bigint not null,
  sum_xx bigint not null,
  sum_yy bigint not null,
  sum_xy bigint not null,
  primary key (measure, dimension, group_key, source, program_key, period_type, period_on)
);
comment on table mart.moment is 'Sums over units of one cell, from which means, deviations and ratios follow';
comment on column mart.moment.measure is 'Measure';
comment on column mart.moment.dimension is 'all, or the breakdown that group_key belongs to';
comment on column mart.moment.group_key is 'Group within the dimension; empty for all';
comment on column mart.moment.source is 'Source of the program';
comment on column mart.moment.program_key is 'Program';
comment on column mart.moment.period_type is 'month, quarter, year or all: the finest that adds up for this measure';
comment on column mart.moment.period_on is 'First day of the period';
comment on column mart.moment.n is 'Units';
comment on column mart.moment.sum_x is 'Sum of x: baseline score, or numerator of a ratio';
comment on column mart.moment.sum_y is 'Sum of y: later score, or denominator of a ratio';
comment on column mart.moment.sum_xx is 'Sum of x squared';
comment on column mart.moment.sum_yy is 'Sum of y squared';
comment on column mart.moment.sum_xy is 'Sum of x times y';

create table mart.histogram (
  measure text collate "C" not null,
  dimension text collate "C" not null,
  group_key text collate "C" not null,
  source text collate "C" not null,
  program_key text collate "C" not null,
  period_type text collate "C" not null,
  period_on date not null,
  event text collate "C" not null,
  value integer not null,
  n bigint not null,
  primary key (measure, dimension, group_key, source, program_key, period_type, period_on, event, value)
);
comment on table mart.histogram is 'Units of one cell with one whole value';
comment on column mart.histogram.measure is 'Measure';
comment on column mart.histogram.dimension is 'all, or the breakdown that group_key belongs to';
comment on column mart.histogram.group_key is 'Group within the dimension; empty for all';
comment on column mart.histogram.source is 'Source of the program';
comment on column mart.histogram.program_key is 'Program';
comment on column mart.histogram.period_type is 'month, quarter, year or all: the finest that adds up for this measure';
comment on column mart.histogram.period_on is 'First day of the period';
comment on column mart.histogram.event is 'What ended a time; empty where there is none';
comment on column mart.histogram.value is 'Days';
comment on column mart.histogram.n is 'Units';

create table mart.ladder (
  measure text collate "C" not null,
  dimension text collate "C" not null,
  group_key text collate "C" not null,
  source text collate "C" not null,
  program_key text collate "C" not null,
  period_type text collate "C" not null,
  period_on date not null,
  step text collate "C" not null,
  n bigint not null,
  primary key (measure, dimension, group_key, source, program_key, period_type, period_on, step)
);
comment on table mart.ladder is 'Units of one cell that reach a step on the way into a measure';
comment on column mart.ladder.measure is 'Measure';
comment on column mart.ladder.dimension is 'all, or the breakdown that group_key belongs to';
comment on column mart.ladder.group_key is 'Group within the dimension; empty for all';
comment on column mart.ladder.source is 'Source of the program';
comment on column mart.ladder.program_key is 'Program';
comment on column mart.ladder.period_type is 'month, quarter, year or all: the finest that adds up for this measure';
comment on column mart.ladder.period_on is 'First day of the period';
comment on column mart.ladder.step is 'Step of the ladder';
comment on column mart.ladder.n is 'Units';
