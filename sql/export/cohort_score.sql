-- Grain: one assessment that takes part, with the occasion that it speaks for. The occasions are those of
--        warehouse.episode_score, which has the scores but not their days.
-- Reads: warehouse.assessment, warehouse.episode, record.assessment
-- Parameters: as_of, prorate, instruments
with stated as (
  select source, assessment_key, missing_reason
  from record.assessment
  where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date)
),

answered as (
  select
    a.source,
    a.episode_key,
    a.instrument,
    a.assessment_key,
    a.assessed_on,
    a.assessed_on - e.admitted_on as day,
    a.assessed_on - e.discharged_on as day_after,
    case when :prorate::boolean then coalesce(a.complete_score, a.prorated_score) else a.complete_score end as score,
    a.complete_score is null as is_prorated,
    a.ideation,
    a.day_rank,
    r.missing_reason
  from warehouse.assessment as a
  join warehouse.episode as e using (person_key, source, episode_key)
  left join stated as r on r.source = a.source and r.assessment_key = a.assessment_key
  where a.instrument = any (:instruments::text[])
),

-- of the scores of a day one speaks; of a day without a score, one says why
speaking as (
  select *
  from (
    select
      *,
      row_number() over (
        partition by source, episode_key, instrument, assessed_on
        order by (score is null)::integer, day_rank
      ) as place
    from answered
  ) as ranked
  where place = 1
),

based as (
  select
    *,
    score is not null and day between -14 and 7 and row_number() over (
      partition by source, episode_key, instrument, score is not null and day between -14 and 7
      order by abs(day), day
    ) = 1 as is_baseline,
    score is not null and coalesce(day_after between 150 and 210, false) and row_number() over (
      partition by source, episode_key, instrument, score is not null and coalesce(day_after between 150 and 210, false)
      order by abs(day_after - 180), day_after
    ) = 1 as is_followup,
    max(day) filter (where score is not null and day_after <= 14) over (
      partition by source, episode_key, instrument
    ) as last_day
  from speaking
),

ended as (
  select
    *,
    max(day) filter (where is_baseline) over (partition by source, episode_key, instrument) as baseline_day
  from based
)

select
  source,
  episode_key,
  instrument,
  assessed_on,
  day,
  day_after,
  case
    when score is null then 'missed'
    when is_baseline then 'baseline'
    when is_followup then 'followup'
    when coalesce(day = last_day and day > baseline_day, false) then 'end'
    when day < 0 then 'before'
    when coalesce(day_after > 0, false) then 'after'
    else 'during'
  end as occasion,
  score,
  score is not null and is_prorated as is_prorated,
  case when score is not null then ideation end as ideation,
  case when score is null then coalesce(missing_reason, 'not_scorable') end as missing_reason
from ended
order by source, episode_key, instrument, day
