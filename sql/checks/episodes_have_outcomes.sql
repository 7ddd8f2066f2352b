-- Looks for: episodes that take part and have no row of outcomes, and rows of outcomes without an episode.
-- Reads: warehouse.episode, warehouse.episode_outcome
-- Parameters: none
select
  source,
  null::text as part,
  count(*) filter (where e.admitted_on is null or o.admitted_on is null) as violations,
  count(*) as checked
from warehouse.episode as e
full join warehouse.episode_outcome as o using (person_key, source, episode_key)
group by source
