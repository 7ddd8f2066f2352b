import type {Warehouse} from "../../src/database/warehouse.ts";
import type {Reading} from "../../src/explain/facts.ts";
import {measures} from "../../src/measures/index.ts";
import {protect, readCounted} from "../../src/publish/counted.ts";
import {type LadderRow, ladders} from "../../src/publish/ladder.ts";
import type {Result} from "../../src/publish/result.ts";

/** Every result as a release of the build would publish it, and the ladders that end in some of them. */
export interface ProtectedResults {
  readonly results: readonly Result[];
  readonly laddersBelow: (results: readonly Result[]) => LadderRow[];
}

/** All results together, not those of one measure alone: protection looks at the whole of a release. */
export async function protectedResults(
  warehouse: Warehouse,
  {as_of, suffix, settings}: Reading
): Promise<ProtectedResults> {
  const counted = await readCounted(warehouse, {measures, settings, as_of, suffix});
  const {results, shows} = protect(counted, {measures, settings});
  return {results, laddersBelow: (some) => ladders(some, measures, counted.laddersOf, shows)};
}
