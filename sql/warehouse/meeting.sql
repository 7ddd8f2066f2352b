-- Grain: one group meeting that persons of person_to_build that changed took part in, and how many of them did. A person counts
--        once, so these counts add up over persons, and the table is corrected by the difference that those who changed make.
-- Reads: warehouse.session, warehouse.episode, warehouse.person_to_build
-- Parameters: none
with attendee as (
  select e.source, e.program_key, s.group_key, s.held_on, s.person_key
  from warehouse.session as s
  join warehouse.episode as e using (person_key, source, episode_key)
  join warehouse.person_to_build as p using (person_key)
  where p.has_changed and s.group_key is not null
  group by e.source, e.program_key, s.group_key, s.held_on, s.person_key
)

select source, program_key, group_key, held_on, count(*)::integer as attendees
from attendee
group by source, program_key, group_key, held_on
