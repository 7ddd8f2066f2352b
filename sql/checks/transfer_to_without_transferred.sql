-- Looks for: episodes that say where the person was transferred to, but not that the person was transferred.
-- Reads: warehouse.episode
-- Parameters: none
select
  source,
  null::text as part,
  count(*) filter (where transfer_to is not null and discharge_reason <> 'transferred') as violations,
  count(*) as checked
from warehouse.episode
group by source
