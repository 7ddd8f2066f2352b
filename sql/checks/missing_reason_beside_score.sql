-- Looks for: assessments with a whole score and a reason for having none.
-- Reads: record.assessment
-- Parameters: as_of
with stated as (
  select
    source,
    missing_reason,
    total,
    num_nonnulls(item_1, item_2, item_3, item_4, item_5, item_6, item_7, item_8, item_9) as answered,
    case instrument when 'phq9' then 9 when 'gad7' then 7 end as items
  from record.assessment
  where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date)
)

select
  source,
  null::text as part,
  count(*) filter (where missing_reason is not null) as violations,
  count(*) as checked
from stated
where answered = items or (answered = 0 and total is not null)
group by source
