import {allHold, groupKey, places, type Scan, scanOf, scansOf} from "./cells.ts";
import type {CountStatement, Suffix} from "./count.ts";
import type {Dimension} from "./dimensions.ts";
import type {EffectSize, EpisodeMeasure, MeanChange, SessionRatio} from "./measure.ts";

type Paired = MeanChange | EffectSize;

const sums = ["n", "sum_x", "sum_y", "sum_xx", "sum_yy", "sum_xy"] as const;

/** Sums over pairs of scores, x the baseline and y the later score. */
export function momentStatement(
  measures: readonly EpisodeMeasure[],
  dimension: Dimension,
  suffix: Suffix
): CountStatement[] {
  const paired = measures.filter(
    (measure): measure is Paired => measure.kind === "mean_change" || measure.kind === "effect_size"
  );
  return scansOf(paired, dimension).map((scan) => ({
    mart: "moment",
    select: selectPairs(scan, dimension, suffix)
  }));
}

function selectPairs(scan: Scan<Paired>, dimension: Dimension, suffix: Suffix): string {
  const sumOf = (measure: Paired, term: string) =>
    `coalesce(sum(${term}) filter (where ${allHold(measure.counted)}), 0)::bigint`;
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
    from (${scanOf(scan, dimension, suffix, {columns})}) as c
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
  suffix: Suffix
): CountStatement[] {
  if (measures.length === 0) return [];
  const periods = dimension === "all" ? ["month", "quarter", "year", "all"] : ["quarter", "year", "all"];
  return periods.map((period) => ({
    mart: "moment",
    select: selectRatios(measures, dimension, period, suffix)
  }));
}

function selectRatios(measures: readonly SessionRatio[], dimension: Dimension, period: string, suffix: Suffix): string {
  const counts = [...new Set(measures.flatMap(({numerator, denominator}) => [numerator, denominator]))];
  const on = period === "all" ? "date '1900-01-01'" : `date_trunc('${period}', s.month)::date`;
  const array = (term: (x: string, y: string) => string) =>
    `array[${measures.map(({numerator: x, denominator: y}) => `coalesce(sum(${term(`e.${x}`, `e.${y}`)}) filter (where e.${y} > 0), 0)::bigint`).join(", ")}]`;
  return `
    select m.measure, '${dimension}' as dimension, c.group_key, c.source, c.program_key, '${period}' as period_type, c.period_on,
      ${sums.map((sum) => `c.${sum}[m.place] as ${sum}`).join(", ")}
    from (
      select e.group_key, e.source, e.program_key, e.period_on,
        ${array(() => "1")} as n,
        ${array((x) => x)} as sum_x,
        ${array((_, y) => y)} as sum_y,
        ${array((x) => `${x} * ${x}`)} as sum_xx,
        ${array((_, y) => `${y} * ${y}`)} as sum_yy,
        ${array((x, y) => `${x} * ${y}`)} as sum_xy
      from (
        select ${groupKey(dimension)} as group_key, e.source, e.program_key, ${on} as period_on,
          ${counts.map((count) => `sum(s.${count}) as ${count}`).join(", ")}
        from warehouse${suffix}.session_month as s
        join warehouse${suffix}.person_to_build as p using (person_key)
        join warehouse${suffix}.episode_outcome as e using (person_key, source, episode_key)
        group by person_key, e.source, episode_key, ${groupKey(dimension)}, e.program_key, ${on}
      ) as e
      group by e.group_key, e.source, e.program_key, e.period_on
    ) as c
    cross join ${places(measures.map(({id}) => id))}
    where c.n[m.place] > 0`;
}
