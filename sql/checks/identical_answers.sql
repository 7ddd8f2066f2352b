-- Looks for: episodes with 3 or more answered assessments in which every item of every one has the same answer.
-- Reads: record.assessment
-- Parameters: as_of
with answered as (
  select
    source,
    episode_key,
    case
      when item_1 = all (array[item_2, item_3, item_4, item_5, item_6, item_7])
        and (instrument = 'gad7' or (item_8 = item_1 and item_9 = item_1))
        then item_1
    end as only_answer
  from record.assessment
  where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date)
    and num_nonnulls(item_1, item_2, item_3, item_4, item_5, item_6, item_7, item_8, item_9) > 0
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
