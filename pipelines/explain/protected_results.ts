import type {Warehouse} from "../../src/database/warehouse.ts";
import type {Reading} from "../../src/explain/facts.ts";
import {measures} from "../../src/measures/index.ts";
import {protect, readCounted} from "../../src/publish/counted.ts";
import {holdRows} from "../../src/publish/held.ts";
import {definitionsOf, readHistory} from "../../src/publish/history.ts";
import {readAudit} from "../../src/publish/kept_audits.ts";
import {type LadderRow, ladders} from "../../src/publish/ladder.ts";
import type {Result} from "../../src/publish/result.ts";

/** Every result as a release of the build would publish it, and the ladders that end in some of them. */
export interface ProtectedResults {
  readonly results: readonly Result[];
  readonly laddersBelow: (results: readonly Result[]) => LadderRow[];
}

/** All results together, not those of one measure alone: protection looks at the whole of a release, and at those before it. */
export async function protectedResults(
  warehouse: Warehouse,
  {as_of, suffix, settings}: Reading
): Promise<ProtectedResults> {
  const counted = await readCounted(warehouse, {measures, settings, as_of, suffix});
  const history = suffix === "" ? await readHistory(warehouse, definitionsOf(measures, settings)) : undefined;
  const {audit} = await readAudit(warehouse);
  const shown = protect(counted, {measures, settings}, history, audit);
  const isHeld = (row: LadderRow) => shown.isHeld(row.measure, row);
  return {
    results: shown.results,
    laddersBelow: (some) => {
      const own = ladders(some, measures, shown.counted.laddersOf, shown.shows);
      const places = new Set(own.map(placeKey));
      const earlier = ((history?.shown.ladder ?? []) as readonly LadderRow[]).filter((row) =>
        places.has(placeKey(row))
      );
      return holdRows(own, earlier, isHeld, shown);
    }
  };
}

function placeKey({measure, breakdown, group, period_type, period}: LadderRow): string {
  return [measure, breakdown, group, period_type, period].join("|");
}
