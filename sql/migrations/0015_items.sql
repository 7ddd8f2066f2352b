-- Items beyond the ninth, for instruments that have them; what stands in the record keeps its hash.
alter table record.assessment
  add column item_10 smallint,
  add column item_11 smallint,
  add column item_12 smallint,
  add column item_13 smallint,
  add column item_14 smallint,
  add column item_15 smallint,
  add column item_16 smallint,
  add column item_17 smallint,
  add column item_18 smallint,
  add column item_19 smallint,
  add column item_20 smallint;
alter table staging.assessment
  add column item_10 smallint,
  add column item_11 smallint,
  add column item_12 smallint,
  add column item_13 smallint,
  add column item_14 smallint,
  add column item_15 smallint,
  add column item_16 smallint,
  add column item_17 smallint,
  add column item_18 smallint,
  add column item_19 smallint,
  add column item_20 smallint;

comment on column record.assessment.instrument is 'Id of an instrument, as data/instruments declares it';
comment on column record.assessment.item_1 is 'Answer to item 1; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_2 is 'Answer to item 2; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_3 is 'Answer to item 3; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_4 is 'Answer to item 4; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_5 is 'Answer to item 5; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_6 is 'Answer to item 6; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_7 is 'Answer to item 7; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_8 is 'Answer to item 8; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_9 is 'Answer to item 9; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_10 is 'Answer to item 10; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_11 is 'Answer to item 11; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_12 is 'Answer to item 12; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_13 is 'Answer to item 13; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_14 is 'Answer to item 14; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_15 is 'Answer to item 15; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_16 is 'Answer to item 16; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_17 is 'Answer to item 17; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_18 is 'Answer to item 18; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_19 is 'Answer to item 19; null where it was not answered or the instrument has no such item';
comment on column record.assessment.item_20 is 'Answer to item 20; null where it was not answered or the instrument has no such item';
comment on column record.assessment.row_hash is 'md5 of the cells in canonical column order, those of columns added later only where they are given; equal hashes mean an unchanged row';
