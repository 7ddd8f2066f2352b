-- Grain: one closed, treated episode with prescribed hours: its whole weeks, and those at the prescribed dose.
-- Reads: warehouse.episode, warehouse.session, warehouse.person_to_build
-- Parameters: none
with week as (
  select
    s.person_key,
    s.source,
    s.episode_key,
    e.admitted_on,
    e.discharged_on,
    e.prescribed_hours_week,
    (s.held_on - e.admitted_on) / 7 as week,
    sum(s.half_minutes) as half_minutes,
    max(s.held_on) as last_on
  from warehouse.session as s
  join warehouse.episode as e using (person_key, source, episode_key)
  join warehouse.person_to_build as p using (person_key)
  where p.has_changed and s.is_treated and e.prescribed_hours_week is not null and e.discharged_on is not null
  group by s.person_key, s.source, s.episode_key, e.admitted_on, e.discharged_on, e.prescribed_hours_week,
    (s.held_on - e.admitted_on) / 7
),

stay as (
  select
    *,
    greatest(
      1, least(max(last_on) over (partition by person_key, source, episode_key), discharged_on) - admitted_on + 1
    ) as days
  from week
)

select
  person_key,
  source,
  episode_key,
  min(days) / 7 as weeks_of_dose,
  -- 80 % of the prescribed hours are 48 minutes of each, 96 half minutes
  count(*) filter (where 7 * (week + 1) <= days and half_minutes >= 96 * prescribed_hours_week)::integer as weeks_at_dose
from stay
group by person_key, source, episode_key
