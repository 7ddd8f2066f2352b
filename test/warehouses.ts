import {mkdtempSync, rmSync} from "node:fs";
import {cp} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import pg from "pg";
import {describe, inject} from "vitest";
import {machine} from "../pipelines/machine.ts";
import {migrate} from "../src/database/migrate.ts";
import {openWarehouse} from "../src/database/open.ts";
import type {Warehouse} from "../src/database/warehouse.ts";
import {shared} from "./shared.ts";

/** A warehouse of its own for one test file or test, migrated; dispose closes it and removes every trace. */
export interface TestWarehouse {
  readonly warehouse: Warehouse;
  dispose(): Promise<void>;
}

export type Open = () => Promise<TestWarehouse>;

/** Runs the same tests on the embedded warehouse and on a real Postgres server (skipped loudly where none can run). */
export function forEachWarehouse(tests: (open: Open) => void): void {
  describe("on the embedded warehouse", () => tests(openEmbeddedWarehouse));
  describe.skipIf(inject("serverUrl") === "")("on a Postgres server", () => tests(openServerWarehouse));
}

export async function openEmbeddedWarehouse(): Promise<TestWarehouse> {
  return openCopyOf(await migratedWarehouse());
}

/** An embedded warehouse of its own with what another holds, which nobody has open. */
export async function openCopyOf(other: string): Promise<TestWarehouse> {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-warehouse-"));
  const directory = join(folder, "warehouse");
  await cp(other, directory, {recursive: true});
  const warehouse = await openWarehouse({directory}, machine);
  return {
    warehouse,
    dispose: async () => {
      await warehouse.close();
      rmSync(folder, {recursive: true, force: true});
    }
  };
}

/** Puts an embedded warehouse without a table into a new directory: copying one takes a tenth of the time of making one. */
export async function copyEmptyWarehouse(directory: string): Promise<void> {
  await cp(await emptyWarehouse(), directory, {recursive: true});
}

function emptyWarehouse(): Promise<string> {
  return shared("empty_warehouse", async (directory) => {
    await (await openWarehouse({directory}, machine)).close();
  });
}

async function migratedWarehouse(): Promise<string> {
  const empty = await emptyWarehouse();
  return shared("migrated_warehouse", async (directory) => {
    await cp(empty, directory, {recursive: true});
    const warehouse = await openWarehouse({directory}, machine);
    await migrate(warehouse, migrations);
    await warehouse.close();
  });
}

export async function openServerWarehouse(): Promise<TestWarehouse> {
  const {url, drop} = await createDatabase();
  const warehouse = await openWarehouse({url}, machine);
  await migrate(warehouse, migrations);
  return {
    warehouse,
    dispose: async () => {
      await warehouse.close();
      await drop();
    }
  };
}

/** An empty database on the test server, and what drops it again. */
export async function createDatabase(): Promise<{url: string; drop(): Promise<void>}> {
  const serverUrl = inject("serverUrl");
  const name = `test_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
  await administer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {url: url.href, drop: () => administer(serverUrl, `drop database ${name} with (force)`)};
}

const migrations = join(import.meta.dirname, "../sql/migrations");

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  await client.query(statement);
  await client.end();
}
