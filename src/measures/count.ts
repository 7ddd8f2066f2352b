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

/** Columns of each mart that say which cell, and those that are counts. */
export const martColumns = {
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

/** Counts everyone, as the warehouse holds them now, into empty marts. */
export async function countEveryone(warehouse: Warehouse, options: CountOptions): Promise<void> {
  for (const {mart, select} of countStatements(options, relationsOf(options.suffix))) {
    const {cell, counts} = martColumns[mart];
    const columns = [...cell, ...counts].join(", ");
    await warehouse.query(
      `insert into mart${options.suffix}.${mart} (${columns}) select ${columns} from (${select}) as counted`
    );
  }
}

/** The tables of the warehouse that are counted. */
export function relationsOf(suffix: Suffix): Relations {
  const schema = `warehouse${suffix}`;
  return {
    episodes: `${schema}.episode_outcome`,
    session_periods: `${schema}.session_period`,
    assessments: `${schema}.assessment`
  };
}
