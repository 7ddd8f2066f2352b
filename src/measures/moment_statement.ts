import {allHold, groupKey, places, type Relations, type Scan, scanOf, scansOf} from "./cells.ts";
import type {CountStatement} from "./count.ts";
import type {Dimension} from "./dimensions.ts";
import type {EffectSize, EpisodeMeasure, MeanChange, SessionRatio} from "./measure.ts";

type Paired = MeanChange | EffectSize;

const sums = ["n", "sum_x", "sum_y", "sum_xx", "sum_yy", "sum_xy"] as const;

/** Sums over pairs of scores, x the baseline and y the later score. */
export function momentStatement(
  measures: readonly EpisodeMeasure[],
  dimension: Dimension,
  from: Relations
): CountStatement[] {
  const paired = measures.filter(
    (measure): measure is Paired => measure.kind === "mean_change" || measure.kind === "effect_size"
  );
  return scansOf(paired, dimension).map((scan) => ({
    mart: "moment",
    select: selectPairs(scan, dimension, from)
  }));
}

function selectPairs(scan: Scan<Paired>, dimension: Dimension, from: Relations): string {
  const sumOf = (measure: Paired, term: string) => sumWhere(term, allHold(measure.counted));
  const array = (term: (x: string, y: string) => string) =>
    `array[${scan.measures.map((measure) => sumOf(measure, term(`e.${measure.pair[0]}::bigint`, `e.${measure.pair[1]}::bigint`))).join(", ")}]`;
  const columns = [
    `${array(() => "1")} as n`,
    `${array((x) => x)} as sum_x`,
    `${array((_, y) => y)} as sum_y`,
    `${array((x) => `${x} * ${x}`)} as sum_xx`,
    `${array((_, y) => `${y} * ${y}`)} as sum_yy`,
    `${array((x, y) => `${x} * ${y}`)} as sum_xy`
  ];
  return `
    select m.measure, '${dimension}' as dimension, c.group_key, c.source, c.program_key, '${scan.period}' as period_type, c.period_on,
      ${sums.map((sum) => `c.${sum}[m.place] as ${sum}`).join(", ")}
    from (${scanOf(scan, dimension, from, {columns})}) as c
    cross join ${places(scan.measures.map(({id}) => id))}
    where c.n[m.place] > 0`;
}

/**
 * Sums over episodes of their sessions in a period, x the numerator and y the denominator. An episode's sessions of two months
 * belong together in their quarter, so these sums do not add over months: every period type is counted by itself.
 */
export function ratioStatement(
  measures: readonly SessionRatio[],
  dimension: Dimension,
  from: Relations
): CountStatement[] {
  return measures.length === 0 ? [] : [{mart: "moment", select: selectRatios(measures, dimension, from)}];
}

function selectRatios(measures: readonly SessionRatio[], dimension: Dimension, from: Relations): string {
  const array = (term: (x: string, y: string) => string) =>
    `array[${measures.map(({numerator, denominator}) => sumWhere(term(`s.${numerator}`, `s.${denominator}`), `s.${denominator} > 0`)).join(", ")}]`;
  const months = dimension === "all" ? "" : "where s.period_type <> 'month'";
  return `
    select m.measure, '${dimension}' as dimension, c.group_key, c.source, c.program_key, c.period_type, c.period_on,
      ${sums.map((sum) => `c.${sum}[m.place] as ${sum}`).join(", ")}
    from (
      select ${groupKey(dimension)} as group_key, e.source, e.program_key, s.period_type, s.period_on,
        ${array(() => "1")} as n,
        ${array((x) => x)} as sum_x,
        ${array((_, y) => y)} as sum_y,
        ${array((x) => `${x} * ${x}`)} as sum_xx,
        ${array((_, y) => `${y} * ${y}`)} as sum_yy,
        ${array((x, y) => `${x} * ${y}`)} as sum_xy
      from ${from.session_periods} as s
      join ${from.episodes} as e using (person_key, source, episode_key)
      ${months}
      group by ${groupKey(dimension)}, e.source, e.program_key, s.period_type, s.period_on
    ) as c
    cross join ${places(measures.map(({id}) => id))}
    where c.n[m.place] > 0`;
}

function sumWhere(term: string, condition: string): string {
  return `coalesce(sum(${term}) filter (where ${condition}), 0)::bigint`;
}
