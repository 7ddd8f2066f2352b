-- Grain: one discharge: where the client went next.
-- Reads: warehouse.episode, warehouse.person_to_build
-- Parameters: none
select
  e.person_key,
  e.source,
  e.episode_key,
  -- to the program that discharged, from the day after
  min(o.admitted_on - e.discharged_on) filter (where o.program_key = e.program_key and o.admitted_on > e.discharged_on) as days_to_readmission,
  -- a transfer into another program of the source on the same or the next day goes on with the same care
  coalesce(
    bool_or(e.discharge_reason = 'transferred' and o.program_key <> e.program_key and o.admitted_on - e.discharged_on between 0 and 1),
    false
  ) as is_continued
from warehouse.episode as e
join warehouse.person_to_build as p using (person_key)
left join warehouse.episode as o
  on o.person_key = e.person_key and o.source = e.source and o.client_key = e.client_key and o.episode_key <> e.episode_key
where p.has_changed and e.discharged_on is not null
group by e.person_key, e.source, e.episode_key
