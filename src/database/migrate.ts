import {createHash} from "node:crypto";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../errors.ts";
import type {Warehouse} from "./warehouse.ts";

/** A numbered file of the schema. */
export interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

const ledger = `
  create schema if not exists plumbline;
  create table if not exists plumbline.migration (
    name text collate "C" primary key,
    checksum text collate "C" not null
  );
  comment on table plumbline.migration is 'Migrations applied, in order of name';
  comment on column plumbline.migration.name is 'File name';
  comment on column plumbline.migration.checksum is 'sha256 of the file when it was applied';`;

/**
 * Brings the warehouse to the newest schema: applies the numbered files of directory that it has not seen, each in its own
 * transaction, and returns their names. A file that changed after it was applied is a UserError.
 */
export async function migrate(warehouse: Warehouse, directory: string): Promise<string[]> {
  // even "if not exists" asks for the right to create, which an account for one step need not have
  if (!(await isLedgerThere(warehouse))) await warehouse.script(ledger);
  const pending = await migrationsPending(warehouse, directory);
  for (const migration of pending) await apply(warehouse, migration);
  return pending.map(({name}) => name);
}

/** The migrations that a warehouse has not seen, in order; touches nothing. */
export async function migrationsPending(warehouse: Warehouse, directory: string): Promise<Migration[]> {
  const migrations = await readMigrations(directory);
  if (!(await isLedgerThere(warehouse))) return migrations;
  const applied = await warehouse.kysely.selectFrom("plumbline.migration").selectAll().orderBy("name").execute();
  requireSameHistory(applied, migrations);
  return migrations.slice(applied.length);
}

async function isLedgerThere(warehouse: Warehouse): Promise<boolean> {
  const [row] = await warehouse.query<{is_there: boolean}>(
    "select to_regclass('plumbline.migration') is not null as is_there"
  );
  return row?.is_there === true;
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(names.map((name) => readMigration(directory, name)));
}

async function readMigration(directory: string, name: string): Promise<Migration> {
  const text = await readFile(join(directory, name), "utf8");
  return {
    name,
    text,
    checksum: createHash("sha256").update(text).digest("hex")
  };
}

function requireSameHistory(
  applied: readonly {name: string; checksum: string}[],
  migrations: readonly Migration[]
): void {
  applied.forEach(({name, checksum}, index) => {
    const migration = migrations[index];
    if (migration?.name === name && migration.checksum === checksum) return;
    throw new UserError(
      "usage",
      `warehouse: expected migration ${name} as it was applied, found ${foundInstead(migration, name)}`,
      {
        hint: "restore the file: migrations only go forward, a change is a new file; or use the version of plumbline that made this warehouse"
      }
    );
  });
}

function foundInstead(migration: Migration | undefined, name: string): string {
  if (migration === undefined) return "no such file";
  return migration.name === name ? "the file changed" : migration.name;
}

async function apply(warehouse: Warehouse, {name, text, checksum}: Migration): Promise<void> {
  await warehouse.transaction(async () => {
    for (const script of scriptsOf(text)) await warehouse.script(script);
    await warehouse.kysely.insertInto("plumbline.migration").values({name, checksum}).execute();
  });
}

/**
 * A file that begins with "-- also as: X" is applied a second time with its schemas warehouse and mart renamed to warehouse_X
 * and mart_X, so that a release as known on an earlier date is built beside the nightly one, never over it.
 */
function scriptsOf(text: string): string[] {
  const suffix = /^-- also as: ([a-z_]+)$/m.exec(text)?.[1];
  return suffix === undefined ? [text] : [text, inSchemas(text, `_${suffix}`)];
}

/** The text with warehouse. and mart. (and their schemas' creation) carrying the suffix. */
export function inSchemas(text: string, suffix: string): string {
  return suffix === "" ? text : text.replace(/\b(warehouse|mart)(?=\.|;)/g, `$1${suffix}`);
}
