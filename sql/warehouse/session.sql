-- Grain: one session that takes part: its episode does, and it was held from admission to the day after discharge.
-- Reads: record.session, warehouse.episode, warehouse.person_to_build
-- Parameters: as_of
select
  e.person_key,
  e.source,
  s.session_key,
  e.episode_key,
  s.held_on,
  coalesce(s.modality, 'unknown') as modality,
  s.attendance,
  s.attendance in ('attended', 'partial') as is_treated,
  -- minutes that were not given count as all of the scheduled ones
  s.attendance = 'attended' and 2 * coalesce(s.attended_minutes, s.scheduled_minutes) >= s.scheduled_minutes as is_attended,
  e.discharged_on is null or s.held_on <= e.discharged_on as is_in_range,
  -- in half minutes, since minutes not given of a partial session count as half of the scheduled ones
  case s.attendance
    when 'attended' then 2 * coalesce(s.attended_minutes, s.scheduled_minutes)
    when 'partial' then coalesce(2 * s.attended_minutes, s.scheduled_minutes)
    else 0
  end as half_minutes,
  case when s.kind = 'group' and s.attendance in ('attended', 'partial') then s.group_key end as group_key
from record.session as s
join warehouse.episode as e on e.source = s.source and e.episode_key = s.episode_key
join warehouse.person_to_build as p on p.person_key = e.person_key
where p.has_changed
  and s.stated_on <= :as_of::date and (s.superseded_on is null or s.superseded_on > :as_of::date)
  and s.held_on >= e.admitted_on
  and (e.discharged_on is null or s.held_on <= e.discharged_on + 1)
