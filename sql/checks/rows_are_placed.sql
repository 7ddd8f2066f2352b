-- Looks for: rows of the record, current on the as-of date, that neither take part in the warehouse nor wait, or do both.
-- Reads: record.*, warehouse.*
-- Parameters: as_of
with stated as (
  select source, 'programs' as file, count(*) as stated from record.program
  where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date) group by source
  union all
  select source, 'referrals', count(*) from record.referral
  where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date) group by source
  union all
  select source, 'episodes', count(*) from record.episode
  where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date) group by source
  union all
  select source, 'sessions', count(*) from record.session
  where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date) group by source
  union all
  select source, 'assessments', count(*) from record.assessment
  where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date) group by source
  union all
  select source, 'followups', count(*) from record.followup
  where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date) group by source
),

placed as (
  select source, 'programs' as file, count(*) as placed from warehouse.program group by source
  union all
  select source, 'referrals', count(*) from warehouse.referral group by source
  union all
  select source, 'episodes', count(*) from warehouse.episode group by source
  union all
  select source, 'sessions', count(*) from warehouse.session group by source
  union all
  select source, 'assessments', count(*) from warehouse.assessment group by source
  union all
  select source, 'followups', count(*) from warehouse.followup group by source
  union all
  select source, file, count(*) from warehouse.waiting group by source, file
),

held as (
  select source, file, sum(placed)::bigint as placed
  from placed
  group by source, file
)

select
  source,
  file as part,
  abs(coalesce(s.stated, 0) - coalesce(h.placed, 0)) as violations,
  coalesce(s.stated, 0) as checked
from stated as s
full join held as h using (source, file)
