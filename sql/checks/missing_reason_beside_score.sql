-- Looks for: assessments with a whole score and a reason for having none.
-- Reads: record.assessment, warehouse.instrument
-- Parameters: as_of
with stated as (
  select
    a.source,
    a.missing_reason,
    a.total,
    num_nonnulls(
      item_1, item_2, item_3, item_4, item_5, item_6, item_7, item_8, item_9, item_10,
      item_11, item_12, item_13, item_14, item_15, item_16, item_17, item_18, item_19, item_20
    ) as answered,
    i.items
  from record.assessment as a
  join warehouse.instrument as i on i.instrument = a.instrument
  where a.stated_on <= :as_of::date and (a.superseded_on is null or a.superseded_on > :as_of::date)
)

select
  source,
  null::text as part,
  count(*) filter (where missing_reason is not null) as violations,
  count(*) as checked
from stated
where answered = items or (answered = 0 and total is not null)
group by source
