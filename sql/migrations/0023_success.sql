-- What an organisation registered as its definition of success, so that a silent change is noticed.
create table record.success_definition (
  registered_on date not null,
  definition text collate "C" not null,
  because text collate "C" not null,
  seen_on date not null,
  primary key (registered_on, definition)
);
comment on table record.success_definition is 'Every definition of success that was registered, the last being in force';
comment on column record.success_definition.registered_on is 'Date of the note in the configuration';
comment on column record.success_definition.definition is 'effect, response, reliable_improvement or remission; none where it was withdrawn';
comment on column record.success_definition.because is 'The note';
comment on column record.success_definition.seen_on is 'As-of date of the run that first found it';
