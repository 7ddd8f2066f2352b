-- Looks for: instruments that a program gave before (a score for 5 or more episodes admitted in one quarter) and gave to nobody
--            admitted in its last whole quarter with 5 or more treated admissions.
-- Reads: warehouse.episode_outcome, warehouse.episode_score
-- Parameters: as_of
with admitted as (
  select
    source,
    program_key,
    date_trunc('quarter', admitted_on)::date as quarter,
    count(*) filter (where is_treated) as treated
  from warehouse.episode_outcome
  where (date_trunc('quarter', admitted_on) + interval '3 months')::date <= :as_of::date + 1
  group by source, program_key, date_trunc('quarter', admitted_on)
),

scored as (
  select
    o.source,
    o.program_key,
    date_trunc('quarter', o.admitted_on)::date as quarter,
    s.instrument,
    count(*) as scored
  from warehouse.episode_outcome as o
  join warehouse.episode_score as s using (person_key, source, episode_key)
  where coalesce(s.baseline, s.first_score) is not null
  group by o.source, o.program_key, date_trunc('quarter', o.admitted_on), s.instrument
),

latest as (
  select source, program_key, max(quarter) as quarter
  from admitted
  where treated >= 5
  group by source, program_key
),

given as (
  select l.source, l.program_key, l.quarter, s.instrument
  from latest as l
  join scored as s using (source, program_key)
  where s.quarter < l.quarter
  group by l.source, l.program_key, l.quarter, s.instrument
  having max(s.scored) >= 5
)

select
  g.source,
  g.program_key as part,
  count(*) filter (where s.scored is null) as violations,
  count(*) as checked
from given as g
left join scored as s using (source, program_key, quarter, instrument)
group by g.source, g.program_key
