import {allHold, scanOf} from "./cells.ts";
import type {CountStatement} from "./count.ts";
import type {Relations} from "./grain.ts";
import {successPopulation} from "./success.ts";

/**
 * The change of every episode that success is asked of, as a histogram per instrument: its event tells by three digits whether
 * there is response, reliable improvement and remission. From it four definitions are counted on the same episodes.
 */
export function successStatement(from: Relations): CountStatement {
  const event = ["is_response", "is_reliably_improved", "is_remission"]
    .map((flag) => `e.${flag}::integer`)
    .join(" || '' || ");
  const value = "(e.baseline - e.post_last)";
  const scan = scanOf({grain: "score", by: "discharged_on", period: "month"}, "all", from, {
    columns: [`${event} as event`, `${value} as value`, "count(*) as n"],
    where: allHold(successPopulation),
    split: [event, value]
  });
  const select = `
    select c.instrument || '_success' as measure, 'all' as dimension, ''::text as group_key, c.source, c.program_key,
      'month' as period_type, c.period_on, c.event, c.value, c.n
    from (${scan}) as c`;
  return {mart: "histogram", select};
}
