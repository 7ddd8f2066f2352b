import {readlink} from "node:fs/promises";
import {basename, join} from "node:path";
import type {Warehouse} from "../../src/database/warehouse.ts";

/**
 * What to be warned of before publishing: a folder holds a release of which the warehouse knows nothing, as after it was made anew
 * from its archive. Null where it knows what was told, or nothing was.
 */
export async function lostHistory(warehouse: Warehouse, out: string): Promise<string | null> {
  const release = await readlink(join(out, "current")).catch(() => null);
  if (release === null) return null;
  const [row] = await warehouse.query<{is_empty: boolean}>(
    "select not exists (select from history.told) and not exists (select from history.shown) as is_empty"
  );
  if (row?.is_empty !== true) return null;
  return `history: expected what release ${basename(release)} told, found nothing: this release is not held against it,
           so who has read both may learn what changed for a few people
           hint: keep it back if others have read the one before; bring back the warehouse's schema history from your copy
           (docs/hosting.md), then publish again`;
}
