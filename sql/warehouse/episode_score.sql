-- Grain: one episode: the scores that its outcomes are judged by. Each pick is the smallest array of what decides, in order
--        of precedence (distance or day, then the row that speaks for its day), ending with the score itself.
-- Reads: warehouse.episode, warehouse.assessment, warehouse.person_to_build
-- Parameters: prorate
with scored as (
  select
    e.person_key, e.source, e.episode_key, e.admitted_on, e.discharged_on,
    a.instrument,
    a.assessed_on,
    a.assessed_on - e.admitted_on as day,
    a.assessed_on - e.discharged_on as day_after,
    a.day_rank,
    a.complete_score,
    case when :prorate::boolean then coalesce(a.complete_score, a.prorated_score) else a.complete_score end as score,
    (a.complete_score is null)::integer as is_prorated
  from warehouse.episode as e
  join warehouse.person_to_build as p using (person_key)
  join warehouse.assessment as a using (person_key, source, episode_key)
  where p.has_changed and coalesce(a.complete_score, a.prorated_score) is not null
),

picked as (
  select
    person_key, source, episode_key, instrument,
    -- baseline: closest to admission, then the earlier day
    min(array[abs(day), day, day_rank, score, is_prorated]) filter (where score is not null and day between -14 and 7) as baseline,
    -- last score of the episode: the latest day up to 14 days after discharge
    min(array[-day, day_rank, score, is_prorated]) filter (where score is not null and day_after <= 14) as post,
    max(day) filter (where score is not null and day_after between -14 and 14) as end_day,
    min(array[day, day_rank, complete_score]) filter (where complete_score is not null and day_after <= 14) as first,
    min(array[-day, day_rank, complete_score]) filter (where complete_score is not null and day_after <= 14) as last,
    -- six months: closest to day 180, then the earlier day
    min(array[abs(day_after - 180), day_after, day_rank, score]) filter (where score is not null and day_after between 150 and 210) as followup,
    min(array[abs(day_after - 180), day_after, day_rank, score]) filter (where score is not null and day_after between 120 and 240) as wide
  from scored
  group by person_key, source, episode_key, instrument
),

judged as (
  select
    person_key, source, episode_key, instrument,
    baseline[4] as baseline,
    -- a score counts as a later one only on a later day than the baseline
    case when -post[1] > baseline[2] then post[3] end as post_last,
    case when -post[1] > baseline[2] then greatest(baseline[5], post[4]) = 1 end as is_prorated,
    case when -post[1] > baseline[2] then -post[1] - baseline[2] end as days_apart,
    end_day is not null and (baseline is null or end_day > baseline[2]) as has_at_end,
    first[3] as first_score,
    case when -last[1] > first[1] then last[3] end as last_score,
    followup[4] as followup,
    wide[4] as followup_wide
  from picked
)

select
  e.person_key,
  e.source,
  e.episode_key,
  p.baseline as phq9_baseline,
  p.post_last as phq9_post_last,
  coalesce(p.is_prorated, false) as phq9_is_prorated,
  p.days_apart as phq9_days_apart,
  coalesce(p.has_at_end, false) as has_phq9_at_end,
  p.first_score as phq9_first,
  p.last_score as phq9_last,
  p.followup as phq9_followup,
  p.followup_wide as phq9_followup_wide,
  g.baseline as gad7_baseline,
  g.post_last as gad7_post_last,
  coalesce(g.is_prorated, false) as gad7_is_prorated,
  g.days_apart as gad7_days_apart,
  coalesce(g.has_at_end, false) as has_gad7_at_end,
  g.first_score as gad7_first,
  g.last_score as gad7_last,
  g.followup as gad7_followup,
  g.followup_wide as gad7_followup_wide
from warehouse.episode as e
join warehouse.person_to_build as b on b.person_key = e.person_key
left join judged as p on p.person_key = e.person_key and p.source = e.source and p.episode_key = e.episode_key and p.instrument = 'phq9'
left join judged as g on g.person_key = e.person_key and g.source = e.source and g.episode_key = e.episode_key and g.instrument = 'gad7'
where b.has_changed
