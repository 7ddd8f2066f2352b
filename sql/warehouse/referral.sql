-- Grain: one referral that takes part: its program is known, and so are its client and episode where it names them. Of a
--        client's referrals to a program, place 1 is the first received.
-- Reads: record.referral, record.client, warehouse.program, warehouse.episode
-- Parameters: as_of
with client as (
  select source, client_key
  from record.client
  where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date)
)

select
  r.source,
  r.referral_key,
  r.client_key,
  r.program_key,
  r.received_on,
  coalesce(r.outcome, 'unknown') as outcome,
  e.person_key,
  r.episode_key,
  case when r.client_key is not null then row_number() over (
    partition by r.source, r.client_key, r.program_key
    order by r.received_at, r.referral_key
  ) end as place
from record.referral as r
join warehouse.program as known on known.source = r.source and known.program_key = r.program_key
left join client as c on c.source = r.source and c.client_key = r.client_key
left join warehouse.episode as e on e.source = r.source and e.episode_key = r.episode_key
where r.stated_on <= :as_of::date and (r.superseded_on is null or r.superseded_on > :as_of::date)
  and (r.client_key is null or c.client_key is not null)
  and (r.episode_key is null or e.episode_key is not null)
