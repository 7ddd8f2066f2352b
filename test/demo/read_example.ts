import {parse} from "csv-parse/sync";
import {z} from "zod";
import type {DemoDelivery} from "../../src/demo/deliveries.ts";
import type {Example} from "../../src/demo/example.ts";

export type Cells = Readonly<Record<string, string>>;

/** A row of a delivery as a reader finds it. `width` is its number of cells. */
export interface ReadRow {
  readonly delivery: string;
  readonly file: string;
  readonly line: number;
  readonly width: number;
  readonly header: readonly string[];
  readonly cells: Cells;
}

export interface ReadDelivery {
  readonly folder: string;
  readonly delivered_on: string;
  readonly mode: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly rows: readonly ReadRow[];
}

const header = z.object({
  delivered_on: z.string(),
  mode: z.string(),
  counts: z.record(z.string(), z.number()).default({})
});

/** Reads the deliveries that are to be accepted, in the order of history. */
export function readAccepted({deliveries, answer_sheet}: Example): ReadDelivery[] {
  return answer_sheet.expected_counts.map(({delivery}) => {
    const found = deliveries.find(({folder}) => folder === delivery);
    if (found === undefined) throw new Error(`no delivery ${delivery}`);
    return readDelivery(found);
  });
}

export function textOf({files}: DemoDelivery, name: string): string {
  return [...(files.find((file) => file.name === name)?.chunks ?? [])].join("");
}

export function readDelivery(delivery: DemoDelivery): ReadDelivery {
  const said = header.parse(JSON.parse(textOf(delivery, "delivery.json")));
  const names = delivery.files.map(({name}) => name).filter((name) => name.endsWith(".csv"));
  return {folder: delivery.folder, ...said, rows: names.flatMap((name) => readFile(delivery, name))};
}

function readFile(delivery: DemoDelivery, name: string): ReadRow[] {
  const [columns = [], ...rows]: string[][] = parse(textOf(delivery, name), {bom: true, relax_column_count: true});
  return rows.map((row, index) => ({
    delivery: delivery.folder,
    file: name,
    line: index + 2,
    width: row.length,
    header: columns,
    cells: Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ""]))
  }));
}

export function keyOf({file, cells}: ReadRow): string {
  return cells[`${file.replace("s.csv", "")}_key`] ?? "";
}

/** The rows of each file that are current in the end and do not wait, by what the answer sheet says of faults. */
export function foldExample(example: Example): Map<string, Map<string, Cells>> {
  const {rows: planted} = example.answer_sheet.planted;
  const defects = new Set(planted.filter(({kind}) => kind === "defect").map(placeOf));
  const current = new Map<string, Map<string, Cells>>();
  for (const delivery of readAccepted(example)) {
    for (const [file, rows] of Map.groupBy(delivery.rows, (row) => row.file)) {
      const known = current.get(file) ?? new Map<string, Cells>();
      const given = new Set(rows.map(keyOf));
      if (delivery.mode === "full") for (const key of [...known.keys()]) if (!given.has(key)) known.delete(key);
      for (const row of rows.filter((one) => !defects.has(placeOf(one)))) {
        if (row.cells._delete === "1") known.delete(keyOf(row));
        else known.set(keyOf(row), row.cells);
      }
      current.set(file, known);
    }
  }
  const waiting = planted.filter(({kind, mended}) => kind === "context" && !mended);
  for (const {file, key} of waiting) current.get(file)?.delete(key);
  return current;
}

export function placeOf({delivery, file, line}: {delivery: string; file: string; line: number}): string {
  return `${delivery}/${file}:${line}`;
}
