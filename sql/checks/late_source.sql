-- Looks for: sources whose newest delivery is more than late_source_days older than the as-of date.
-- Reads: record.delivery
-- Parameters: as_of, late_source_days
select
  source,
  null::text as part,
  (:as_of::date - max(delivered_on) > :late_source_days::integer)::integer as violations,
  1 as checked
from record.delivery
where delivered_on <= :as_of::date
group by source
