import {allHold, places, type Relations, type Scan, scanOf, scansOf} from "./cells.ts";
import type {CountStatement} from "./count.ts";
import type {Dimension} from "./dimensions.ts";
import type {Condition, EpisodeMeasure} from "./measure.ts";

interface Rung {
  readonly measure: string;
  readonly step: string;
  readonly conditions: readonly Condition[];
}

/** The steps on the way into a measure, each with the conditions that hold there; then, of those counted, some that are of note. */
function rungsOf(measure: EpisodeMeasure): Rung[] {
  const {id, counted, of_these} = measure;
  return [
    ...(measure.period_by === "admitted_on" ? [{measure: id, step: "is_admitted", conditions: []}] : []),
    ...counted.map((step, index) => ({measure: id, step, conditions: counted.slice(0, index + 1)})),
    ...of_these.map((step) => ({measure: id, step, conditions: [...counted, step]}))
  ];
}

/** How many episodes reach each step, by the measure's own date. */
export function ladderStatement(
  measures: readonly EpisodeMeasure[],
  dimension: Dimension,
  from: Relations
): CountStatement[] {
  return scansOf(measures, dimension).map((scan) => ({
    mart: "ladder",
    select: select(scan, dimension, from)
  }));
}

function select(scan: Scan<EpisodeMeasure>, dimension: Dimension, from: Relations): string {
  const rungs = scan.measures.flatMap(rungsOf);
  const counts = rungs.map(({conditions}) => `count(*) filter (where ${allHold(conditions)})`);
  return `
    select split_part(m.measure, ' ', 1) as measure, '${dimension}' as dimension, c.group_key, c.source, c.program_key,
      '${scan.period}' as period_type, c.period_on, substr(m.measure, strpos(m.measure, ' ') + 1) as step, c.n[m.place] as n
    from (${scanOf(scan, dimension, from, {columns: [`array[${counts.join(", ")}] as n`]})}) as c
    cross join ${places(rungs.map(({measure, step}) => `${measure} ${step}`))}
    where c.n[m.place] > 0`;
}
