import {existsSync} from "node:fs";
import {readdir, readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {parse} from "csv-parse/sync";
import type {Difference} from "../../src/ledger/read_ledger.ts";
import {toCsv} from "../../src/publish/csv.ts";
import type {Result} from "../../src/publish/result.ts";
import {publishedColumns} from "../../src/publish/tables.ts";
import {placeKey} from "../../src/releases/place.ts";
import {type Row, rowDifference, rowName} from "./compare_releases.ts";

/** What became of the figures of a release that was held against earlier ones. */
export interface FiguresReport {
  /** Told anew, and the same when they are counted again. */
  readonly told: number;
  /** Held, and the same in a release of their date. */
  readonly held: number;
  /** Held, and no release of their date is here. */
  readonly not_here: number;
  readonly hidden: number;
  readonly difference: Difference | null;
}

/** What is counted again was not protected, so it is not said. */
const notSaid = "another figure, when it is counted again";

/**
 * Each figure of results.csv: one with the date of the release must be what is counted again, and one that was held must stand
 * in a release of its date beside this one. What is hidden cannot be held to anything.
 */
export async function compareFigures(
  folder: string,
  as_of: string,
  counted: readonly Result[]
): Promise<FiguresReport> {
  const again = byPlace(parse(toCsv(counted, publishedColumns.results), {columns: true}));
  const rows = await readResults(folder);
  const report = {told: 0, held: 0, not_here: 0, hidden: 0};
  const earlier = new Map<string, readonly Map<string, Row>[]>();
  for (const [index, row] of rows.entries()) {
    if (row.units === "") {
      report.hidden += 1;
      continue;
    }
    const date = row.as_of ?? "";
    if (!earlier.has(date)) earlier.set(date, date === as_of ? [again] : await releasesOf(folder, date));
    const sources = earlier.get(date) ?? [];
    const difference = leastDifference(row, sources, `results.csv, row ${index + 1} (${rowName(row)})`);
    if (difference !== null)
      return {...report, difference: date === as_of ? {...difference, found: notSaid} : difference};
    if (sources.length === 0) report.not_here += 1;
    else if (date === as_of) report.told += 1;
    else report.held += 1;
  }
  return {...report, difference: null};
}

/** Null where one of the sources has the row as it is, or there is none. */
function leastDifference(row: Row, sources: readonly Map<string, Row>[], place: string): Difference | null {
  const differences = sources.map((source) => {
    const other = source.get(placeKey(row));
    if (other === undefined) return {place, expected: "a figure that is there", found: "none"};
    return rowDifference(withoutNote(row), withoutNote(other), place);
  });
  return differences.includes(null) ? null : (differences[0] ?? null);
}

/** A held row says of itself since when it stands; the first time, it did not. */
function withoutNote(row: Row): Row {
  return {...row, reason: (row.reason ?? "").replace(/(?:^|; )as of \d{4}-\d{2}-\d{2}: [^;]*$/, "")};
}

/** Results of the releases of a date, beside the folder of one. */
async function releasesOf(folder: string, date: string): Promise<Map<string, Row>[]> {
  const releases = dirname(folder);
  const names = (await readdir(releases)).filter((name) => name.startsWith(`${date}-`)).sort();
  const there = names.map((name) => join(releases, name)).filter((each) => existsSync(join(each, "results.csv")));
  return Promise.all(there.map(async (each) => byPlace(await readResults(each))));
}

async function readResults(folder: string): Promise<Row[]> {
  return parse(await readFile(join(folder, "results.csv")), {columns: true});
}

function byPlace(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [placeKey(row), row]));
}
