-- Looks for: open episodes without a session for more than stale_after_days; without any session, since admission.
-- Reads: warehouse.episode, warehouse.episode_dose
-- Parameters: as_of, stale_after_days
select
  source,
  null::text as part,
  count(*) filter (
    where :as_of::date - coalesce(d.last_session_on, e.admitted_on) > :stale_after_days::integer
  ) as violations,
  count(*) as checked
from warehouse.episode as e
join warehouse.episode_dose as d using (person_key, source, episode_key)
where e.discharged_on is null
group by source
