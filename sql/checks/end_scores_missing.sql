-- Looks for: programs that, over the year before the as-of date, have no end score for more than 40 % of 30 or more treated
--            discharges. Programs with fewer are left out: a share of them says little.
-- Reads: warehouse.episode_outcome
-- Parameters: as_of
select
  source,
  program_key as part,
  (count(*) filter (where not is_measured_at_end) * 10 > count(*) * 4)::integer as violations,
  1 as checked
from warehouse.episode_outcome
where is_discharged and is_treated and is_of_age and is_14_days_since_discharge
  and discharged_on > :as_of::date - 365
group by source, program_key
having count(*) >= 30
