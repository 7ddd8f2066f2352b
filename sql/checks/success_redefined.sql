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
  count(*) filter (
    where definition <> coalesce(:success_definition::text, 'none')
      and coalesce(:success_registered_on::date <= registered_on, true)
  ) as violations,
  count(*) as checked
from registered
