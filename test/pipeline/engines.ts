import {describe, inject} from "vitest";
import type {Target} from "../../src/database/open.ts";
import {copyEmptyWarehouse, createDatabase} from "../warehouses.ts";

/** What runs of the command line keep their warehouse in. */
export interface Engine {
  readonly kind: "embedded" | "server";
  /** A place without a warehouse; the folder is that of --warehouse. */
  makePlace(folder: string): Promise<Place>;
}

export interface Place {
  readonly env: Readonly<Record<string, string>>;
  readonly target: Target;
  /** Makes a warehouse that holds nothing, where a first run would take seconds to. */
  start(): Promise<void>;
  drop(): Promise<void>;
}

export const embedded: Engine = {
  kind: "embedded",
  makePlace: async (folder) => ({
    env: {},
    target: {directory: `${folder}/database`},
    start: () => copyEmptyWarehouse(`${folder}/database`),
    drop: async () => undefined
  })
};

export const postgres: Engine = {
  kind: "server",
  makePlace: async () => {
    const {url, drop} = await createDatabase();
    return {env: {DATABASE_URL: url}, target: {url}, start: async () => undefined, drop};
  }
};

/** Runs the same tests of the command line with an embedded warehouse and with a Postgres server. */
export function forEachEngine(tests: (engine: Engine) => void): void {
  describe("a run with an embedded warehouse", () => tests(embedded));
  describe.skipIf(inject("serverUrl") === "")("a run on a Postgres server", () => tests(postgres));
}
