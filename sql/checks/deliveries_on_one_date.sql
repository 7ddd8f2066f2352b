-- Looks for: dates on which a source delivered more than once.
-- Reads: record.delivery
-- Parameters: as_of
with day as (
  select source, delivered_on, count(*) as deliveries
  from record.delivery
  where delivered_on <= :as_of::date
  group by source, delivered_on
)

select
  source,
  null::text as part,
  count(*) filter (where deliveries > 1) as violations,
  count(*) as checked
from day
group by source
