import {hash} from "node:crypto";
import {characters, longestKey} from "./contract/contract.ts";
import type {Copy} from "./copies.ts";
import {copyCell, copyColumns, deleteText, statementWriter} from "./copy_text.ts";
import type {Defect} from "./defects.ts";
import type {DeliveryHeader} from "./delivery_json.ts";
import type {DeliveryFile} from "./find_deliveries.ts";
import {type Layout, readLayout} from "./layout.ts";
import {readRows} from "./read_rows.ts";
import {rowSorter} from "./row_sorter.ts";
import type {Spool} from "./spool.ts";

export interface Sorting {
  readonly file: DeliveryFile;
  readonly header: DeliveryHeader;
  readonly copies: ReadonlyMap<string, Copy>;
  /** record: straight into the record table, where nothing is to be compared with; deletes are then counted only. */
  readonly target: "record" | "staging";
  /** Takes the defective rows, as COPY text for quarantineColumns. */
  readonly quarantine: Spool;
  readonly onRows: (rows: number) => void;
}

/** How many rows of a file were what. */
export interface Tally {
  read: number;
  statements: number;
  deletes: number;
  copies: number;
  quarantined: number;
}

export const quarantineColumns = ["source", "file", "stated_on", "sequence", "line", "row_key", "code", "column_name"];

/** Columns of the target's table that sortedRows fills, in order. */
export function targetColumns({file, target}: Pick<Sorting, "file" | "target">): string[] {
  const rest = target === "record" ? ["source", "stated_on", "sequence"] : ["is_delete"];
  return [...copyColumns(file.contract), ...rest];
}

/** Sorts the rows of a file while it yields those for the target as COPY text; tally is complete at the end. */
export async function* sortedRows(
  bytes: AsyncIterable<Buffer>,
  sorting: Sorting,
  tally: Tally
): AsyncGenerator<Buffer> {
  const {file, quarantine, onRows} = sorting;
  let text = "";
  let write = rowWriter(sorting, readLayout([], file.contract), tally);
  const pieces = readRows(bytes, file.place, {
    onHeader: (header) => {
      write = rowWriter(sorting, readLayout(header, file.contract), tally);
    },
    onRow: (cells, line, {isPlain}) => {
      text += write(cells, line, isPlain);
    }
  });
  for await (const _ of pieces) {
    if (text !== "") yield Buffer.from(text);
    text = "";
    await quarantine.settle();
    onRows(tally.read);
  }
}

/** Returns what counts a row and gives its text for the target, "" where it does not go there. */
function rowWriter(sorting: Sorting, layout: Layout, tally: Tally) {
  const {file, header, copies, target, quarantine} = sorting;
  const {contract} = file;
  const sort = rowSorter(contract, layout, header.delivered_on, copies);
  const writeStatement = statementWriter(contract, layout);
  const place = `${copyCell(header.source, false)}\t${header.delivered_on}\t${header.sequence}`;
  const statementEnd = target === "record" ? `\t${place}\n` : "\tf\n";

  return function write(cells: readonly string[], line: number, isPlain: boolean): string {
    tally.read++;
    const verdict = sort(cells, line);
    if (verdict === "statement") {
      tally.statements++;
      return writeStatement(cells, line, isPlain) + statementEnd;
    }
    if (verdict === "copy") {
      tally.copies++;
      return "";
    }
    const key = cells[layout.key] ?? "";
    if (verdict === "delete") {
      tally.deletes++;
      return target === "record" ? "" : `${deleteText(contract, key, line)}\tt\n`;
    }
    tally.quarantined++;
    quarantine.add(defectText(verdict, contract.file, header, line, key));
    return "";
  };
}

function defectText(
  {code, column}: Defect,
  file: string,
  {source, delivered_on, sequence}: DeliveryHeader,
  line: number,
  key: string
): string {
  const cells = [source, file, delivered_on, String(sequence), String(line), keyForRecord(key), code, column ?? ""];
  return `${cells.map((cell) => copyCell(cell, false)).join("\t")}\n`;
}

/** A key too long for an index is kept as its beginning and a hash: longer than any key that is accepted, so it is none of them. */
function keyForRecord(key: string): string {
  if (characters(key) <= longestKey) return key;
  return `${[...key].slice(0, longestKey).join("")}…${hash("md5", key)}`;
}
