-- Looks for: a file whose rows do not all end accepted, corrected, unchanged, deleted or quarantined, or whose quarantined rows
--            are not all in the quarantine.
-- Reads: record.delivery_file, record.quarantine
-- Parameters: as_of
with held as (
  select source, stated_on as delivered_on, sequence, file, count(*) as quarantined
  from record.quarantine
  group by source, stated_on, sequence, file
)

select
  f.source,
  null::text as part,
  count(*) filter (
    where f.read <> f.accepted + f.corrected + f.unchanged + f.deleted + f.quarantined
      or f.quarantined <> coalesce(h.quarantined, 0)
  ) as violations,
  count(*) as checked
from record.delivery_file as f
left join held as h using (source, delivered_on, sequence, file)
where delivered_on <= :as_of::date
group by f.source
