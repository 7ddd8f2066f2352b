-- Looks for: totals of the marts, over all programs and periods, that a direct count of what they count does not give.
--            Some measures of every kind stand for the rest.
-- Reads: warehouse.episode_outcome, warehouse.session_month, warehouse.referral_outcome, warehouse.meeting, mart.*
-- Parameters: none
with flag as (
  select
    source,
    count(*) filter (where is_discharged and is_treated) as discharged,
    count(*) filter (where is_discharged and is_treated and is_completed) as completed,
    coalesce(sum(los_days) filter (where is_discharged and is_treated), 0)::bigint as days,
    count(*) filter (where is_treated) as treated,
    count(*) filter (where is_treated and is_of_age and is_7_days_since_admission) as measurable,
    count(*) filter (where is_treated and is_of_age and is_7_days_since_admission and is_measured_at_baseline) as measured
  from warehouse.episode_outcome
  group by source
),

attendance as (
  select source, sum(attended_sessions)::bigint as attended, sum(expected_sessions)::bigint as expected
  from warehouse.session_month
  group by source
),

counted as (
  select source, 'completion' as measure, 'n' as part, discharged as n from flag
  union all
  select source, 'completion', 'numerator', completed from flag
  union all
  select source, 'baseline_measured', 'n', measurable from flag
  union all
  select source, 'baseline_measured', 'numerator', measured from flag
  union all
  select source, 'length_of_stay', 'n', discharged from flag
  union all
  select source, 'length_of_stay', 'days', days from flag
  union all
  select source, 'time_in_program', 'n', treated from flag
  union all
  select source, 'attendance', 'attended', attended from attendance
  union all
  select source, 'attendance', 'expected', expected from attendance
  union all
  select source, 'referral', 'n', count(*) from warehouse.referral_outcome group by source
  union all
  select source, 'seen_within_48_hours', 'n', count(*) filter (where is_kept and is_eligible and is_30_days_since_referral)
  from warehouse.referral_outcome
  group by source
  union all
  select source, 'group_size', 'n', count(*) from warehouse.meeting group by source
  union all
  select source, 'group_size', 'days', sum(attendees)::bigint from warehouse.meeting group by source
),

held as (
  select source, measure, 'n' as part, n from mart.tally where dimension = 'all'
  union all
  select source, measure, 'numerator', numerator from mart.tally where dimension = 'all'
  union all
  select source, measure, 'n', n from mart.histogram where dimension = 'all'
  union all
  select source, measure, 'days', value * n from mart.histogram where dimension = 'all'
  union all
  select source, measure, 'attended', sum_x from mart.moment where dimension = 'all' and period_type = 'all'
  union all
  select source, measure, 'expected', sum_y from mart.moment where dimension = 'all' and period_type = 'all'
  union all
  select source, measure, 'n', n from mart.ladder where measure = 'referral'
),

total as (
  select source, measure, part, sum(n)::bigint as n
  from held
  group by source, measure, part
)

select
  c.source,
  null::text as part,
  count(*) filter (where c.n <> coalesce(t.n, 0)) as violations,
  count(*) as checked
from counted as c
left join total as t using (source, measure, part)
group by c.source
