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
    coalesce(d.treated_sessions, 0) as treated_sessions,
    d.expected_sessions,
    d.attended_sessions,
    d.first_treated_on,
    d.last_treated_on,
    d.last_session_on,
    coalesce(d.half_minutes, 0) as half_minutes,
    d.most,
    case when d.treated_sessions > 0
      then greatest(1, least(d.last_treated_on, e.discharged_on) - e.admitted_on + 1)
    end as days_to_last_treatment
  from warehouse.episode as e
  join warehouse.person_to_build as p using (person_key)
  left join dose as d using (person_key, source, episode_key)
  where p.has_changed
)

select
  person_key,
  source,
  episode_key,
  treated_sessions,
  first_treated_on,
  last_treated_on,
  last_session_on,
  days_to_last_treatment,
  half_minutes,
  case
    when coalesce(expected_sessions, 0) = 0 then 'none expected'
    when 2 * attended_sessions < expected_sessions then 'under 50 %'
    when 10 * attended_sessions < 7 * expected_sessions then '50-69 %'
    when 20 * attended_sessions < 17 * expected_sessions then '70-84 %'
    else '85 % or more'
  end as attendance_band,
  case
    when treated_sessions = 0 then 'unknown'
    -- more than 80 %: exactly 80 % is mixed
    when 5 * most[1]::integer > 4 * treated_sessions then most[2]
    else 'mixed'
  end as modality
from received
