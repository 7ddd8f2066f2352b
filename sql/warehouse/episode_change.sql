-- Grain: one episode: what all its instruments say together. Two of them, PHQ-9 and GAD-7, are judged as one after the rules of
--        NHS Talking Therapies, on first and last complete scores: reliable change 6 and 4, caseness 10 and 8. A changed
--        threshold is a new version of its measures, never a setting.
-- Reads: warehouse.episode, warehouse.episode_score, warehouse.person_to_build
-- Parameters: none
with together as (
  select
    s.person_key,
    s.source,
    s.episode_key,
    bool_or(s.has_baseline) as has_baseline,
    bool_or(s.has_end_score) as has_end_score,
    bool_or(s.has_followup) as has_followup,
    bool_or(s.has_followup_wide) as has_followup_wide,
    max(s.baseline_band) filter (where s.instrument = 'phq9') as phq9_band,
    max(s.baseline_band) filter (where s.instrument = 'gad7') as gad7_band,
    max(s.first_score) filter (where s.instrument = 'phq9') as phq9_first,
    max(s.last_score) filter (where s.instrument = 'phq9') as phq9_last,
    max(s.first_score) filter (where s.instrument = 'gad7') as gad7_first,
    max(s.last_score) filter (where s.instrument = 'gad7') as gad7_last
  from warehouse.episode_score as s
  join warehouse.person_to_build as p using (person_key)
  where p.has_changed
  group by s.person_key, s.source, s.episode_key
),

paired as (
  select
    *,
    phq9_last is not null and gad7_last is not null as has_both_pairs,
    coalesce(phq9_first - phq9_last >= 6, false) or coalesce(gad7_first - gad7_last >= 4, false) as has_fallen,
    coalesce(phq9_last - phq9_first >= 6, false) or coalesce(gad7_last - gad7_first >= 4, false) as has_risen
  from together
)

select
  e.person_key,
  e.source,
  e.episode_key,
  coalesce(has_baseline, false) as is_measured_at_baseline,
  coalesce(has_end_score, false) as is_measured_at_end,
  coalesce(has_followup, false) as is_followed_up,
  coalesce(has_followup_wide, false) as is_followed_up_wide,
  coalesce(phq9_band, 0) as phq9_band,
  coalesce(gad7_band, 0) as gad7_band,
  coalesce(phq9_first >= 10, false) or coalesce(gad7_first >= 8, false) as was_case,
  coalesce(has_both_pairs, false) as has_both_pairs,
  coalesce(has_both_pairs and phq9_last < 10 and gad7_last < 8, false) as is_recovered,
  -- one up and one down is a mixed change, neither improvement nor deterioration
  coalesce(has_both_pairs and has_fallen and not has_risen, false) as is_reliably_improved,
  coalesce(has_both_pairs and has_risen and not has_fallen, false) as is_reliably_worse,
  coalesce(has_both_pairs and has_fallen = has_risen, false) as is_not_reliably_changed
from warehouse.episode as e
join warehouse.person_to_build as p using (person_key)
left join paired using (person_key, source, episode_key)
where p.has_changed
