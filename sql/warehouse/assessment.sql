-- Grain: one assessment that takes part: its episode does, and it is dated no more than 14 days before admission.
-- Reads: record.assessment, warehouse.episode, warehouse.person_to_build
-- Parameters: as_of
with stated as (
  select
    e.person_key,
    a.*,
    case a.instrument when 'phq9' then 9 when 'gad7' then 7 end as items,
    num_nonnulls(item_1, item_2, item_3, item_4, item_5, item_6, item_7, item_8, item_9) as answered,
    coalesce(item_1, 0) + coalesce(item_2, 0) + coalesce(item_3, 0) + coalesce(item_4, 0) + coalesce(item_5, 0)
      + coalesce(item_6, 0) + coalesce(item_7, 0) + coalesce(item_8, 0) + coalesce(item_9, 0) as points
  from record.assessment as a
  join warehouse.episode as e on e.source = a.source and e.episode_key = a.episode_key
  join warehouse.person_to_build as p on p.person_key = e.person_key
  where p.has_changed
    and a.stated_on <= :as_of::date and (a.superseded_on is null or a.superseded_on > :as_of::date)
    and a.assessed_on >= e.admitted_on - 14
),

scored as (
  select
    *,
    case
      when answered = items then points
      when answered = 0 then total
    end as complete_score,
    case
      -- two of nine, or one of seven, may be missing; rounded half up, in whole numbers
      when answered < items and answered >= case instrument when 'phq9' then 7 when 'gad7' then 6 end
        then (2 * points * items + answered) / (2 * answered)
    end as prorated_score
  from stated
)

select
  person_key,
  source,
  assessment_key,
  episode_key,
  instrument,
  assessed_on,
  complete_score,
  prorated_score,
  row_number() over (
    partition by person_key, source, episode_key, instrument, assessed_on
    order by coalesce(assessment_sequence, 0) desc, assessment_key desc
  ) as day_rank
from scored
