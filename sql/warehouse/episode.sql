-- Grain: one episode that takes part: its client and program are known, and of the open episodes of a client in a program it
--        is the one admitted first (same day: the smaller key). Built for the persons of person_to_build that changed.
-- Reads: record.episode, record.client, warehouse.program, warehouse.person_to_build
-- Parameters: as_of
with client as (
  select
    *,
    array_remove(array_remove(string_to_array(race, ';'), 'declined'), 'unknown') as races
  from record.client
  where stated_on <= :as_of::date and (superseded_on is null or superseded_on > :as_of::date)
),

stated as (
  select
    p.person_key,
    e.*,
    c.birth_year, c.sex, c.gender, c.race, c.races, c.ethnicity, c.language, c.died_on,
    -- more than one open episode of a client in a program: only the first admitted takes part
    row_number() over (
      partition by e.source, e.client_key, e.program_key, e.discharged_on is null
      order by e.admitted_on, e.episode_key
    ) as open_rank
  from record.episode as e
  join client as c on c.source = e.source and c.client_key = e.client_key
  join warehouse.program as known on known.source = e.source and known.program_key = e.program_key
  join warehouse.person_to_build as p
    on p.person_key = ('x' || substr(md5(e.source || chr(31) || e.client_key), 1, 16))::bit(64)::bigint
  where p.has_changed
    and e.stated_on <= :as_of::date and (e.superseded_on is null or e.superseded_on > :as_of::date)
),

aged as (
  select *, (extract(year from admitted_on) - birth_year)::smallint as age
  from stated
  where discharged_on is not null or open_rank = 1
)

select
  person_key,
  source,
  episode_key,
  client_key,
  program_key,
  admitted_on,
  discharged_on,
  coalesce(discharge_reason, 'open') as discharge_reason,
  transfer_to,
  coalesce(neutral_exit = 'yes', false) as has_neutral_exit,
  died_on,
  age,
  case
    when age is null then 'unknown'
    when age < 12 then 'under 12'
    when age < 18 then '12-17'
    when age < 26 then '18-25'
    when age < 45 then '26-44'
    when age < 65 then '45-64'
    when age < 90 then '65-89'
    else '90+'
  end as age_band,
  coalesce(sex, 'unknown') as sex,
  coalesce(gender, 'unknown') as gender,
  case
    when cardinality(array_remove(races, races[1])) > 0 then 'multiracial'
    when cardinality(races) > 0 then races[1]
    when 'declined' = any (string_to_array(race, ';')) then 'declined'
    else 'unknown'
  end as race,
  coalesce(ethnicity, 'unknown') as ethnicity,
  coalesce(language, 'unknown') as language,
  coalesce(payer, 'unknown') as payer,
  coalesce(diagnosis_group, 'unknown') as diagnosis_group,
  coalesce(co_occurring_sud, 'unknown') as co_occurring_sud,
  coalesce(referral_source, 'unknown') as referral_source,
  prescribed_hours_week
from aged
