-- Looks for: whole months in which a program had 3 or more people in care on the 15th and no session at all. An open episode
--            counts as in care until stale_after_days after its last session.
-- Reads: warehouse.episode, warehouse.episode_dose, warehouse.session_month
-- Parameters: as_of, stale_after_days
with stay as (
  select
    person_key,
    source,
    episode_key,
    e.program_key,
    e.admitted_on,
    coalesce(e.discharged_on, coalesce(d.last_session_on, e.admitted_on) + :stale_after_days::integer) as in_care_until
  from warehouse.episode as e
  join warehouse.episode_dose as d using (person_key, source, episode_key)
),

in_care as (
  select s.source, s.program_key, month::date as month, count(*) as people
  from stay as s
  cross join generate_series(date_trunc('month', s.admitted_on), least(s.in_care_until, :as_of::date), interval '1 month') as month
  where s.admitted_on <= month::date + 14 and s.in_care_until >= month::date + 14
    and (month + interval '1 month')::date <= :as_of::date + 1
  group by s.source, s.program_key, month
  having count(*) >= 3
),

held as (
  select source, s.program_key, m.month, sum(m.sessions)::bigint as sessions
  from warehouse.session_month as m
  join stay as s using (person_key, source, episode_key)
  group by source, s.program_key, m.month
)

select
  source,
  program_key as part,
  count(*) filter (where h.sessions is null) as violations,
  count(*) as checked
from in_care
left join held as h using (source, program_key, month)
group by source, program_key
