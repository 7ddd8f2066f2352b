import {allHold, arraysOf, type Scan, scanOf, scansOf} from "./cells.ts";
import type {CountStatement} from "./count.ts";
import type {Dimension} from "./dimensions.ts";
import type {Relations} from "./grain.ts";
import type {Proportion, UnitMeasure} from "./measure.ts";

/** Units, numerator and immature units of every proportion in one cell, one scan for all that share a grain and a date. */
export function tallyStatement(
  measures: readonly UnitMeasure[],
  dimension: Dimension,
  from: Relations
): CountStatement[] {
  const proportions = measures.filter((measure): measure is Proportion => measure.kind === "proportion");
  return scansOf(proportions, dimension).map((scan) => tally(scan, dimension, from, countersOf(scan)));
}

/** Units that time keeps the other measures waiting for. Those of quarters wait for their cohort, which is a measure itself. */
export function waitingStatement(
  measures: readonly UnitMeasure[],
  dimension: Dimension,
  from: Relations
): CountStatement[] {
  const others = measures.filter(({kind, matures}) => kind !== "proportion" && matures !== undefined);
  return scansOf(others, dimension).map((scan) => {
    const counters = scan.measures.map((measure) => {
      const n = counting(allHold(measure.counted));
      return {name: measure.id, instrument: "", counts: {n, numerator: n, n_immature: immature(measure)}};
    });
    return tally(scan, dimension, from, counters);
  });
}

function countersOf({measures}: Scan<Proportion>) {
  return measures.map((measure) => ({
    name: measure.id,
    instrument: measure.instrument ?? "",
    counts: {
      n: counting(allHold(measure.counted)),
      numerator: counting(allHold([...measure.counted, ...measure.numerator])),
      n_immature: immature(measure)
    }
  }));
}

function tally(
  scan: Scan,
  dimension: Dimension,
  from: Relations,
  counters: Parameters<typeof arraysOf>[0]
): CountStatement {
  const {columns, places} = arraysOf(counters);
  const select = `
    select m.name as measure, '${dimension}' as dimension, c.group_key, c.source, c.program_key, '${scan.period}' as period_type, c.period_on,
      c.n[m.place] as n, c.numerator[m.place] as numerator, c.n_immature[m.place] as n_immature
    from (${scanOf(scan, dimension, from, {columns})}) as c
    join ${places}
    where c.n[m.place] > 0 or c.n_immature[m.place] > 0`;
  return {mart: "tally", select};
}

function counting(condition: string): string {
  return `count(*) filter (where ${condition})`;
}

function immature({counted, matures}: UnitMeasure): string {
  if (matures === undefined) return "0::bigint";
  const others = (counted as readonly string[]).filter((condition) => condition !== matures);
  return counting(`${allHold(others)} and not (${allHold([matures])})`);
}
