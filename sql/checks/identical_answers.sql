-- Looks for: episodes with 3 or more answered assessments in which every item of every one has the same answer.
-- Reads: record.assessment, warehouse.instrument
-- Parameters: as_of
with given as (
  select
    a.source,
    a.episode_key,
    i.items,
    num_nonnulls(
      item_1, item_2, item_3, item_4, item_5, item_6, item_7, item_8, item_9, item_10,
      item_11, item_12, item_13, item_14, item_15, item_16, item_17, item_18, item_19, item_20
    ) as answered,
    least(
      item_1, item_2, item_3, item_4, item_5, item_6, item_7, item_8, item_9, item_10,
      item_11, item_12, item_13, item_14, item_15, item_16, item_17, item_18, item_19, item_20
    ) as lowest,
    greatest(
      item_1, item_2, item_3, item_4, item_5, item_6, item_7, item_8, item_9, item_10,
      item_11, item_12, item_13, item_14, item_15, item_16, item_17, item_18, item_19, item_20
    ) as highest
  from record.assessment as a
  join warehouse.instrument as i on i.instrument = a.instrument
  where a.stated_on <= :as_of::date and (a.superseded_on is null or a.superseded_on > :as_of::date)
),

answered as (
  select source, episode_key, case when answered = items and lowest = highest then lowest end as only_answer
  from given
  where answered > 0
),

episode as (
  select source, episode_key, count(only_answer) = count(*) and min(only_answer) = max(only_answer) as is_uniform
  from answered
  group by source, episode_key
  having count(*) >= 3
)

select
  source,
  null::text as part,
  count(*) filter (where is_uniform) as violations,
  count(*) as checked
from episode
group by source
