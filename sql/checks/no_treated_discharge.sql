-- Looks for: an organisation with episodes, none of which was both treated and discharged. One row for all sources together.
-- Reads: warehouse.episode_outcome
-- Parameters: none
select
  '' as source,
  null::text as part,
  (count(*) > 0 and count(*) filter (where is_treated and is_discharged) = 0)::integer as violations,
  (count(*) > 0)::integer as checked
from warehouse.episode_outcome
