-- Grain: one person whom the passing of time moves between two as-of dates: an episode is open, or one of the windows of its rules
--        (7 and 28 days from admission; 14, 30 and 90 from discharge) closed in between. Closed quarters are judged when
--        publishing.
-- Reads: warehouse.episode_outcome
-- Parameters: as_of, before
select distinct person_key, false as has_changed
from warehouse.episode_outcome
where discharged_on is null
  or admitted_on > :before::date - 7 and admitted_on <= :as_of::date - 7
  or admitted_on > :before::date - 28 and admitted_on <= :as_of::date - 28
  or discharged_on > :before::date - 14 and discharged_on <= :as_of::date - 14
  or discharged_on > :before::date - 30 and discharged_on <= :as_of::date - 30
  or discharged_on > :before::date - 90 and discharged_on <= :as_of::date - 90
