-- Grain: one person about whom a statement of the new deliveries speaks, or whose program or episode it changes.
--        Rows are found by the dates of the new deliveries: stated then, or superseded then.
-- Reads: record.*
-- Parameters: since
with program as (
  select distinct source, program_key
  from record.program
  where stated_on >= :since::date or superseded_on >= :since::date
),

episode as (
  select source, episode_key from record.episode where stated_on >= :since::date or superseded_on >= :since::date
  union
  select e.source, e.episode_key from record.episode as e join program using (source, program_key)
  union
  select source, episode_key from record.session where stated_on >= :since::date or superseded_on >= :since::date
  union
  select source, episode_key from record.assessment where stated_on >= :since::date or superseded_on >= :since::date
  union
  select source, episode_key from record.followup where stated_on >= :since::date or superseded_on >= :since::date
),

client as (
  select source, client_key from record.client where stated_on >= :since::date or superseded_on >= :since::date
  union
  select e.source, e.client_key from record.episode as e join episode using (source, episode_key)
)

select distinct ('x' || substr(md5(source || chr(31) || client_key), 1, 16))::bit(64)::bigint as person_key, true as has_changed
from client
