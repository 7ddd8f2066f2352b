-- Looks for: assessments with a total and no answers, so that nobody can tell whether the total is their sum.
-- Reads: record.assessment
-- Parameters: as_of
select
  source,
  null::text as part,
  count(*) filter (
    where num_nonnulls(item_1, item_2, item_3, item_4, item_5, item_6, item_7, item_8, item_9) = 0
  ) as violations,
  count(*) as checked
from record.assessment
where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date)
  and num_nonnulls(total, item_1, item_2, item_3, item_4, item_5, item_6, item_7, item_8, item_9) > 0
group by source
