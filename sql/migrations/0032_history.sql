-- What was ever published, kept so that a later release tells no small change. Private: it holds counts that were hidden.
create schema history;

create table history.told (
  sequence integer not null,
  as_of date not null,
  definition text collate "C" not null,
  counts text collate "C" not null,
  primary key (sequence)
);
comment on table history.told is 'The counts behind each release that told something new';
comment on column history.told.sequence is 'Order of the releases, from 1';
comment on column history.told.as_of is 'Date that the data of the release speak for';
comment on column history.told.definition is 'Hash of the definitions and settings that the counts rest on';
comment on column history.told.counts is 'Counts by set and place, and which of them were told: JSON, deflated, in base 64';

create table history.shown (
  only_one boolean not null default true check (only_one),
  definition text collate "C" not null,
  tables text collate "C" not null,
  primary key (only_one)
);
comment on table history.shown is 'The rows of the last release, which later ones may show again: one row';
comment on column history.shown.only_one is 'True';
comment on column history.shown.definition is 'Hash of the definitions and settings that the rows rest on';
comment on column history.shown.tables is 'Rows by file: JSON, deflated, in base 64';
