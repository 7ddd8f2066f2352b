-- Grain: one episode and instrument with a score: the scores that outcomes are judged by, and what they say of change. Each pick
--        is the smallest array of what decides, in order of precedence (distance or day, then the row that speaks for its day),
--        ending with the score itself. Change is baseline less later score, so a fall is an improvement. A changed threshold of
--        an instrument is a new version of its measures, never a setting.
-- Reads: warehouse.episode, warehouse.assessment, warehouse.instrument, warehouse.person_to_build
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
    (a.complete_score is null)::integer as is_prorated,
    coalesce(a.ideation, -1) as ideation
  from warehouse.episode as e
  join warehouse.person_to_build as p using (person_key)
  join warehouse.assessment as a using (person_key, source, episode_key)
  where p.has_changed and coalesce(a.complete_score, a.prorated_score) is not null
),

picked as (
  select
    person_key, source, episode_key, instrument,
    -- baseline: closest to admission, then the earlier day
    min(array[abs(day), day, day_rank, score, is_prorated, ideation]) filter (where score is not null and day between -14 and 7) as baseline,
    -- last score of the episode: the latest day up to 14 days after discharge
    min(array[-day, day_rank, score, is_prorated, ideation]) filter (where score is not null and day_after <= 14) as post,
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
    nullif(baseline[6], -1) as baseline_ideation,
    -- a score counts as a later one only on a later day than the baseline
    case when -post[1] > baseline[2] then post[3] end as post_last,
    case when -post[1] > baseline[2] then nullif(post[5], -1) end as post_ideation,
    coalesce(-post[1] > baseline[2] and greatest(baseline[5], post[4]) = 1, false) as is_prorated,
    coalesce(-post[1] > baseline[2] and -post[1] - baseline[2] < 14, false) as is_short_interval,
    end_day is not null and (baseline is null or end_day > baseline[2]) as has_end_score,
    first[3] as first_score,
    case when -last[1] > first[1] then last[3] end as last_score,
    followup[4] as followup,
    wide is not null as has_followup_wide
  from picked
)

select
  person_key,
  source,
  episode_key,
  instrument,
  baseline,
  post_last,
  followup,
  first_score,
  last_score,
  coalesce(width_bucket(baseline, band_from), 0)::smallint as baseline_band,
  baseline is not null as has_baseline,
  post_last is not null as has_pair,
  has_end_score,
  followup is not null as has_followup,
  has_followup_wide,
  baseline is not null and followup is not null as has_followup_pair,
  post_last is not null and followup is not null as has_followup_triple,
  is_prorated,
  is_short_interval,
  coalesce(baseline - post_last >= reliable_change, false) as is_reliably_improved,
  coalesce(post_last - baseline >= reliable_change, false) as is_reliably_worse,
  coalesce(baseline >= elevated_from, false) as was_elevated,
  -- half of the baseline exactly is a response; the score that remission lies below is none
  coalesce(2 * post_last <= baseline, false) as is_response,
  coalesce(post_last < remission_below, false) as is_remission,
  coalesce(baseline >= minimal_important_change, false) as was_above_mcid,
  coalesce(baseline - post_last >= minimal_important_change, false) as is_mcid,
  coalesce(baseline - followup >= reliable_change, false) as is_still_better,
  coalesce(followup - post_last < reliable_change, false) as is_not_worse_since,
  baseline_ideation is not null as has_ideation_answer,
  coalesce(baseline_ideation >= 1, false) as was_ideating,
  baseline_ideation is not null and post_ideation is not null as has_ideation_pair,
  coalesce(baseline_ideation = 0 and post_ideation >= 1, false) as is_newly_ideating,
  coalesce(baseline_ideation >= 1 and post_ideation = 0, false) as is_no_longer_ideating
from judged
join warehouse.instrument using (instrument)
