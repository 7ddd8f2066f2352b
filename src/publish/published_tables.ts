import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import type {Warehouse} from "../database/warehouse.ts";

/** Tables of the schema published, and the file of a release that each holds. */
export const publishedTables = {result: "results.csv", ladder: "ladder.csv"} as const;

type PublishedTable = keyof typeof publishedTables;

/**
 * Puts the files of a release into the tables of the schema published, in place of what was there, in one transaction: what a
 * reader of the tables sees is what a reader of the files sees. Empty numbers are null, empty words stay empty.
 */
export async function writePublishedTables(warehouse: Warehouse, folder: string): Promise<void> {
  const {release, as_of, organisation, synthetic, code_version} = JSON.parse(
    await readFile(join(folder, "release.json"), "utf8")
  );
  await warehouse.transaction(async () => {
    await warehouse.query("delete from published.release");
    await warehouse.query(
      `insert into published.release (release, as_of, organisation, synthetic, code_version)
       values ($1, $2, $3, $4, $5)`,
      [release, as_of, organisation, synthetic, code_version]
    );
    for (const [table, file] of Object.entries(publishedTables))
      await replaceTable(warehouse, table as PublishedTable, await readFile(join(folder, file), "utf8"));
  });
}

async function replaceTable(warehouse: Warehouse, table: PublishedTable, csv: string): Promise<void> {
  const columns = await columnsOf(warehouse, table);
  const rows: Record<string, string>[] = parse(csv, {columns: true});
  await warehouse.query(`delete from published.${table}`);
  const names = columns.map(({name}) => `"${name}"`);
  await warehouse.copyIn(`published.${table}`, names, inPieces(rows.map((row) => rowText(row, columns))));
}

interface Column {
  readonly name: string;
  readonly is_text: boolean;
}

function columnsOf(warehouse: Warehouse, table: PublishedTable): Promise<Column[]> {
  return warehouse.query<Column>(
    `select attname as name, atttypid = 'text'::regtype as is_text
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [`published.${table}`]
  );
}

/** One row in COPY text format. */
function rowText(row: Readonly<Record<string, string>>, columns: readonly Column[]): string {
  const cells = columns.map(({name, is_text}) => {
    const cell = row[name];
    if (cell === undefined) throw new Error(`published.${name}: no such column in the file`);
    return cell === "" && !is_text ? "\\N" : cell.replace(/[\\\t\n\r]/g, escaped);
  });
  return `${cells.join("\t")}\n`;
}

const escapes: Readonly<Record<string, string>> = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"};

function escaped(sign: string): string {
  return escapes[sign] ?? sign;
}

async function* inPieces(lines: readonly string[]): AsyncGenerator<Buffer> {
  for (let from = 0; from < lines.length; from += 1000) yield Buffer.from(lines.slice(from, from + 1000).join(""));
}
