import type {Warehouse} from "../database/warehouse.ts";
import type {Relations} from "./cells.ts";
import type {Dimension} from "./dimensions.ts";
import {histogramStatement} from "./histogram_statement.ts";
import {ladderStatement} from "./ladder_statement.ts";
import type {EpisodeMeasure, Measure, SessionRatio} from "./measure.ts";
import {momentStatement, ratioStatement} from "./moment_statement.ts";
import {tallyStatement} from "./tally_statement.ts";
import {weekStatement} from "./week_statement.ts";

/** Suffix of the schemas warehouse and mart: "" for the nightly ones. */
export type Suffix = "" | "_known";

export interface CountOptions {
  readonly measures: readonly Measure[];
  readonly dimensions: readonly Dimension[];
  readonly suffix: Suffix;
}

/** A select of additive counts, and the columns of its mart that are counts; the others say which cell. */
export interface CountStatement {
  readonly mart: "tally" | "moment" | "histogram" | "ladder";
  readonly select: string;
}

const martColumns = {
  tally: {
    cell: ["measure", "dimension", "group_key", "source", "program_key", "period_type", "period_on"],
    counts: ["n", "numerator", "n_immature"]
  },
  moment: {
    cell: ["measure", "dimension", "group_key", "source", "program_key", "period_type", "period_on"],
    counts: ["n", "sum_x", "sum_y", "sum_xx", "sum_yy", "sum_xy"]
  },
  histogram: {
    cell: ["measure", "dimension", "group_key", "source", "program_key", "period_type", "period_on", "event", "value"],
    counts: ["n"]
  },
  ladder: {
    cell: ["measure", "dimension", "group_key", "source", "program_key", "period_type", "period_on", "step"],
    counts: ["n"]
  }
} as const;

/** Every statement that counts the measures. */
export function countStatements({measures, dimensions}: CountOptions, from: Relations): CountStatement[] {
  const overEpisodes = measures.filter((measure): measure is EpisodeMeasure => measure.kind !== "session_ratio");
  const ratios = measures.filter((measure): measure is SessionRatio => measure.kind === "session_ratio");
  return [
    ...dimensions.flatMap((dimension) => [
      ...tallyStatement(overEpisodes, dimension, from),
      ...momentStatement(overEpisodes, dimension, from),
      ...histogramStatement(overEpisodes, dimension, from),
      ...ratioStatement(ratios, dimension, from)
    ]),
    ...ladderStatement(overEpisodes, "all", from),
    weekStatement(from)
  ];
}

/** Adds what everyone contributes, as the warehouse holds it now, to the marts. */
export async function countEveryone(warehouse: Warehouse, options: CountOptions): Promise<void> {
  await addToMarts(warehouse, options, relationsOf(options.suffix), 1);
}

/**
 * Adds (sign 1) or subtracts (sign -1) what the persons of person_to_build contribute to the marts, as the warehouse holds them
 * now. Counts are additive, so subtracting before a rebuild and adding after it equals counting everyone anew.
 */
export async function countSome(warehouse: Warehouse, options: CountOptions, sign: 1 | -1): Promise<void> {
  const schema = `warehouse${options.suffix}`;
  const setAside = (to: string, from: string) =>
    `truncate ${schema}.${to};
     insert into ${schema}.${to} select t.* from ${schema}.${from} as t join ${schema}.person_to_build using (person_key);
     analyze ${schema}.${to};`;
  await warehouse.script(setAside("counted_episode", "episode_outcome") + setAside("counted_period", "session_period"));
  const from = {
    ...relationsOf(options.suffix),
    episodes: `${schema}.counted_episode`,
    session_periods: `${schema}.counted_period`
  };
  await addToMarts(warehouse, options, from, sign);
  await warehouse.script(`truncate ${schema}.counted_episode, ${schema}.counted_period`);
}

function relationsOf(suffix: Suffix): Relations {
  const schema = `warehouse${suffix}`;
  return {
    episodes: `${schema}.episode_outcome`,
    session_periods: `${schema}.session_period`,
    assessments: `${schema}.assessment`
  };
}

async function addToMarts(warehouse: Warehouse, options: CountOptions, from: Relations, sign: 1 | -1): Promise<void> {
  for (const statement of countStatements(options, from))
    await warehouse.query(upsert(statement, options.suffix, sign));
}

/** Removes cells that nobody is counted in any more. */
export async function dropEmptyCells(warehouse: Warehouse, suffix: Suffix): Promise<void> {
  await warehouse.script(
    `delete from mart${suffix}.tally where n = 0 and n_immature = 0;
     delete from mart${suffix}.moment where n = 0;
     delete from mart${suffix}.histogram where n = 0;
     delete from mart${suffix}.ladder where n = 0;`
  );
}

function upsert({mart, select}: CountStatement, suffix: Suffix, sign: 1 | -1): string {
  const {cell, counts} = martColumns[mart];
  const table = `mart${suffix}.${mart}`;
  return `
    insert into ${table} as old (${[...cell, ...counts].join(", ")})
    select ${[...cell, ...counts.map((count) => `${sign} * ${count}`)].join(", ")} from (${select}) as counted
    on conflict (${cell.join(", ")}) do update
    set ${counts.map((count) => `${count} = old.${count} + excluded.${count}`).join(", ")}`;
}
