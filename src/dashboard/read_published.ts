import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {z} from "zod";
import {type Catalogue, catalogue} from "./catalogue.ts";
import type {RowOf, TableName} from "./published.ts";
import {type Release, release} from "./release.ts";
import {rowSchema} from "./row_schema.ts";

const required: readonly TableName[] = ["results", "ladder", "quality"];

/**
 * The rows of a published table whose line holds `containing` (a first sieve: the caller still picks the rows it means). A table
 * that a release need not have is empty where it is not there.
 */
export function readTable<Name extends TableName>(folder: string, name: Name, containing = ""): RowOf<Name>[] {
  const path = join(folder, `${name}.csv`);
  if (!required.includes(name) && !existsSync(path)) return [];
  const [header = "", ...lines] = readFileSync(path, "utf8").split("\n");
  const wanted = lines.filter((line) => line.includes(containing));
  const records: unknown = parse([header, ...wanted].join("\n"), {columns: true, skip_empty_lines: true});
  return checked(z.array(rowSchema(name)), records, `${name}.csv`);
}

export function readCatalogue(folder: string): Catalogue {
  return checked(catalogue, JSON.parse(readFileSync(join(folder, "catalogue.json"), "utf8")), "catalogue.json");
}

export function readRelease(folder: string): Release {
  return checked(release, JSON.parse(readFileSync(join(folder, "release.json"), "utf8")), "release.json");
}

function checked<T>(schema: z.ZodType<T>, found: unknown, file: string): T {
  const result = schema.safeParse(found);
  if (result.success) return result.data;
  const first = new z.ZodError(result.error.issues.slice(0, 5));
  throw new Error(`${file} is not a published file of this version\n${z.prettifyError(first)}`);
}
