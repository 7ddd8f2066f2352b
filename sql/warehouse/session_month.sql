-- Grain: one episode and calendar month, never-started episodes too: its sessions from admission to discharge, and its weeks.
--        A week is seven days from admission, and belongs to the month of its first day.
-- Reads: warehouse.session, warehouse.assessment, warehouse.episode, warehouse.person_to_build
-- Parameters: prorate
with seen as (
  select e.person_key, e.source, e.episode_key, e.admitted_on, (s.held_on - e.admitted_on) / 7 as week, 1 as is_treated, 0 as is_measured
  from warehouse.session as s
  join warehouse.episode as e using (person_key, source, episode_key)
  join warehouse.person_to_build as p using (person_key)
  where p.has_changed and s.is_treated and coalesce(e.age >= 12, true)
  union all
  select e.person_key, e.source, e.episode_key, e.admitted_on, (a.assessed_on - e.admitted_on) / 7, 0, 1
  from warehouse.assessment as a
  join warehouse.episode as e using (person_key, source, episode_key)
  join warehouse.person_to_build as p using (person_key)
  where p.has_changed and a.assessed_on >= e.admitted_on and coalesce(e.age >= 12, true)
    and case when :prorate::boolean then coalesce(a.complete_score, a.prorated_score) else a.complete_score end is not null
),

treated_week as (
  select person_key, source, episode_key, admitted_on, week, max(is_measured) as is_measured
  from seen
  group by person_key, source, episode_key, admitted_on, week
  having max(is_treated) = 1
),

placed as (
  select
    person_key, source, episode_key,
    date_trunc('month', held_on)::date as month,
    is_in_range::integer as sessions,
    (is_in_range and attendance not in ('program_cancel', 'excused'))::integer as expected_sessions,
    (is_in_range and is_attended)::integer as attended_sessions,
    (is_in_range and attendance in ('no_show', 'late_cancel'))::integer as missed_sessions,
    (is_in_range and attendance in ('client_cancel', 'late_cancel'))::integer as client_cancelled_sessions,
    (is_in_range and attendance = 'program_cancel')::integer as program_cancelled_sessions,
    (group_key is not null)::integer as group_sessions,
    0 as treated_weeks,
    0 as measured_weeks
  from warehouse.session
  join warehouse.person_to_build as p using (person_key)
  where p.has_changed
  union all
  select
    person_key, source, episode_key, date_trunc('month', admitted_on + 7 * week)::date, 0, 0, 0, 0, 0, 0, 0, 1, is_measured
  from treated_week
)

select
  person_key,
  source,
  episode_key,
  month,
  sum(sessions)::integer as sessions,
  sum(expected_sessions)::integer as expected_sessions,
  sum(attended_sessions)::integer as attended_sessions,
  sum(missed_sessions)::integer as missed_sessions,
  sum(client_cancelled_sessions)::integer as client_cancelled_sessions,
  sum(program_cancelled_sessions)::integer as program_cancelled_sessions,
  sum(group_sessions)::integer as group_sessions,
  sum(treated_weeks)::integer as treated_weeks,
  sum(measured_weeks)::integer as measured_weeks
from placed
group by person_key, source, episode_key, month
