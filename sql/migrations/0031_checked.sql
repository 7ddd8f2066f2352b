-- What the checks found, so that an account that may not read rows can publish it.
-- also as: known
create table mart.checked (
  state text collate "C" not null,
  results text collate "C" not null
);
comment on table mart.checked is 'What the last checks found: one row';
comment on column mart.checked.state is 'sha256 of all that decides it: deliveries, settings, as-of date, code';
comment on column mart.checked.results is 'Results of the checks as JSON, counts of rows only';
