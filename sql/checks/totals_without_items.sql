-- Looks for: assessments with a total and no answers, so that nobody can tell whether the total is their sum.
-- Reads: record.assessment
-- Parameters: as_of
with stated as (
  select
    source,
    total,
    num_nonnulls(
      item_1, item_2, item_3, item_4, item_5, item_6, item_7, item_8, item_9, item_10,
      item_11, item_12, item_13, item_14, item_15, item_16, item_17, item_18, item_19, item_20
    ) as answered
  from record.assessment
  where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date)
)

select
  source,
  null::text as part,
  count(*) filter (where answered = 0) as violations,
  count(*) as checked
from stated
where answered > 0 or total is not null
group by source
