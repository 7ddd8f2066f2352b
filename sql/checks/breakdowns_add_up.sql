-- Looks for: breakdowns and period types of a measure that do not add up to the same totals. An episode stands in one group of
--            each breakdown, so the first total of a measure is that of all others too.
-- Reads: mart.tally, mart.moment, mart.histogram
-- Parameters: none
with total as (
  select 'tally' as mart, measure, source, dimension, period_type, array[sum(n), sum(numerator), sum(n_immature)] as sums
  from mart.tally
  group by measure, source, dimension, period_type
  union all
  -- units of a ratio of sessions do not add over periods, their sessions do
  select 'moment', measure, source, dimension, period_type, array[sum(sum_x), sum(sum_y)]
  from mart.moment
  group by measure, source, dimension, period_type
  union all
  select 'histogram', measure, source, dimension, period_type, array[sum(n), sum(n * value)]
  from mart.histogram
  group by measure, source, dimension, period_type
),

broken_down as (
  select distinct mart, measure, source
  from total
  where dimension <> 'all'
),

dimension as (
  select distinct mart, dimension
  from total
),

compared as (
  select
    source,
    t.sums,
    first_value(t.sums) over (partition by mart, measure, source order by dimension <> 'all', dimension, t.period_type) as first
  from broken_down
  join dimension using (mart)
  left join total as t using (mart, measure, source, dimension)
)

select
  source,
  null::text as part,
  count(*) filter (where sums is distinct from first) as violations,
  count(*) as checked
from compared
group by source
