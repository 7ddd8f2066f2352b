-- Grain: one episode: what treatment was received.
-- Reads: warehouse.episode, warehouse.session, warehouse.person_to_build
-- Parameters: none
with by_modality as (
  select
    person_key,
    source,
    episode_key,
    modality,
    count(*) filter (where is_treated)::integer as treated_sessions,
    count(*) filter (where is_in_range and attendance not in ('program_cancel', 'excused'))::integer as expected_sessions,
    count(*) filter (where is_in_range and is_attended)::integer as attended_sessions,
    min(held_on) filter (where is_treated) as first_treated_on,
    max(held_on) filter (where is_treated) as last_treated_on,
    max(held_on) as last_session_on,
    sum(half_minutes)::integer as half_minutes
  from warehouse.session
  join warehouse.person_to_build as p using (person_key)
  where p.has_changed
  group by person_key, source, episode_key, modality
),

dose as (
  select
    person_key,
    source,
    episode_key,
    sum(treated_sessions)::integer as treated_sessions,
    sum(expected_sessions)::integer as expected_sessions,
    sum(attended_sessions)::integer as attended_sessions,
    min(first_treated_on) as first_treated_on,
    max(last_treated_on) as last_treated_on,
    max(last_session_on) as last_session_on,
    sum(half_minutes)::integer as half_minutes,
    max(array[lpad(treated_sessions::text, 6, '0'), modality]) as most
  from by_modality
  group by person_key, source, episode_key
),

received as (
  select
    e.person_key,
    e.source,
    e.episode_key,
    e.admitted_on,
    e.discharged_on,
    e.prescribed_hours_week,
    coalesce(d.treated_sessions, 0) as treated_sessions,
    d.first_treated_on,
    d.last_treated_on,
    d.last_session_on,
    coalesce(d.half_minutes, 0) as half_minutes,
    case when d.treated_sessions > 0
      then greatest(1, least(d.last_treated_on, e.discharged_on) - e.admitted_on + 1)
    end as days_to_last_treatment,
    case
      when coalesce(d.expected_sessions, 0) = 0 then 'none expected'
      when 2 * d.attended_sessions < d.expected_sessions then 'under 50 %'
      when 10 * d.attended_sessions < 7 * d.expected_sessions then '50-69 %'
      when 20 * d.attended_sessions < 17 * d.expected_sessions then '70-84 %'
      else '85 % or more'
    end as attendance_band,
    case
      when coalesce(d.treated_sessions, 0) = 0 then 'unknown'
      -- more than 80 %: exactly 80 % is mixed
      when 5 * d.most[1]::integer > 4 * d.treated_sessions then d.most[2]
      else 'mixed'
    end as modality
  from warehouse.episode as e
  join warehouse.person_to_build as p using (person_key)
  left join dose as d using (person_key, source, episode_key)
  where p.has_changed
),

week as (
  select s.person_key, s.source, s.episode_key, (s.held_on - r.admitted_on) / 7 as week, sum(s.half_minutes) as half_minutes
  from warehouse.session as s
  join received as r using (person_key, source, episode_key)
  where s.is_treated and r.prescribed_hours_week is not null and r.discharged_on is not null
  group by s.person_key, s.source, s.episode_key, (s.held_on - r.admitted_on) / 7
),

at_dose as (
  select w.person_key, w.source, w.episode_key, count(*)::integer as weeks_at_dose
  from week as w
  join received as r using (person_key, source, episode_key)
  -- whole weeks only; 80 % of the prescribed hours are 48 minutes of each, 96 half minutes
  where w.week < r.days_to_last_treatment / 7 and w.half_minutes >= 96 * r.prescribed_hours_week
  group by w.person_key, w.source, w.episode_key
)

select
  r.person_key,
  r.source,
  r.episode_key,
  r.treated_sessions,
  r.first_treated_on,
  r.last_treated_on,
  r.last_session_on,
  r.days_to_last_treatment,
  r.half_minutes,
  case when r.prescribed_hours_week is not null and r.discharged_on is not null
    then coalesce(r.days_to_last_treatment / 7, 0) else 0
  end as weeks_of_dose,
  coalesce(a.weeks_at_dose, 0) as weeks_at_dose,
  r.attendance_band,
  r.modality
from received as r
left join at_dose as a using (person_key, source, episode_key)
