import {allHold, places, type Scan, scanOf, scansOf} from "./cells.ts";
import type {CountStatement, Suffix} from "./count.ts";
import type {Dimension} from "./dimensions.ts";
import type {EpisodeMeasure, Proportion} from "./measure.ts";

/** Units, numerator and immature units of every proportion in one cell; one scan for all that share a date. */
export function tallyStatement(
  measures: readonly EpisodeMeasure[],
  dimension: Dimension,
  suffix: Suffix
): CountStatement[] {
  const proportions = measures.filter((measure): measure is Proportion => measure.kind === "proportion");
  return scansOf(proportions, dimension).map((scan) => ({
    mart: "tally",
    select: select(scan, dimension, suffix)
  }));
}

function select(scan: Scan<Proportion>, dimension: Dimension, suffix: Suffix): string {
  const array = (counted: (measure: Proportion) => string) => `array[${scan.measures.map(counted).join(", ")}]`;
  const columns = [
    `${array((measure) => counting(allHold(measure.counted)))} as n`,
    `${array((measure) => counting(allHold([...measure.counted, ...measure.numerator])))} as numerator`,
    `${array(immature)} as n_immature`
  ];
  return `
    select m.measure, '${dimension}' as dimension, c.group_key, c.source, c.program_key, '${scan.period}' as period_type, c.period_on,
      c.n[m.place] as n, c.numerator[m.place] as numerator, c.n_immature[m.place] as n_immature
    from (${scanOf(scan, dimension, suffix, {columns})}) as c
    cross join ${places(scan.measures.map(({id}) => id))}
    where c.n[m.place] > 0 or c.n_immature[m.place] > 0`;
}

function counting(condition: string): string {
  return `count(*) filter (where ${condition})`;
}

function immature({counted, matures}: Proportion): string {
  if (matures === undefined) return "0";
  const others = counted.filter((condition) => condition !== matures);
  return counting(`${allHold(others)} and not (${allHold([matures])})`);
}
