import type {Warehouse} from "../database/warehouse.ts";
import {countQuarantined, type Held} from "./source_state.ts";
import {countVodim, type VodimCounts} from "./vodim.ts";

/**
 * What a release tells of delivered rows, counted and not yet protected. It is counted where rows may be read, when the checks run: an
 * account that publishes need not read them.
 */
export interface RowCounts {
  readonly quarantined: readonly Held[];
  readonly coded: readonly VodimCounts[];
}

export async function countRows(warehouse: Warehouse, as_of: string): Promise<RowCounts> {
  return {quarantined: await countQuarantined(warehouse, as_of), coded: await countVodim(warehouse, as_of)};
}
