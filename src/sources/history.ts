import {join} from "node:path";
import type {Warehouse} from "../database/warehouse.ts";
import {UserError} from "../errors.ts";
import {contracts} from "./contract/index.ts";
import type {DeliveryHeader} from "./delivery_json.ts";
import {openDelivery} from "./find_deliveries.ts";
import type {KeptDelivery} from "./load_delivery.ts";
import {RefusedDelivery} from "./refusals.ts";

/** A place in the history of a source. */
export type Place = Pick<DeliveryHeader, "delivered_on" | "sequence">;

/** Orders deliveries as history does. */
export function comparePlaces(left: Place, right: Place): number {
  if (left.delivered_on !== right.delivered_on) return left.delivered_on < right.delivered_on ? -1 : 1;
  return left.sequence - right.sequence;
}

export interface LoadedDelivery extends Place {
  readonly source: string;
  readonly content_hash: string;
  readonly archive: string;
}

/** The deliveries in the record, each source's in the order of history. */
export async function loadedDeliveries(warehouse: Warehouse): Promise<LoadedDelivery[]> {
  return warehouse.query<LoadedDelivery>(
    "select source, delivered_on, sequence, content_hash, archive from record.delivery order by source, delivered_on, sequence"
  );
}

/** Opens the kept copy of a delivery that was loaded before, to load it again. */
export async function openKept(warehouse: Warehouse, loaded: LoadedDelivery, archive: string): Promise<KeptDelivery> {
  const hashes = await warehouse.query<{file: string; sha256: string}>(
    "select file, sha256 from record.delivery_file where source = $1 and delivered_on = $2 and sequence = $3",
    [loaded.source, loaded.delivered_on, loaded.sequence]
  );
  const {header, files} = await openDelivery(archive, loaded.archive);
  const sha256Of = new Map(hashes.map(({file, sha256}) => [file, sha256]));
  return {
    header,
    content_hash: loaded.content_hash,
    archive: loaded.archive,
    files: files.map((file) => ({...file, sha256: sha256Of.get(file.contract.file) ?? "", may_have_copies: true}))
  };
}

/** Takes a source back to what was known just before a place in its history: two statements per table. */
export async function takeBack(warehouse: Warehouse, source: string, {delivered_on, sequence}: Place): Promise<void> {
  const parameters = [source, delivered_on, sequence];
  for (const table of [...contracts.map((contract) => contract.table), "quarantine"]) {
    await warehouse.query(
      `delete from record.${table} where source = $1 and (stated_on, sequence) >= ($2, $3)`,
      parameters
    );
    await warehouse.query(
      `update record.${table} set superseded_on = null, superseded_sequence = null
       where source = $1 and (superseded_on, superseded_sequence) >= ($2, $3)`,
      parameters
    );
  }
  for (const table of ["delivery", "delivery_file"])
    await warehouse.query(
      `delete from record.${table} where source = $1 and (delivered_on, sequence) >= ($2, $3)`,
      parameters
    );
}

/** Rows of a table that a source had current just before a place in its history, whatever came later. */
export async function countCurrent(warehouse: Warehouse, table: string, source: string, place: Place): Promise<number> {
  const [counted] = await warehouse.query<{rows: number}>(
    `select count(*) as rows from record.${table}
     where source = $1 and (stated_on, sequence) < ($2, $3)
       and (superseded_on is null or (superseded_on, superseded_sequence) >= ($2, $3))`,
    [source, place.delivered_on, place.sequence]
  );
  return counted?.rows ?? 0;
}

/** Runs work on kept deliveries: what is wrong with a copy in the archive refuses no delivery, it stops the run. */
export async function readingArchive<T>(archive: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RefusedDelivery)) throw error;
    throw new UserError("unreachable", `archive: ${error.message}`, {
      hint: `restore ${join(archive)} from its backup`,
      cause: error
    });
  }
}
