import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {contracts} from "../../src/sources/contract/index.ts";
import {type IngestReport, ingest} from "../../src/sources/ingest.ts";
import type {IngestOptions} from "../../src/sources/options.ts";

/** A folder that is removed after use. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-ingest-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

export type Choices = Partial<Pick<IngestOptions, "unknown_columns" | "allowShrink" | "onProgress">>;

export function ingestFolder(
  warehouse: Warehouse,
  deliveries: string,
  archive: string,
  choices: Choices = {}
): Promise<IngestReport> {
  return ingest({
    warehouse,
    deliveries,
    archive,
    unknown_columns: {},
    allowShrink: false,
    onProgress: () => undefined,
    ...choices
  });
}

const tables = [...contracts.map(({table}) => table), "delivery", "delivery_file", "quarantine", "refusal"];

export async function emptyRecord(warehouse: Warehouse): Promise<void> {
  await warehouse.script(tables.map((table) => `delete from record.${table};`).join("\n"));
}

/** Every row of the record but for the refusals, which tell of the last run only, as text in a fixed order. */
export async function dumpRecord(warehouse: Warehouse): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {};
  for (const table of tables.filter((name) => name !== "refusal")) {
    const rows = await warehouse.query<{row: string}>(
      `select t::text as row from record.${table} as t order by t::text`
    );
    dump[table] = rows.map(({row}) => row);
  }
  return dump;
}
