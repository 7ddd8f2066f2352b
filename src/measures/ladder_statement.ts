import {allHold, arraysOf, type Scan, scanOf, scansOf} from "./cells.ts";
import type {CountStatement} from "./count.ts";
import type {Dimension} from "./dimensions.ts";
import type {Relations} from "./grain.ts";
import type {UnitMeasure} from "./measure.ts";

interface Rung {
  readonly measure: UnitMeasure;
  readonly step: string;
  readonly conditions: readonly string[];
}

/** The steps on the way into a measure, each with the conditions that hold there; then, of those counted, some that are of note. */
function rungsOf(measure: UnitMeasure): Rung[] {
  const counted: readonly string[] = measure.counted;
  const first = firstStep(measure);
  return [
    ...(first === null ? [] : [{measure, step: first, conditions: []}]),
    ...counted.map((step, index) => ({measure, step, conditions: counted.slice(0, index + 1)})),
    ...measure.of_these.map((step) => ({measure, step, conditions: [...counted, step]}))
  ];
}

/** The step that every unit of a grain reaches, where the conditions do not begin with it. */
export function firstStep({grain, period_by}: UnitMeasure): "is_admitted" | "is_received" | "is_held" | null {
  if (grain === "referral") return "is_received";
  if (grain === "meeting") return "is_held";
  return period_by === "admitted_on" ? "is_admitted" : null;
}

/** How many units reach each step, by the measure's own date. */
export function ladderStatement(
  measures: readonly UnitMeasure[],
  dimension: Dimension,
  from: Relations
): CountStatement[] {
  return scansOf(measures, dimension).map((scan) => ({
    mart: "ladder",
    select: select(scan, dimension, from)
  }));
}

function select(scan: Scan, dimension: Dimension, from: Relations): string {
  const {columns, places} = arraysOf(
    scan.measures.flatMap(rungsOf).map(({measure, step, conditions}) => ({
      name: `${measure.id} ${step}`,
      instrument: measure.instrument ?? "",
      counts: {n: `count(*) filter (where ${allHold(conditions)})`}
    }))
  );
  return `
    select split_part(m.name, ' ', 1) as measure, '${dimension}' as dimension, c.group_key, c.source, c.program_key,
      '${scan.period}' as period_type, c.period_on, substr(m.name, strpos(m.name, ' ') + 1) as step, c.n[m.place] as n
    from (${scanOf(scan, dimension, from, {columns, everyone: true})}) as c
    join ${places}
    where c.n[m.place] > 0`;
}
