-- Grain: one assessment that takes part: its episode does, and it is dated no more than 14 days before admission.
-- Reads: record.assessment, warehouse.episode, warehouse.instrument, warehouse.person_to_build
-- Parameters: as_of
with stated as (
  select
    e.person_key,
    a.*,
    i.items,
    i.may_be_missing,
    num_nonnulls(
      item_1, item_2, item_3, item_4, item_5, item_6, item_7, item_8, item_9, item_10,
      item_11, item_12, item_13, item_14, item_15, item_16, item_17, item_18, item_19, item_20
    ) as answered,
    coalesce(item_1, 0) + coalesce(item_2, 0) + coalesce(item_3, 0) + coalesce(item_4, 0) + coalesce(item_5, 0)
      + coalesce(item_6, 0) + coalesce(item_7, 0) + coalesce(item_8, 0) + coalesce(item_9, 0) + coalesce(item_10, 0)
      + coalesce(item_11, 0) + coalesce(item_12, 0) + coalesce(item_13, 0) + coalesce(item_14, 0) + coalesce(item_15, 0)
      + coalesce(item_16, 0) + coalesce(item_17, 0) + coalesce(item_18, 0) + coalesce(item_19, 0) + coalesce(item_20, 0) as points,
    (array[
      item_1, item_2, item_3, item_4, item_5, item_6, item_7, item_8, item_9, item_10,
      item_11, item_12, item_13, item_14, item_15, item_16, item_17, item_18, item_19, item_20
    ])[i.ideation_item] as ideation
  from record.assessment as a
  join warehouse.episode as e on e.source = a.source and e.episode_key = a.episode_key
  join warehouse.person_to_build as p on p.person_key = e.person_key
  join warehouse.instrument as i on i.instrument = a.instrument
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
      -- as many may be missing as the instrument allows; rounded half up, in whole numbers
      when answered < items and answered > 0 and items - answered <= may_be_missing
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
  ideation,
  row_number() over (
    partition by person_key, source, episode_key, instrument, assessed_on
    order by coalesce(assessment_sequence, 0) desc, assessment_key desc
  ) as day_rank
from scored
