-- Looks for: rows with a defect of their own that no later delivery has mended, deleted or left out; a row per file.
-- Reads: record.delivery_file, record.quarantine
-- Parameters: as_of
with given as (
  select source, file, sum(read)::bigint as read
  from record.delivery_file
  where delivered_on <= :as_of::date
  group by source, file
),

held as (
  select source, file, count(*) as quarantined
  from record.quarantine
  where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date)
  group by source, file
)

select
  source,
  file as part,
  coalesce(h.quarantined, 0) as violations,
  g.read as checked
from given as g
left join held as h using (source, file)
