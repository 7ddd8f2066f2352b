import {allHold, finestPeriod, scanOf} from "./cells.ts";
import type {CountStatement} from "./count.ts";
import type {Dimension} from "./dimensions.ts";
import type {Relations} from "./grain.ts";
import type {CumulativeIncidence, Median, MedianRate, ShareWithin, TimeToEvent, UnitMeasure} from "./measure.ts";
import {distinctCounts} from "./shared_counts.ts";

type Spread = Median | ShareWithin | MedianRate | TimeToEvent | CumulativeIncidence;

/** Units by a whole value, and by what ended a time; from these follow medians and survival curves. */
export function histogramStatement(
  measures: readonly UnitMeasure[],
  dimension: Dimension,
  from: Relations
): CountStatement[] {
  return distinctCounts(measures.filter(isSpread)).map((measure) => ({
    mart: "histogram",
    select: select(measure, dimension, from)
  }));
}

function isSpread(measure: UnitMeasure): measure is Spread {
  return ["median", "share_within", "median_rate", "time_to_event", "cumulative_incidence"].includes(measure.kind);
}

function select(measure: Spread, dimension: Dimension, from: Relations): string {
  const period = finestPeriod(dimension, measure);
  const {event, value} = columnsOf(measure);
  const scan = scanOf({grain: measure.grain, by: measure.period_by, period}, dimension, from, {
    columns: [`${event} as event`, `${value} as value`, "count(*) as n"],
    where: allHold(measure.counted),
    split: [event, value]
  });
  return `
    select '${measure.id}' as measure, '${dimension}' as dimension, c.group_key, c.source, c.program_key,
      '${period}' as period_type, c.period_on, c.event, c.value, c.n
    from (${scan}) as c`;
}

/** A rate is counted whole: half minutes as the value, and the days they are divided by as the event. */
function columnsOf(measure: Spread): {event: string; value: string} {
  switch (measure.kind) {
    case "median":
    case "share_within":
      return {event: "''::text", value: `e.${measure.value}`};
    case "median_rate":
      return {event: `e.${measure.days}::text`, value: `e.${measure.half_minutes}`};
    case "time_to_event":
    case "cumulative_incidence":
      return {event: `e.${measure.event}`, value: `e.${measure.value}`};
  }
}
