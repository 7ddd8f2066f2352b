import type {WarehouseEpisodeOutcome} from "../database/schema.ts";
import {allHold, scanOf} from "./cells.ts";
import type {Relations} from "./grain.ts";
import {isOverUnits, type Measure, type Proportion} from "./measure.ts";

/**
 * What people bring with them and a program cannot choose. Not race or ethnicity, since adjusting for them would hide
 * what equity asks about; nor attendance or length of stay, which are the program's own doing.
 */
export const caseMix = [
  "phq9_band",
  "gad7_band",
  "age_band",
  "sex",
  "co_occurring_sud",
  "has_prior_episode",
  "payer",
  "referral_source"
] as const satisfies readonly (keyof WarehouseEpisodeOutcome)[];

/** Shares that differ with whom a program takes in. */
const adjusted: readonly string[] = [
  // who pays, and what comes beside the illness, decide who can stay to the end, and who leaves in the first weeks
  "completion",
  "early_dropout",
  // a score of 10 halves more easily than one of 24
  "phq9_response",
  // who begins low has less room to improve by six points, or by four
  "phq9_reliable_improvement",
  "gad7_reliable_improvement",
  "reliable_improvement",
  // some people are harder to find again, wherever they were treated
  "followup_retention"
];

/** The measures among these that are adjusted for case mix. */
export function adjustedMeasures(measures: readonly Measure[]): Proportion[] {
  return measures
    .filter(isOverUnits)
    .filter((measure): measure is Proportion => measure.kind === "proportion" && adjusted.includes(measure.id));
}

/**
 * A select of the units of a measure that are alike in case mix, in one program and year (quarter, where quarters
 * mature): how many, and how many of them in the numerator. `pattern` holds the levels in the order of `caseMix`,
 * joined by |. The order of rows is always the same, so that the same sums round alike. People differ so much that
 * there are nearly as many patterns as episodes, so they are counted when they are needed, and not kept.
 */
export function caseMixStatement(measure: Proportion, from: Relations): string {
  const pattern = `concat_ws('|', ${caseMix.map((column) => `e.${column}::text`).join(", ")})`;
  const period = measure.quarter === undefined ? "year" : "quarter";
  const scan = scanOf({grain: measure.grain, by: measure.period_by, period}, "all", from, {
    columns: [
      `${pattern} as pattern`,
      "count(*) as n",
      `count(*) filter (where ${allHold(measure.numerator)}) as numerator`
    ],
    where: [allHold(measure.counted), ...ofInstrument(measure)].join(" and "),
    split: [pattern]
  });
  return `
    select 'all' as dimension, group_key, source, program_key, '${period}' as period_type, period_on, pattern, n, numerator
    from (${scan}) as c
    order by source, program_key, period_on, pattern collate "C"`;
}

function ofInstrument({instrument}: Proportion): string[] {
  return instrument === undefined ? [] : [`e.instrument = '${instrument}'`];
}
