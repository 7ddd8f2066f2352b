-- Looks for: a definition of success that is not the one registered last, and has no note of a later date.
-- Reads: record.success_definition
-- Parameters: success_definition, success_registered_on
with registered as (
  select definition, registered_on
  from record.success_definition
  order by registered_on desc, seen_on desc
  limit 1
)

select
  '' as source,
  null::text as part,
  (definition <> coalesce(:success_definition::text, 'none')
    and coalesce(:success_registered_on::date <= registered_on, true))::integer as violations,
  1 as checked
from registered
