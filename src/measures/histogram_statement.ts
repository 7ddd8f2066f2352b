import {allHold, finestPeriod, type Relations, scanOf} from "./cells.ts";
import type {CountStatement} from "./count.ts";
import type {Dimension} from "./dimensions.ts";
import type {EpisodeMeasure, Median, TimeToExit} from "./measure.ts";

/** Units by whole days, and by what ended the time; from these follow medians and survival curves. */
export function histogramStatement(
  measures: readonly EpisodeMeasure[],
  dimension: Dimension,
  from: Relations
): CountStatement[] {
  const timed = measures.filter(
    (measure): measure is Median | TimeToExit => measure.kind === "median" || measure.kind === "time_to_exit"
  );
  return timed.map((measure) => ({
    mart: "histogram",
    select: select(measure, dimension, from)
  }));
}

function select(measure: Median | TimeToExit, dimension: Dimension, from: Relations): string {
  const period = finestPeriod(dimension, measure);
  const event = measure.kind === "time_to_exit" ? "e.exit_kind" : "''::text";
  const value = `e.${measure.value}`;
  const scan = scanOf({by: measure.period_by, period}, dimension, from, {
    columns: [`${event} as event`, `${value} as value`, "count(*) as n"],
    where: allHold(measure.counted),
    split: [event, value]
  });
  return `
    select '${measure.id}' as measure, '${dimension}' as dimension, c.group_key, c.source, c.program_key,
      '${period}' as period_type, c.period_on, c.event, c.value, c.n
    from (${scan}) as c`;
}
