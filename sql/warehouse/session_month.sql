-- Grain: one episode and calendar month with a session from admission to discharge, never-started episodes too.
-- Reads: warehouse.session, warehouse.person_to_build
-- Parameters: none
select
  person_key,
  source,
  episode_key,
  date_trunc('month', held_on)::date as month,
  count(*)::integer as sessions,
  count(*) filter (where attendance not in ('program_cancel', 'excused'))::integer as expected_sessions,
  count(*) filter (where is_attended)::integer as attended_sessions,
  count(*) filter (where attendance in ('no_show', 'late_cancel'))::integer as missed_sessions,
  count(*) filter (where attendance in ('client_cancel', 'late_cancel'))::integer as client_cancelled_sessions,
  count(*) filter (where attendance = 'program_cancel')::integer as program_cancelled_sessions
from warehouse.session
join warehouse.person_to_build as p using (person_key)
where p.has_changed and is_in_range
group by person_key, source, episode_key, date_trunc('month', held_on)
