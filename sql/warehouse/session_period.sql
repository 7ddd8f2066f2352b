-- Grain: one episode and month, quarter, year or all time in which something was planned.
-- Reads: warehouse.session_month, warehouse.person_to_build
-- Parameters: none
with month as (
  select m.*
  from warehouse.session_month as m
  join warehouse.person_to_build as p using (person_key)
  where p.has_changed
),

placed as (
  select 'month' as period_type, month as period_on, month.* from month
  union all
  select 'quarter', date_trunc('quarter', month)::date, month.* from month
  union all
  select 'year', date_trunc('year', month)::date, month.* from month
  union all
  select 'all', date '1900-01-01', month.* from month
)

select
  person_key,
  source,
  episode_key,
  period_type,
  period_on,
  sum(sessions)::integer as sessions,
  sum(expected_sessions)::integer as expected_sessions,
  sum(attended_sessions)::integer as attended_sessions,
  sum(missed_sessions)::integer as missed_sessions,
  sum(client_cancelled_sessions)::integer as client_cancelled_sessions,
  sum(program_cancelled_sessions)::integer as program_cancelled_sessions,
  sum(treated_weeks)::integer as treated_weeks,
  sum(measured_weeks)::integer as measured_weeks
from placed
group by person_key, source, episode_key, period_type, period_on
