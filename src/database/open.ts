import {openEmbedded} from "./embedded.ts";
import type {Machine} from "./lock.ts";
import {openServer} from "./server.ts";
import {type Warehouse, warehouseOf} from "./warehouse.ts";

export type Target = {readonly url: string} | {readonly directory: string};

/**
 * Opens the warehouse on a server (url) or embedded (directory), locked for this process until it is closed.
 * Throws a UserError: "unreachable" after retries, "locked" when another run holds it.
 */
export async function openWarehouse(target: Target, machine: Machine): Promise<Warehouse> {
  return warehouseOf(
    "url" in target ? await openServer(target.url, machine) : await openEmbedded(target.directory, machine)
  );
}
