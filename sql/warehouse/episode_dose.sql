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
    max(held_on) filter (where is_treated) as last_treated_on,
    max(held_on) as last_session_on
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
    max(last_treated_on) as last_treated_on,
    max(last_session_on) as last_session_on,
    max(array[lpad(treated_sessions::text, 6, '0'), modality]) as most
  from by_modality
  group by person_key, source, episode_key
)

select
  e.person_key,
  e.source,
  e.episode_key,
  coalesce(d.treated_sessions, 0) as treated_sessions,
  d.last_treated_on,
  d.last_session_on,
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
