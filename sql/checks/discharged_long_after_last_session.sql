-- Looks for: discharges more than 30 days after the last session of any attendance.
-- Reads: warehouse.episode, warehouse.episode_dose
-- Parameters: none
select
  source,
  null::text as part,
  count(*) filter (where e.discharged_on - d.last_session_on > 30) as violations,
  count(*) as checked
from warehouse.episode as e
join warehouse.episode_dose as d using (person_key, source, episode_key)
where e.discharged_on is not null and d.last_session_on is not null
group by source
