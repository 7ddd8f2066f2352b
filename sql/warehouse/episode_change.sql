-- Grain: one episode: what its scores say of change. Change is baseline less later score, so a fall is an improvement.
--        Thresholds: reliable change 6 (PHQ-9) and 4 (GAD-7), minimal important change 5 and 4, caseness 10 and 8, remission
--        below 5, response half. A changed threshold is a new version of its measures, never a setting.
-- Reads: warehouse.episode_score, warehouse.person_to_build
-- Parameters: none
with paired as (
  select
    *,
    phq9_last is not null and gad7_last is not null as has_both_pairs,
    coalesce(phq9_first - phq9_last >= 6, false) or coalesce(gad7_first - gad7_last >= 4, false) as has_fallen,
    coalesce(phq9_last - phq9_first >= 6, false) or coalesce(gad7_last - gad7_first >= 4, false) as has_risen
  from warehouse.episode_score
  join warehouse.person_to_build as p using (person_key)
  where p.has_changed
)

select
  person_key,
  source,
  episode_key,
  phq9_baseline is not null or gad7_baseline is not null as has_baseline,
  has_phq9_at_end or has_gad7_at_end as has_end_score,
  phq9_followup is not null or gad7_followup is not null as has_followup,
  phq9_followup_wide is not null or gad7_followup_wide is not null as has_followup_wide,
  phq9_baseline,
  phq9_post_last,
  phq9_followup,
  phq9_baseline is not null as has_phq9_baseline,
  phq9_post_last is not null as has_phq9_pair,
  phq9_is_prorated as is_phq9_prorated,
  coalesce(phq9_days_apart < 14, false) as is_phq9_short_interval,
  coalesce(phq9_baseline - phq9_post_last >= 6, false) as is_phq9_reliably_improved,
  coalesce(phq9_post_last - phq9_baseline >= 6, false) as is_phq9_reliably_worse,
  coalesce(phq9_baseline >= 10, false) as was_phq9_elevated,
  -- half of the baseline exactly is a response; 4 is remission, 5 is not
  coalesce(2 * phq9_post_last <= phq9_baseline, false) as is_phq9_response,
  coalesce(phq9_post_last < 5, false) as is_phq9_remission,
  coalesce(phq9_baseline >= 5, false) as was_phq9_above_mcid,
  coalesce(phq9_baseline - phq9_post_last >= 5, false) as is_phq9_mcid,
  phq9_followup is not null as has_phq9_followup,
  phq9_baseline is not null and phq9_followup is not null as has_phq9_followup_pair,
  gad7_baseline,
  gad7_post_last,
  gad7_followup,
  gad7_baseline is not null as has_gad7_baseline,
  gad7_post_last is not null as has_gad7_pair,
  gad7_is_prorated as is_gad7_prorated,
  coalesce(gad7_days_apart < 14, false) as is_gad7_short_interval,
  coalesce(gad7_baseline - gad7_post_last >= 4, false) as is_gad7_reliably_improved,
  coalesce(gad7_post_last - gad7_baseline >= 4, false) as is_gad7_reliably_worse,
  coalesce(gad7_baseline >= 10, false) as was_gad7_elevated,
  -- half of the baseline exactly is a response; 4 is remission, 5 is not
  coalesce(2 * gad7_post_last <= gad7_baseline, false) as is_gad7_response,
  coalesce(gad7_post_last < 5, false) as is_gad7_remission,
  coalesce(gad7_baseline >= 4, false) as was_gad7_above_mcid,
  coalesce(gad7_baseline - gad7_post_last >= 4, false) as is_gad7_mcid,
  gad7_followup is not null as has_gad7_followup,
  gad7_baseline is not null and gad7_followup is not null as has_gad7_followup_pair,
  coalesce(phq9_first >= 10, false) or coalesce(gad7_first >= 8, false) as was_case,
  has_both_pairs,
  has_both_pairs and phq9_last < 10 and gad7_last < 8 as is_recovered,
  -- one up and one down is a mixed change, neither improvement nor deterioration
  has_both_pairs and has_fallen and not has_risen as is_reliably_improved,
  has_both_pairs and has_risen and not has_fallen as is_reliably_worse,
  has_both_pairs and has_fallen = has_risen as is_not_reliably_changed
from paired
