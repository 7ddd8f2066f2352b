-- Looks for: deliveries in the folder that the last ingest refused. They are news of today: a run as known on an earlier date
--            counts none.
-- Reads: record.delivery, record.refusal
-- Parameters: as_of
with delivery as (
  select source, false as is_refused from record.delivery where delivered_on <= :as_of::date
  union all
  select coalesce(source, 'unknown'), true from record.refusal
  where not exists (select from record.delivery where delivered_on > :as_of::date)
)

select
  source,
  null::text as part,
  count(*) filter (where is_refused) as violations,
  count(*) as checked
from delivery
group by source
