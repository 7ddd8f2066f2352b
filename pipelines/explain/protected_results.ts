import type {Warehouse} from "../../src/database/warehouse.ts";
import {protect} from "../../src/disclosure/protect.ts";
import type {Reading} from "../../src/explain/facts.ts";
import {measures} from "../../src/measures/index.ts";
import {judgeCells} from "../../src/publish/judge_cells.ts";
import {type LadderRow, ladders, readLadders} from "../../src/publish/ladder.ts";
import {type Program, readPrograms} from "../../src/publish/programs.ts";
import type {Result} from "../../src/publish/result.ts";
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
  return {results: protect(judgeCells(cells, {measures, settings, as_of})), programs};
}

/** The ladders that end in some results; none where none is published for a place. */
export async function laddersBelow(
  warehouse: Warehouse,
  results: readonly Result[],
  {programs}: ProtectedResults,
  {as_of, suffix}: Reading
): Promise<LadderRow[]> {
  return ladders(results, measures, await readLadders(warehouse, {measures, programs, as_of, suffix}));
}
