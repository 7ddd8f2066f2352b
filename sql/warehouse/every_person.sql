-- Grain: one person of whom an episode was ever stated.
-- Reads: record.episode
-- Parameters: none
select distinct
  ('x' || substr(md5(source || chr(31) || client_key), 1, 16))::bit(64)::bigint as person_key,
  true as has_changed
from record.episode
