-- Grain: one row that waits and leads to no person: its episode was never heard of; and every waiting referral.
--        Looked for among the rows stated since the last build and those that waited then.
-- Reads: record.*, warehouse.referral, warehouse.waiting
-- Parameters: as_of, since
with waited as (
  select source, file, row_key
  from warehouse.waiting
  where person_key is null
),

child as (
  select source, 'sessions' as file, session_key as row_key, episode_key, stated_on, superseded_on
  from record.session
  where stated_on >= :since::date
  union all
  select r.source, 'sessions', r.session_key, r.episode_key, r.stated_on, r.superseded_on
  from record.session as r
  join waited as w on w.file = 'sessions' and w.source = r.source and w.row_key = r.session_key
  where r.stated_on < :since::date
  union all
  select source, 'assessments', assessment_key, episode_key, stated_on, superseded_on
  from record.assessment
  where stated_on >= :since::date
  union all
  select r.source, 'assessments', r.assessment_key, r.episode_key, r.stated_on, r.superseded_on
  from record.assessment as r
  join waited as w on w.file = 'assessments' and w.source = r.source and w.row_key = r.assessment_key
  where r.stated_on < :since::date
  union all
  select source, 'followups', followup_key, episode_key, stated_on, superseded_on
  from record.followup
  where stated_on >= :since::date
  union all
  select r.source, 'followups', r.followup_key, r.episode_key, r.stated_on, r.superseded_on
  from record.followup as r
  join waited as w on w.file = 'followups' and w.source = r.source and w.row_key = r.followup_key
  where r.stated_on < :since::date
)

select c.source, c.file, c.row_key, null::bigint as person_key, 'unknown_parent' as code
from child as c
left join record.episode as e on e.source = c.source and e.episode_key = c.episode_key and e.stated_on <= :as_of::date
where c.stated_on <= :as_of::date and (c.superseded_on is null or c.superseded_on > :as_of::date)
  and e.episode_key is null
union all
select r.source, 'referrals', r.referral_key, null, 'unknown_parent'
from record.referral as r
left join warehouse.referral as t on t.source = r.source and t.referral_key = r.referral_key
where r.stated_on <= :as_of::date and (r.superseded_on is null or r.superseded_on > :as_of::date)
  and t.referral_key is null
