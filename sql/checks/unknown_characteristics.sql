-- Looks for: episodes whose race, ethnicity, language, payer or diagnosis group is not known; a row per characteristic.
--            What a person declined to say is known to be declined.
-- Reads: warehouse.episode
-- Parameters: none
with unknown as (
  select
    source,
    count(*) as episodes,
    count(*) filter (where race = 'unknown') as race,
    count(*) filter (where ethnicity = 'unknown') as ethnicity,
    count(*) filter (where language = 'unknown') as language,
    count(*) filter (where payer = 'unknown') as payer,
    count(*) filter (where diagnosis_group = 'unknown') as diagnosis_group
  from warehouse.episode
  group by source
)

select source, 'race' as part, race as violations, episodes as checked from unknown
union all
select source, 'ethnicity', ethnicity, episodes from unknown
union all
select source, 'language', language, episodes from unknown
union all
select source, 'payer', payer, episodes from unknown
union all
select source, 'diagnosis_group', diagnosis_group, episodes from unknown
