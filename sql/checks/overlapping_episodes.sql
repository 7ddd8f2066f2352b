-- Looks for: closed episodes that overlap another closed one of the same client in the same program. Discharge and admission on
--            one day are no overlap.
-- Reads: warehouse.episode
-- Parameters: none
with stay as (
  select
    source,
    admitted_on < max(discharged_on) over (
      partition by person_key, source, client_key, program_key
      order by admitted_on, discharged_on, episode_key
      rows between unbounded preceding and 1 preceding
    ) as begins_within,
    discharged_on > min(admitted_on) over (
      partition by person_key, source, client_key, program_key
      order by admitted_on, discharged_on, episode_key
      rows between 1 following and unbounded following
    ) as ends_within
  from warehouse.episode
  where discharged_on is not null
)

select
  source,
  null::text as part,
  count(*) filter (where begins_within or ends_within) as violations,
  count(*) as checked
from stay
group by source
