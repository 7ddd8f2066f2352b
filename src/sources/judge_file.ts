import {createHash} from "node:crypto";
import {type HashedFile, hashing} from "./content_hash.ts";
import type {DeliveryHeader} from "./delivery_json.ts";
import type {DeliveryFile} from "./find_deliveries.ts";
import {identifierKind} from "./identifiers.ts";
import {KeyTable} from "./key_table.ts";
import {judgeHeader, type Layout, readLayout} from "./layout.ts";
import {readRows} from "./read_rows.ts";
import {RefusedDelivery} from "./refusals.ts";

/** What one reading of a file found, where nothing refused it. */
export interface JudgedFile extends HashedFile {
  /** Data rows, deletes and defects included. */
  readonly read: number;
  /** Columns that the configuration lets pass and that are not kept. */
  readonly ignored_columns: readonly string[];
  /** False when no key stands twice in the file. */
  readonly may_have_copies: boolean;
}

interface Rules {
  readonly mode: DeliveryHeader["mode"];
  readonly unknownColumns: "refuse" | "ignore";
  readonly onRows: (rows: number) => void;
}

/** Reads a file once and judges all that would refuse its delivery; throws a RefusedDelivery. */
export async function judgeFile(file: DeliveryFile, bytes: AsyncIterable<Buffer>, rules: Rules): Promise<JudgedFile> {
  const {contract, place} = file;
  const hash = createHash("sha256");
  const keys = new KeyTable();
  let layout: Layout = readLayout([], contract);
  let read = 0;
  const pieces = readRows(hashing(bytes, hash), place, {
    onHeader: (header) => {
      judgeHeader(header, contract, {...rules, place});
      layout = readLayout(header, contract);
    },
    onRow: (cells, line) => {
      read++;
      refuseIdentifiers(cells, layout, place, line);
      const key = cells[layout.key] ?? "";
      if (key !== "" && cells.length === layout.width) keys.add(key);
    }
  });
  for await (const _ of pieces) rules.onRows(read);
  return {
    file: contract.file,
    read,
    sha256: hash.digest("hex"),
    ignored_columns: layout.unknown,
    may_have_copies: keys.hasSuspects
  };
}

/** Cells beyond the header are in no column, and so in no date column. */
function refuseIdentifiers(cells: readonly string[], layout: Layout, place: string, line: number): void {
  for (let at = 0; at < cells.length; at++) {
    const kind = identifierKind(cells[at] ?? "", layout.isDate[at] ?? false);
    if (kind === null) continue;
    const column = layout.names[at] ?? `number ${at + 1}`;
    throw new RefusedDelivery(
      "identifier_cell",
      `${place} line ${line}, column ${column}: expected no identifier, found ${kind}`
    );
  }
}
