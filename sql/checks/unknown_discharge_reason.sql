-- Looks for: treated discharges whose reason is unknown.
-- Reads: warehouse.episode_outcome
-- Parameters: none
select
  source,
  null::text as part,
  count(*) filter (where discharge_reason = 'unknown') as violations,
  count(*) as checked
from warehouse.episode_outcome
where is_discharged and is_treated
group by source
