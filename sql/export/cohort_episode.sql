-- Grain: one episode that takes part, with what an export may tell of it. Dates and keys are for making days and surrogates of,
--        and leave the warehouse no further.
-- Reads: warehouse.episode, warehouse.episode_outcome, warehouse.episode_dose, warehouse.session_period, warehouse.program, warehouse.followup, record.episode, record.client
-- Parameters: as_of
with contact as (
  -- the last word of a contact up to the end of the wide window of six-month follow-up
  select f.source, f.episode_key, (array_agg(f.outcome order by f.contacted_on desc, f.followup_key desc))[1] as outcome
  from warehouse.followup as f
  join warehouse.episode as e using (person_key, source, episode_key)
  where f.contacted_on - e.discharged_on <= 240
  group by f.source, f.episode_key
),

stated_episode as (
  select source, episode_key, part2
  from record.episode
  where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date)
),

stated_client as (
  select source, client_key, zip3, veteran
  from record.client
  where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date)
)

select
  e.source,
  e.client_key,
  e.episode_key,
  e.admitted_on,
  e.discharged_on,
  d.first_treated_on as first_service_on,
  d.last_session_on,
  extract(year from e.admitted_on)::integer as admission_year,
  case
    when e.age is null then 'unknown'
    when e.age >= 90 then '90+'
    else (greatest(e.age, 0) / 5 * 5)::text || '-' || (greatest(e.age, 0) / 5 * 5 + 4)::text
  end as age_5_years,
  e.age_band, e.sex, e.gender, e.race, e.ethnicity, e.language, e.payer, e.diagnosis_group, e.co_occurring_sud,
  coalesce(c.veteran, 'unknown') as veteran,
  coalesce(c.zip3, 'unknown') as zip3,
  e.program_key, p.level_of_care, p.population,
  o.modality,
  o.referral_source,
  o.has_prior_episode,
  e.discharge_reason,
  coalesce(e.transfer_to, 'none') as transfer_to,
  -- where a source does not say, the record of a program that treats substance use is taken for covered
  coalesce(r.part2 = 'yes', p.population in ('sud', 'dual')) as is_part2,
  :as_of::date - e.discharged_on as days_since_discharge,
  e.discharged_on - e.admitted_on as discharge_day,
  d.first_treated_on - e.admitted_on as first_service_day,
  d.last_session_on - e.admitted_on as last_session_day,
  o.los_days,
  case
    when not o.is_treated then 'never treated'
    when o.los_days is null then 'open'
    when o.los_days < 14 then '1-13'
    when o.los_days < 28 then '14-27'
    when o.los_days < 56 then '28-55'
    when o.los_days < 84 then '56-83'
    else '84+'
  end as los_band,
  e.prescribed_hours_week::text as prescribed_hours_week,
  d.treated_sessions,
  coalesce(s.sessions, 0) as sessions,
  coalesce(s.expected_sessions, 0) as expected_sessions,
  coalesce(s.attended_sessions, 0) as attended_sessions,
  coalesce(s.missed_sessions, 0) as missed_sessions,
  coalesce(s.client_cancelled_sessions, 0) as client_cancelled_sessions,
  coalesce(s.program_cancelled_sessions, 0) as program_cancelled_sessions,
  d.half_minutes,
  f.outcome as contact
from warehouse.episode as e
join warehouse.episode_outcome as o using (person_key, source, episode_key)
join warehouse.episode_dose as d using (person_key, source, episode_key)
join warehouse.program as p on p.source = e.source and p.program_key = e.program_key
left join warehouse.session_period as s
  on s.person_key = e.person_key and s.source = e.source and s.episode_key = e.episode_key and s.period_type = 'all'
left join contact as f on f.source = e.source and f.episode_key = e.episode_key
left join stated_episode as r on r.source = e.source and r.episode_key = e.episode_key
left join stated_client as c on c.source = e.source and c.client_key = e.client_key
order by e.source, e.episode_key
