-- Grain: one row that was accepted and waits for its context, of the persons that changed.
-- Reads: record.*, warehouse.program, warehouse.episode, warehouse.person_to_build
-- Parameters: as_of
with client as (
  select source, client_key
  from record.client
  where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date)
),

-- the newest word on each episode, current or not, says whose it is
spoken as (
  select
    p.person_key, e.source, e.episode_key, e.client_key, e.program_key,
    e.superseded_on is null or e.superseded_on > :as_of::date as is_current
  from record.episode as e
  join warehouse.person_to_build as p
    on p.person_key = ('x' || substr(md5(e.source || chr(31) || e.client_key), 1, 16))::bit(64)::bigint
  left join record.episode as newer
    on newer.source = e.source and newer.episode_key = e.episode_key
    and newer.stated_on <= :as_of::date and (newer.stated_on, newer.sequence) > (e.stated_on, e.sequence)
  where p.has_changed and e.stated_on <= :as_of::date and newer.episode_key is null
),

placed as (
  select s.*, e.admitted_on, e.discharged_on, e.episode_key is not null as takes_part
  from spoken as s
  left join warehouse.episode as e using (person_key, source, episode_key)
)

select s.source, 'episodes' as file, s.episode_key as row_key, s.person_key,
  case when c.client_key is null or k.program_key is null then 'unknown_parent' else 'second_open_episode' end as code
from placed as s
left join client as c on c.source = s.source and c.client_key = s.client_key
left join warehouse.program as k on k.source = s.source and k.program_key = s.program_key
where s.is_current and not s.takes_part
union all
select r.source, 'sessions', r.session_key, s.person_key,
  case when s.takes_part then 'session_outside_episode' else 'unknown_parent' end
from record.session as r
join placed as s on s.source = r.source and s.episode_key = r.episode_key
where r.stated_on <= :as_of::date and (r.superseded_on is null or r.superseded_on > :as_of::date)
  and (not s.takes_part or r.held_on < s.admitted_on or coalesce(r.held_on > s.discharged_on + 1, false))
union all
select r.source, 'assessments', r.assessment_key, s.person_key,
  case when s.takes_part then 'assessment_too_early' else 'unknown_parent' end
from record.assessment as r
join placed as s on s.source = r.source and s.episode_key = r.episode_key
where r.stated_on <= :as_of::date and (r.superseded_on is null or r.superseded_on > :as_of::date)
  and (not s.takes_part or r.assessed_on < s.admitted_on - 14)
union all
select r.source, 'followups', r.followup_key, s.person_key, 'unknown_parent'
from record.followup as r
join placed as s on s.source = r.source and s.episode_key = r.episode_key
where r.stated_on <= :as_of::date and (r.superseded_on is null or r.superseded_on > :as_of::date)
  and not s.takes_part
