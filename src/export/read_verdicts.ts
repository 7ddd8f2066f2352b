import type {Warehouse} from "../database/warehouse.ts";
import {allHold} from "../measures/cells.ts";
import {relationsOf, type Suffix} from "../measures/count.ts";
import {rowsOf} from "../measures/grain.ts";
import {isOverUnits, type Measure, type UnitMeasure} from "../measures/measure.ts";
import type {Verdict} from "./subject.ts";

/** Names an episode among those of all sources. */
export function episodeKey({source, episode_key}: {readonly source: string; readonly episode_key: string}): string {
  return JSON.stringify([source, episode_key]);
}

/** Whether a measure says something of single episodes. */
export function speaksOfEpisodes(measure: Measure): measure is UnitMeasure {
  return isOverUnits(measure) && (measure.grain === "episode" || measure.grain === "score");
}

/** Whether it rests on answers to the item that asks for thoughts of death. */
export function usesItem9(measure: Measure): boolean {
  if (!isOverUnits(measure)) return false;
  const conditions: readonly string[] = [
    ...measure.counted,
    ...(measure.kind === "proportion" ? measure.numerator : [])
  ];
  return conditions.some((condition) => /ideation|ideating/.test(condition));
}

/** What a measure says of each episode that it counts: the conditions are those that the build counts by. */
export async function readVerdicts(
  warehouse: Warehouse,
  measure: UnitMeasure,
  {suffix, as_of}: {readonly suffix: Suffix; readonly as_of: string}
): Promise<Map<string, Verdict>> {
  const rows = await warehouse.query<Verdict & {source: string; episode_key: string}>(
    `select e.source, e.episode_key, ${numeratorOf(measure)} as is_numerator, ${changeOf(measure)} as change
     from ${rowsOf(measure.grain, relationsOf(suffix))} as e
     where ${allHold(measure.counted)} and e.${measure.period_by} is not null
       and ${ofInstrument(measure)} and ${quarterIsClosed(measure)} and $1::date is not null`,
    [as_of]
  );
  return new Map(rows.map(({is_numerator, change, ...key}) => [episodeKey(key), {is_numerator, change}]));
}

function numeratorOf(measure: UnitMeasure): string {
  return measure.kind === "proportion" ? `(${allHold(measure.numerator)})` : "null::boolean";
}

function changeOf(measure: UnitMeasure): string {
  if (measure.kind !== "mean_change") return "null::integer";
  const [earlier, later] = measure.pair;
  return `(e.${earlier} - e.${later})::integer`;
}

function ofInstrument({instrument}: UnitMeasure): string {
  return instrument === undefined ? "true" : `e.instrument = '${instrument}'`;
}

function quarterIsClosed({quarter, period_by}: UnitMeasure): string {
  if (quarter === undefined) return "true";
  const last = `(date_trunc('quarter', e.${period_by}) + interval '3 months' - interval '1 day')::date`;
  return `${last} + ${quarter.closes_after_days} <= $1::date`;
}
