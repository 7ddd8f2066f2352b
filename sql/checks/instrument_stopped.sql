-- Looks for: instruments that a program gave before (a score for 5 or more episodes admitted in one quarter) and gave to nobody
--            admitted in its last whole quarter with 5 or more treated admissions.
-- Reads: warehouse.episode_outcome, warehouse.episode_score
-- Parameters: as_of
with admitted as (
  select
    source,
    o.program_key,
    date_trunc('quarter', o.admitted_on)::date as quarter,
    count(*) filter (where o.is_treated) as treated,
    count(*) filter (where coalesce(s.phq9_baseline, s.phq9_first) is not null) as phq9,
    count(*) filter (where coalesce(s.gad7_baseline, s.gad7_first) is not null) as gad7
  from warehouse.episode_outcome as o
  join warehouse.episode_score as s using (person_key, source, episode_key)
  where (date_trunc('quarter', o.admitted_on) + interval '3 months')::date <= :as_of::date + 1
  group by source, o.program_key, date_trunc('quarter', o.admitted_on)
),

latest as (
  select distinct on (source, program_key) source, program_key, quarter, phq9, gad7
  from admitted
  where treated >= 5
  order by source, program_key, quarter desc
),

given as (
  select
    source,
    program_key,
    l.phq9,
    l.gad7,
    bool_or(a.phq9 >= 5) as gave_phq9,
    bool_or(a.gad7 >= 5) as gave_gad7
  from latest as l
  join admitted as a using (source, program_key)
  where a.quarter < l.quarter
  group by source, program_key, l.phq9, l.gad7
)

select
  source,
  program_key as part,
  (gave_phq9 and phq9 = 0)::integer + (gave_gad7 and gad7 = 0)::integer as violations,
  gave_phq9::integer + gave_gad7::integer as checked
from given
