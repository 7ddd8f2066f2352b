import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {z} from "zod";
import {type Catalogue, catalogue} from "./catalogue.ts";
import {type LadderRow, ladderRow, type QualityRow, qualityRow, type ResultRow, resultRow} from "./published.ts";
import {type Release, release} from "./release.ts";

/** The rows of results.csv whose line holds `containing` (a first sieve: the caller still picks the rows it means). */
export function readResults(folder: string, containing = ""): ResultRow[] {
  return readRows(folder, "results.csv", resultRow, containing);
}

export function readLadder(folder: string, containing = ""): LadderRow[] {
  return readRows(folder, "ladder.csv", ladderRow, containing);
}

export function readQuality(folder: string): QualityRow[] {
  return readRows(folder, "quality.csv", qualityRow, "");
}

export function readCatalogue(folder: string): Catalogue {
  return checked(catalogue, JSON.parse(readFileSync(join(folder, "catalogue.json"), "utf8")), "catalogue.json");
}

export function readRelease(folder: string): Release {
  return checked(release, JSON.parse(readFileSync(join(folder, "release.json"), "utf8")), "release.json");
}

/** Lines are sieved before they are parsed: a page needs some hundred of a hundred thousand rows, and each page is its own process. */
function readRows<Row>(folder: string, file: string, schema: z.ZodType<Row>, containing: string): Row[] {
  const [header = "", ...lines] = readFileSync(join(folder, file), "utf8").split("\n");
  const wanted = lines.filter((line) => line.includes(containing));
  const records: unknown = parse([header, ...wanted].join("\n"), {columns: true, skip_empty_lines: true});
  return checked(z.array(schema), records, file);
}

function checked<T>(schema: z.ZodType<T>, found: unknown, file: string): T {
  const result = schema.safeParse(found);
  if (result.success) return result.data;
  const first = new z.ZodError(result.error.issues.slice(0, 5));
  throw new Error(`${file} is not a published file of this version\n${z.prettifyError(first)}`);
}
