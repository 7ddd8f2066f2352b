-- Looks for: months in which a program had 50 or more sessions and every one of them was attended.
-- Reads: warehouse.episode, warehouse.session_month
-- Parameters: none
with month as (
  select source, e.program_key, m.month, sum(m.sessions) as sessions, sum(m.attended_sessions) as attended
  from warehouse.session_month as m
  join warehouse.episode as e using (person_key, source, episode_key)
  group by source, e.program_key, m.month
  having sum(m.sessions) >= 50
)

select
  source,
  program_key as part,
  count(*) filter (where attended = sessions) as violations,
  count(*) as checked
from month
group by source, program_key
