-- Grain: four roles that nobody logs in as, each with what its steps of a night need and no more (docs/database-roles.md)
-- Reads: the schemas that migrations have made
-- Parameters: none; it speaks of the database that it is run in
--
-- After every `plumbline migrate`, as the account that ran it (which may create roles) or as an administrator:
--   psql "$DATABASE_URL" --set ON_ERROR_STOP=1 --single-transaction --file sql/roles/roles.sql
-- Run again, it takes back what it does not say.

do $$
declare
  name text;
begin
  foreach name in array array['plumbline_loader', 'plumbline_builder', 'plumbline_publisher', 'plumbline_reader'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
    -- the owner of the database goes on changing tables that it hands over here
    if name <> 'plumbline_reader' and not pg_has_role(current_user, name, 'usage') then
      execute format('grant %I to current_user', name);
    end if;
    execute format('revoke all on database %I from public, %I', current_database(), name);
    execute format('grant connect on database %I to %I', current_database(), name);
  end loop;
end $$;

-- nothing for everybody, now or in what is made later
revoke all on schema public from public;
alter default privileges revoke execute on functions from public;
do $$
declare
  name text;
begin
  for name in select nspname from pg_namespace
    where nspname in ('public', 'plumbline', 'staging', 'record', 'warehouse', 'warehouse_known', 'mart', 'mart_known', 'history', 'published')
  loop
    execute format('revoke all on schema %I from public, plumbline_loader, plumbline_builder, plumbline_publisher, plumbline_reader', name);
    execute format('revoke all on all tables in schema %I from public, plumbline_loader, plumbline_builder, plumbline_publisher, plumbline_reader', name);
    execute format('revoke all on all functions in schema %I from public', name);
  end loop;
end $$;

-- Which migrations were applied: each step looks before it begins.
grant usage on schema plumbline to plumbline_loader, plumbline_builder, plumbline_publisher;
grant select on plumbline.migration to plumbline_loader, plumbline_builder, plumbline_publisher;

-- Loader and builder own their tables: analyze, and keys that are dropped and made again, ask for the owner.
do $$
declare
  one record;
begin
  grant create on schema record, staging to plumbline_loader;
  grant create on schema warehouse, warehouse_known, mart, mart_known to plumbline_builder;
  for one in select schemaname, tablename, tableowner,
      case when schemaname in ('record', 'staging') then 'plumbline_loader' else 'plumbline_builder' end as owner
    from pg_tables where schemaname in ('record', 'staging', 'warehouse', 'warehouse_known', 'mart', 'mart_known')
  loop
    if one.tableowner <> one.owner then
      execute format('alter table %I.%I owner to %I', one.schemaname, one.tablename, one.owner);
    end if;
    execute format('grant all on %I.%I to %I', one.schemaname, one.tablename, one.owner);
  end loop;
  revoke create on schema record, staging from plumbline_loader;
end $$;

-- Loader: takes deliveries in.
grant usage on schema record, staging to plumbline_loader;

-- Builder: reads what was said, builds, counts and checks, explains figures as they are held since earlier releases, and takes
-- cohorts out. The build makes tables of changes and drops them.
grant usage on schema history, record, warehouse, warehouse_known, mart, mart_known to plumbline_builder;
grant select on all tables in schema history, record to plumbline_builder;
grant insert on record.success_definition to plumbline_builder;

-- Publisher: reads counts; of rows of persons, only what case mix and the number of people in a group are made from.
grant usage on schema record, warehouse, warehouse_known, mart, mart_known, published to plumbline_publisher;
grant select on all tables in schema mart, mart_known to plumbline_publisher;
grant select on record.delivery, record.delivery_file to plumbline_publisher;
grant select (folder, code) on record.refusal to plumbline_publisher;
do $$
declare
  name text;
begin
  foreach name in array array['warehouse', 'warehouse_known'] loop
    execute format('grant select on %I.program to plumbline_publisher', name);
    execute format('grant select (source, file, code) on %I.waiting to plumbline_publisher', name);
    execute format('grant select on %I.episode_outcome, %I.episode_score to plumbline_publisher', name, name);
    execute format('grant select (person_key, source, episode_key, month, group_sessions) on %I.session_month to plumbline_publisher', name);
  end loop;
end $$;
-- What was published before: it holds counts that were hidden.
grant usage on schema history to plumbline_publisher;
grant select, insert, delete on all tables in schema history, published to plumbline_publisher;

-- Reader: published results and nothing else.
grant usage on schema published to plumbline_reader;
grant select on all tables in schema published to plumbline_reader;
