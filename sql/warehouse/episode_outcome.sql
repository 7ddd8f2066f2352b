-- Grain: one episode: the clinical rules as columns. The only table of episodes whose rows depend on the as-of date, so it is
--        built for every person of person_to_build, changed or not.
-- Reads: warehouse.episode, warehouse.episode_dose, warehouse.episode_week, warehouse.episode_change, warehouse.episode_readmission, warehouse.followup, warehouse.person_to_build
-- Parameters: as_of, stale_after_days
with contact as (
  select person_key, source, episode_key, min(contacted_on) as found_dead_on
  from warehouse.followup
  join warehouse.person_to_build using (person_key)
  where outcome = 'deceased'
  group by person_key, source, episode_key
),

known as (
  select
    e.*,
    d.treated_sessions, d.last_session_on, d.days_to_last_treatment, d.half_minutes, d.attendance_band,
    d.modality,
    c.found_dead_on,
    d.treated_sessions > 0 as is_treated,
    e.discharged_on is not null as is_discharged,
    e.discharge_reason = 'death' or coalesce(e.died_on between e.admitted_on and e.discharged_on, false) as is_death,
    e.discharged_on is null and :as_of::date - d.last_session_on > :stale_after_days::integer as is_stale,
    count(*) over (partition by e.person_key, e.source, e.client_key) > 1 as has_several_episodes,
    row_number() over (
      partition by e.person_key, e.source, e.client_key
      order by e.admitted_on, e.episode_key
    ) > 1 as has_prior_episode
  from warehouse.episode as e
  join warehouse.person_to_build as p using (person_key)
  join warehouse.episode_dose as d using (person_key, source, episode_key)
  left join contact as c using (person_key, source, episode_key)
),

judged as (
  select
    *,
    -- jail, death and a step up end treatment for reasons outside it; so does what the source marks as neutral
    discharge_reason = 'incarcerated' or is_death
      or (discharge_reason = 'transferred' and coalesce(transfer_to = 'step_up', false))
      or (is_discharged and has_neutral_exit and discharge_reason <> 'completed') as is_neutral_exit,
    is_discharged and (treated_sessions < 3 or days_to_last_treatment < 14) as is_early_leaver,
    -- a client is asked once a quarter: about the last treated discharge, whatever the program
    is_treated and is_discharged and row_number() over (
      partition by person_key, source, client_key, date_trunc('quarter', discharged_on), is_treated
      order by discharged_on desc, admitted_on desc, episode_key desc
    ) = 1 as is_followup_unit
  from known
)

select
  j.person_key,
  j.source,
  j.episode_key,
  j.program_key,
  j.admitted_on,
  j.discharged_on,
  j.age_band, j.sex, j.gender, j.race, j.ethnicity, j.language, j.payer, j.modality, j.diagnosis_group, j.co_occurring_sud,
  j.discharge_reason,
  j.referral_source, j.attendance_band, c.phq9_band, c.gad7_band, j.has_prior_episode,
  j.is_discharged,
  j.is_treated,
  j.is_discharged and j.treated_sessions >= 2 as is_finished,
  j.is_death,
  coalesce(j.age >= 12, true) as is_of_age,
  j.has_several_episodes,
  j.discharge_reason = 'completed' as is_completed,
  j.discharge_reason in ('completed', 'transferred') as is_completed_or_transferred,
  j.is_neutral_exit,
  coalesce(j.is_early_leaver, false) as is_early_leaver,
  coalesce(j.is_early_leaver, false) and j.discharge_reason in ('dropped_out', 'terminated') as is_early_dropout,
  j.is_neutral_exit and coalesce(j.is_early_leaver, false) as is_early_neutral_exit,
  j.admitted_on + 28 <= :as_of::date as is_28_days_since_admission,
  j.admitted_on + 7 <= :as_of::date as is_7_days_since_admission,
  coalesce(j.discharged_on + 14 <= :as_of::date, false) as is_14_days_since_discharge,
  case when j.is_discharged then j.days_to_last_treatment end as los_days,
  case
    when not j.is_treated then null
    when j.is_discharged or j.is_stale then j.days_to_last_treatment
    else :as_of::date - j.admitted_on + 1
  end as days_in_program,
  case
    when not j.is_treated then null
    when not j.is_discharged then case when j.is_stale then 'unplanned' else 'open' end
    when j.is_death then 'death'
    when j.discharge_reason = 'completed' then 'planned'
    when j.discharge_reason = 'transferred' and j.transfer_to = 'step_down' then 'planned'
    else 'unplanned'
  end as exit_kind,
  coalesce(j.is_stale, false) as is_stale,
  coalesce(j.is_discharged and j.days_to_last_treatment >= 7, false) as has_stayed_a_week,
  j.half_minutes,
  coalesce(w.weeks_of_dose > 0, false) as has_weeks_of_dose,
  coalesce(w.weeks_of_dose, 0) as weeks_of_dose,
  coalesce(w.weeks_at_dose, 0) as weeks_at_dose,
  coalesce(r.is_continued, false) as is_continued,
  coalesce(j.discharged_on + 30 <= :as_of::date, false) as is_30_days_since_discharge,
  coalesce(j.discharged_on + 90 <= :as_of::date, false) as is_90_days_since_discharge,
  coalesce(r.days_to_readmission <= 30, false) as is_readmitted_within_30_days,
  coalesce(r.days_to_readmission <= 90, false) as is_readmitted_within_90_days,
  c.is_measured_at_baseline, c.is_measured_at_end, c.is_followed_up, c.is_followed_up_wide, c.was_case, c.has_both_pairs,
  c.is_recovered, c.is_reliably_improved, c.is_reliably_worse, c.is_not_reliably_changed,
  j.is_followup_unit,
  not (j.discharge_reason = 'death'
    or coalesce(j.died_on <= j.discharged_on + 150, false)
    or coalesce(j.found_dead_on <= j.discharged_on + 150, false)) as is_alive_at_followup
from judged as j
join warehouse.episode_change as c using (person_key, source, episode_key)
left join warehouse.episode_readmission as r using (person_key, source, episode_key)
left join warehouse.episode_week as w using (person_key, source, episode_key)
