-- Grain: one program that is known on the as-of date. Its current row speaks for all time.
-- Reads: record.program
-- Parameters: as_of
select
  source,
  program_key,
  site_key,
  name,
  population,
  coalesce(level_of_care, 'unknown') as level_of_care
from record.program
where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date)
