import type {Warehouse} from "../../src/database/warehouse.ts";
import {protect} from "../../src/disclosure/protect.ts";
import type {Reading} from "../../src/explain/facts.ts";
import {measures} from "../../src/measures/index.ts";
import {type LadderRow, ladders} from "../../src/publish/ladder.ts";
import {type Program, readPrograms} from "../../src/publish/programs.ts";
import {type Result, resultOf} from "../../src/publish/result.ts";
import {rollUp} from "../../src/publish/roll_up.ts";

/** Every result as a release of the build would publish it, and the programs it speaks of. */
export interface ProtectedResults {
  readonly results: readonly Result[];
  readonly programs: readonly Program[];
}

/** All results together, not those of one measure alone: protection looks at the whole of a release. */
export async function protectedResults(
  warehouse: Warehouse,
  {as_of, suffix, settings}: Reading
): Promise<ProtectedResults> {
  const programs = await readPrograms(warehouse, suffix);
  const crossed = settings.crossed_breakdowns;
  const cells = await rollUp(warehouse, {measures, programs, crossed, as_of, suffix});
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const results = [...cells.values()].flatMap((cell) => {
    const measure = byId.get(cell.place.measure);
    const result = measure === undefined ? null : resultOf(measure, cell, as_of, settings);
    return result === null ? [] : [result];
  });
  return {results: protect(results), programs};
}

/** The ladders that end in some results; none where none is published for a place. */
export function laddersBelow(
  warehouse: Warehouse,
  results: readonly Result[],
  {programs}: ProtectedResults,
  {as_of, suffix}: Reading
): Promise<LadderRow[]> {
  return ladders(warehouse, results, {measures, programs, as_of, suffix});
}
