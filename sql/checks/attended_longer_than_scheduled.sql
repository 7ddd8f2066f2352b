-- Looks for: sessions attended for longer than they were scheduled.
-- Reads: record.session
-- Parameters: as_of
select
  source,
  null::text as part,
  count(*) filter (where attended_minutes > scheduled_minutes) as violations,
  count(*) as checked
from record.session
where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date)
  and attended_minutes is not null
group by source
