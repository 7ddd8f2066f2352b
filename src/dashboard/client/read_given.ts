import {csvParseRows} from "d3-dsv";
import type {Catalogue} from "../catalogue.ts";
import {columnsOf, type RowOf, type TableName} from "../published.ts";
import {noTables, type Tables} from "../tables.ts";
import {readSiteFile} from "./site_files.ts";

/** Reads the published tables of these names, `completion/results` or `reached`; rows of one table are put together. */
export async function readGiven(names: readonly string[]): Promise<Tables> {
  const tables: Record<string, readonly object[]> = {...noTables};
  const texts = await Promise.all(names.map((name) => readSiteFile(`files/${name}.csv`)));
  for (const [index, name] of names.entries()) {
    const table = (name.split("/").at(-1) ?? name) as TableName;
    tables[table] = [...(tables[table] ?? []), ...rowsOf(table, texts[index] ?? "")];
  }
  return tables as unknown as Tables;
}

export async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readSiteFile(`files/${name}`)) as T;
}

export async function readCatalogue(): Promise<Catalogue> {
  return readJson("catalogue.json");
}

/** Rows as the server reads them: numbers as numbers, an empty cell of a number as null. */
function rowsOf<Name extends TableName>(name: Name, text: string): RowOf<Name>[] {
  const [head = [], ...rows] = csvParseRows(text);
  const kinds: Readonly<Record<string, string>> = columnsOf[name];
  const columns = head.map((column, index) => ({column, index, isNumber: kinds[column] === "number"}));
  return rows.map((cells) => {
    const row = columns.map(({column, index, isNumber}) => [column, cellOf(cells[index] ?? "", isNumber)]);
    return Object.fromEntries(row) as RowOf<Name>;
  });
}

function cellOf(cell: string, isNumber: boolean): string | number | null {
  if (!isNumber) return cell;
  return cell === "" ? null : Number(cell);
}
