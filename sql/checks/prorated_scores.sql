-- Looks for: scores that are prorated because an item or two were not answered; a row per instrument.
-- Reads: warehouse.assessment
-- Parameters: none
select
  source,
  instrument as part,
  count(*) filter (where complete_score is null) as violations,
  count(*) as checked
from warehouse.assessment
where coalesce(complete_score, prorated_score) is not null
group by source, instrument
