-- Looks for: programs with a run of 11 or more treated discharges, one after another, none of which has an end score. By chance
--            such a run is next to impossible unless most discharges go unmeasured. Programs with fewer discharges are left out.
-- Reads: warehouse.episode_outcome
-- Parameters: none
with discharged as (
  select
    source,
    program_key,
    is_measured_at_end,
    count(*) filter (where is_measured_at_end) over (
      partition by source, program_key
      order by discharged_on, admitted_on, episode_key
      rows unbounded preceding
    ) as scored_so_far
  from warehouse.episode_outcome
  where is_discharged and is_treated and is_of_age and is_14_days_since_discharge
),

run as (
  select source, program_key, count(*) as discharges, count(*) filter (where not is_measured_at_end) as length
  from discharged
  group by source, program_key, scored_so_far
)

select
  source,
  program_key as part,
  (max(length) >= 11)::integer as violations,
  1 as checked
from run
group by source, program_key
having sum(discharges) >= 11
