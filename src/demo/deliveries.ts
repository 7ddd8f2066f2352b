import {isoOf} from "./calendar.ts";
import {csvLine} from "./csv.ts";
import {type Draft, type DraftFile, headerOf} from "./drafts.ts";
import type {Statement} from "./statements.ts";

/** A folder of the deliveries: a delivery.json and CSV files, each as pieces of text in order. */
export interface DemoDelivery {
  readonly folder: string;
  readonly files: readonly DemoFile[];
}

export interface DemoFile {
  readonly name: string;
  readonly chunks: Iterable<string>;
}

/** April, August and December come without control totals. */
export function hasControlTotals({delivered_on}: Draft): boolean {
  return Number(isoOf(delivered_on).slice(5, 7)) % 4 !== 0;
}

/** A draft as the files of its folder. */
export function writeDraft(draft: Draft, source: string): DemoDelivery {
  const counts = Object.fromEntries(draft.files.map(({file, statements}) => [file, statements.length]));
  const header = {
    format: "plumbline-delivery",
    version: 1,
    source,
    delivered_on: isoOf(draft.delivered_on),
    mode: draft.mode,
    ...(draft.sequence === 0 ? {} : {sequence: draft.sequence}),
    ...(hasControlTotals(draft) ? {counts} : {})
  };
  return {
    folder: draft.folder,
    files: [
      {name: "delivery.json", chunks: [`${JSON.stringify(header, null, 2)}\n`]},
      ...draft.files.map((file) => ({name: `${file.file}.csv`, chunks: [writeFile(draft, file)]}))
    ]
  };
}

function writeFile(draft: Draft, {file, statements}: DraftFile): string {
  const header = headerOf(draft, file);
  const lines = [header, ...statements.map((statement) => cellsOf(statement, header))].map(csvLine);
  return draft.system === "before" ? `${lines.join("\n")}\n` : `\uFEFF${lines.join("\r\n")}\r\n`;
}

function cellsOf({row, form}: Statement, header: readonly string[]): string[] {
  const cells = header.map((column) => (column === "_delete" && form === "delete" ? "1" : (row[column] ?? "")));
  if (form === "short") return cells.slice(0, -1);
  return form === "long" ? [...cells, "left over"] : cells;
}
