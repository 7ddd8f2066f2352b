import {allHold, arraysOf, groupKey, type Scan, scanOf, scansOf} from "./cells.ts";
import type {CountStatement} from "./count.ts";
import type {Dimension} from "./dimensions.ts";
import type {Relations} from "./grain.ts";
import type {EffectSize, MeanChange, SessionRatio, UnitMeasure, UnitRatio} from "./measure.ts";
import {distinctCounts} from "./shared_counts.ts";

type Summed = MeanChange | EffectSize | UnitRatio;

const sums = ["n", "sum_x", "sum_y", "sum_xx", "sum_yy", "sum_xy"] as const;

/** Sums over pairs of scores, x the earlier and y the later; or over units, x the numerator and y the denominator of a ratio. */
export function momentStatement(
  measures: readonly UnitMeasure[],
  dimension: Dimension,
  from: Relations
): CountStatement[] {
  const summed = measures.filter(
    (measure): measure is Summed =>
      measure.kind === "mean_change" || measure.kind === "effect_size" || measure.kind === "unit_ratio"
  );
  return scansOf(distinctCounts(summed), dimension).map((scan) => ({
    mart: "moment",
    select: select(scan, dimension, from)
  }));
}

function select(scan: Scan<Summed>, dimension: Dimension, from: Relations): string {
  const counters = scan.measures.map((measure) => {
    const [x, y] = measure.kind === "unit_ratio" ? [measure.numerator, measure.denominator] : measure.pair;
    return {
      name: measure.id,
      instrument: measure.instrument ?? "",
      counts: sumsOf(`e.${x}::bigint`, `e.${y}::bigint`, allHold(measure.counted))
    };
  });
  const {columns, places} = arraysOf(counters);
  return `
    select m.name as measure, '${dimension}' as dimension, c.group_key, c.source, c.program_key, '${scan.period}' as period_type, c.period_on,
      ${sums.map((sum) => `c.${sum}[m.place] as ${sum}`).join(", ")}
    from (${scanOf(scan, dimension, from, {columns})}) as c
    join ${places}
    where c.n[m.place] > 0`;
}

/**
 * Sums over episodes of their sessions (or weeks) in a period, x the numerator and y the denominator. An episode's sessions of
 * two months belong together in their quarter, so these sums do not add over months: every period type is counted by itself.
 */
export function ratioStatement(
  measures: readonly SessionRatio[],
  dimension: Dimension,
  from: Relations
): CountStatement[] {
  return measures.length === 0 ? [] : [{mart: "moment", select: selectRatios(measures, dimension, from)}];
}

function selectRatios(measures: readonly SessionRatio[], dimension: Dimension, from: Relations): string {
  const {columns, places} = arraysOf(
    measures.map(({id, numerator, denominator}) => ({
      name: id,
      instrument: "",
      counts: sumsOf(`s.${numerator}`, `s.${denominator}`, `s.${denominator} > 0`)
    }))
  );
  const months = dimension === "all" ? "" : "where s.period_type <> 'month'";
  return `
    select m.name as measure, '${dimension}' as dimension, c.group_key, c.source, c.program_key, c.period_type, c.period_on,
      ${sums.map((sum) => `c.${sum}[m.place] as ${sum}`).join(", ")}
    from (
      select ''::text as instrument, ${groupKey(dimension)} as group_key, e.source, e.program_key, s.period_type, s.period_on,
        ${columns.join(", ")}
      from ${from.session_periods} as s
      join ${from.episodes} as e using (person_key, source, episode_key)
      ${months}
      group by ${groupKey(dimension)}, e.source, e.program_key, s.period_type, s.period_on
    ) as c
    join ${places}
    where c.n[m.place] > 0`;
}

function sumsOf(x: string, y: string, condition: string): Record<(typeof sums)[number], string> {
  const sum = (term: string) => `coalesce(sum(${term}) filter (where ${condition}), 0)::bigint`;
  return {
    n: sum("1"),
    sum_x: sum(x),
    sum_y: sum(y),
    sum_xx: sum(`${x} * ${x}`),
    sum_yy: sum(`${y} * ${y}`),
    sum_xy: sum(`${x} * ${y}`)
  };
}
