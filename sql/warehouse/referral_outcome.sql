-- Grain: one referral: the rules of access as columns. A referral within 30 days of the last kept one of that client and program
--        is a duplicate; the kept one takes the episode of the earliest duplicate that has one where it has none itself.
-- Reads: warehouse.referral, warehouse.episode_dose
-- Parameters: as_of
with recursive kept as (
  select source, referral_key, client_key, program_key, place, received_on as kept_on, referral_key as kept_key
  from warehouse.referral
  where place = 1
  union all
  select
    r.source, r.referral_key, r.client_key, r.program_key, r.place,
    case when r.received_on - k.kept_on <= 30 then k.kept_on else r.received_on end,
    case when r.received_on - k.kept_on <= 30 then k.kept_key else r.referral_key end
  from kept as k
  join warehouse.referral as r
    on r.source = k.source and r.client_key = k.client_key and r.program_key = k.program_key and r.place = k.place + 1
),

taken as (
  select distinct on (k.source, k.kept_key) k.source, k.kept_key as referral_key, r.person_key, r.episode_key
  from kept as k
  join warehouse.referral as r using (source, referral_key)
  where r.episode_key is not null
  order by k.source, k.kept_key, k.place
),

served as (
  select
    r.*,
    r.client_key is null or k.kept_key = r.referral_key as is_kept,
    case when d.first_treated_on is not null then greatest(0, d.first_treated_on - r.received_on) end as days_to_service
  from warehouse.referral as r
  left join kept as k using (source, referral_key)
  left join taken as t using (source, referral_key)
  left join warehouse.episode_dose as d
    on d.source = r.source and d.person_key = coalesce(r.person_key, t.person_key) and d.episode_key = coalesce(r.episode_key, t.episode_key)
)

select
  source,
  referral_key,
  program_key,
  received_on,
  is_kept,
  outcome not in ('ineligible', 'referred_elsewhere', 'client_delayed') as is_eligible,
  received_on + 30 <= :as_of::date as is_30_days_since_referral,
  coalesce(days_to_service, :as_of::date - received_on) as days_to_service,
  case when days_to_service is null then 'open' else 'served' end as service,
  coalesce(days_to_service <= 2, false) as is_seen_within_48_hours
from served
