import {allHold, places, type Relations, type Scan, scanOf, scansOf} from "./cells.ts";
import type {CountStatement} from "./count.ts";
import type {Dimension} from "./dimensions.ts";
import type {Condition, EpisodeMeasure} from "./measure.ts";

/**
 * Units, numerator and immature units of every proportion in one cell, one scan for all that share a date. Other measures of
 * quarters that mature have their cohort counted here, so that a quarter without a pair is still known to be open.
 */
export function tallyStatement(
  measures: readonly EpisodeMeasure[],
  dimension: Dimension,
  from: Relations
): CountStatement[] {
  const tallied = measures.filter((measure) => measure.kind === "proportion" || measure.quarter !== undefined);
  return scansOf(tallied, dimension).map((scan) => ({
    mart: "tally",
    select: select(scan, dimension, from)
  }));
}

function select(scan: Scan<EpisodeMeasure>, dimension: Dimension, from: Relations): string {
  const array = (counted: (measure: EpisodeMeasure) => string) => `array[${scan.measures.map(counted).join(", ")}]`;
  const columns = [
    `${array((measure) => counting(allHold(unitsOf(measure))))} as n`,
    `${array((measure) => counting(allHold([...unitsOf(measure), ...numeratorOf(measure)])))} as numerator`,
    `${array(immature)} as n_immature`
  ];
  return `
    select m.measure, '${dimension}' as dimension, c.group_key, c.source, c.program_key, '${scan.period}' as period_type, c.period_on,
      c.n[m.place] as n, c.numerator[m.place] as numerator, c.n_immature[m.place] as n_immature
    from (${scanOf(scan, dimension, from, {columns})}) as c
    cross join ${places(scan.measures.map(({id}) => id))}
    where c.n[m.place] > 0 or c.n_immature[m.place] > 0`;
}

function unitsOf(measure: EpisodeMeasure): readonly Condition[] {
  return measure.kind === "proportion" ? measure.counted : (measure.quarter?.cohort ?? measure.counted);
}

function numeratorOf(measure: EpisodeMeasure): readonly Condition[] {
  return measure.kind === "proportion" ? measure.numerator : [];
}

function counting(condition: string): string {
  return `count(*) filter (where ${condition})`;
}

function immature({counted, matures}: EpisodeMeasure): string {
  if (matures === undefined) return "0";
  const others = counted.filter((condition) => condition !== matures);
  return counting(`${allHold(others)} and not (${allHold([matures])})`);
}
