-- Looks for: counts of the marts that are negative, or numerators above their denominators.
-- Reads: mart.tally, mart.moment, mart.histogram, mart.ladder
-- Parameters: none
with cell as (
  select source, n < 0 or n_immature < 0 or numerator not between 0 and n as is_wrong from mart.tally
  union all
  -- only ratios of sessions are counted by year: x is the numerator, y the denominator
  select source, n < 0 or period_type = 'year' and sum_x not between 0 and sum_y from mart.moment
  union all
  select source, n < 0 from mart.histogram
  union all
  select source, n < 0 from mart.ladder
)

select
  source,
  null::text as part,
  count(*) filter (where is_wrong) as violations,
  count(*) as checked
from cell
group by source
