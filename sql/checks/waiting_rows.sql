-- Looks for: rows that were accepted and wait for their context: a parent, or dates that fit; a row per file.
-- Reads: warehouse.*
-- Parameters: none
with placed as (
  select source, 'referrals' as file, 0 as waiting, count(*) as placed from warehouse.referral group by source
  union all
  select source, 'episodes', 0, count(*) from warehouse.episode group by source
  union all
  select source, 'sessions', 0, count(*) from warehouse.session group by source
  union all
  select source, 'assessments', 0, count(*) from warehouse.assessment group by source
  union all
  select source, 'followups', 0, count(*) from warehouse.followup group by source
  union all
  select source, file, count(*), count(*) from warehouse.waiting group by source, file
)

select
  source,
  file as part,
  sum(waiting)::bigint as violations,
  sum(placed)::bigint as checked
from placed
group by source, file
