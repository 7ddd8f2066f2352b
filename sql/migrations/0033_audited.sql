-- Answers of audits, so that the same question is not worked out again. Private: they rest on counts that were hidden.
create table history.audited (
  sequence integer not null,
  question text collate "C" not null,
  answer text collate "C" not null,
  primary key (sequence),
  unique (question)
);
comment on table history.audited is 'The last answers of audits by linear programs';
comment on column history.audited.sequence is 'Order of the answers, from 1';
comment on column history.audited.question is 'Hash of all counts, sums and rows that were audited';
comment on column history.audited.answer is 'Rows hidden, counts exposed and work done, by index: JSON, deflated, in base 64';
