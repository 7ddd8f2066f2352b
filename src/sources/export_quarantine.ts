import {createWriteStream} from "node:fs";
import {mkdir} from "node:fs/promises";
import {dirname, join} from "node:path";
import {pipeline} from "node:stream/promises";
import type {Warehouse} from "../database/warehouse.ts";
import {type LoadedDelivery, loadedDeliveries, readingArchive} from "./history.ts";
import {noteColumns} from "./layout.ts";
import {listQuarantine, type WaitingRow} from "./quarantine.ts";
import {readRows} from "./read_rows.ts";
import {placeKey} from "./settle_places.ts";
import {readBytes} from "./text.ts";

export interface ExportedFile {
  /** Relative to the target. */
  readonly path: string;
  readonly rows: number;
}

/**
 * Writes the rows of the quarantine back as files that can be mended and delivered again: one file per source, delivery and
 * file, with the header and cells as they came, and what is wrong in the columns _problem and _hint, which ingest passes over.
 * The files hold rows of persons: target must be a folder inside the organisation. Returns what was written.
 */
export async function exportQuarantine(warehouse: Warehouse, archive: string, target: string): Promise<ExportedFile[]> {
  const deliveries = new Map((await loadedDeliveries(warehouse)).map((loaded) => [placeKey(loaded), loaded]));
  const files = Map.groupBy(await listQuarantine(warehouse), (row) => JSON.stringify([placeKey(row), row.file]));
  const exported: ExportedFile[] = [];
  for (const rows of files.values()) {
    const [first] = rows;
    const delivery = first === undefined ? undefined : deliveries.get(placeKey(first));
    if (first === undefined || delivery === undefined) continue;
    exported.push(await exportFile(delivery, first.file, rows, archive, target));
  }
  return exported;
}

async function exportFile(
  delivery: LoadedDelivery,
  file: string,
  rows: readonly WaitingRow[],
  archive: string,
  target: string
): Promise<ExportedFile> {
  const place = `${delivery.archive}/${file}.csv.gz`;
  const path = join(dirname(delivery.archive), `${delivery.delivered_on}-${delivery.sequence}`, `${file}.csv`);
  await mkdir(dirname(join(target, path)), {recursive: true});
  const lines = new Map(rows.map((row) => [row.line, row]));
  await readingArchive(archive, () =>
    pipeline(notedRows(readBytes(join(archive, place), place), place, lines), createWriteStream(join(target, path)))
  );
  return {path, rows: rows.length};
}

/** The header and the rows at those lines as CSV, with the note columns at their end; notes of an earlier export give way. */
async function* notedRows(
  bytes: AsyncIterable<Buffer>,
  place: string,
  lines: ReadonlyMap<number, WaitingRow>
): AsyncGenerator<string> {
  let text = "";
  let notes: readonly number[] = [];
  const add = (cells: readonly string[], ...added: readonly string[]) => {
    const own = cells.filter((_, at) => !notes.includes(at));
    text += `${[...own, ...added].map(csvCell).join(",")}\n`;
  };
  const pieces = readRows(bytes, place, {
    onHeader: (header) => {
      notes = noteColumns.map((name) => header.indexOf(name));
      add(header, ...noteColumns);
    },
    onRow: (cells, line) => {
      const row = lines.get(line);
      if (row !== undefined) add(cells, problemOf(row), row.hint);
    }
  });
  for await (const _ of pieces) {
    yield text;
    text = "";
  }
}

/** A ragged row stays ragged with its two notes, so that it cannot be taken for a sound one before it is mended. */
function problemOf({code, column, rule}: WaitingRow): string {
  return column === null ? `${code}: ${rule}` : `${code}: ${column}: ${rule}`;
}

function csvCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
