-- Grain: one follow-up contact that takes part.
-- Reads: record.followup, warehouse.episode, warehouse.person_to_build
-- Parameters: as_of
select
  e.person_key,
  e.source,
  f.followup_key,
  e.episode_key,
  f.contacted_on,
  f.outcome
from record.followup as f
join warehouse.episode as e on e.source = f.source and e.episode_key = f.episode_key
join warehouse.person_to_build as p on p.person_key = e.person_key
where p.has_changed
  and f.stated_on <= :as_of::date and (f.superseded_on is null or f.superseded_on > :as_of::date)
