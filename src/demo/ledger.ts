import {columns, type FileName, fileNames, type Row} from "./layout.ts";
import type {Statement} from "./statements.ts";

/** Where the rows of one file of one delivery end; read is the sum of the five after it. */
export interface FileCounts {
  readonly file: FileName;
  readonly read: number;
  readonly accepted: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly deleted: number;
  readonly quarantined: number;
  readonly withdrawn: number;
}

type Fate = Exclude<keyof FileCounts, "file" | "read">;

/** The current row of every key, as the deliveries so far have it. The generator knows which rows are faulty and judges none. */
export class Ledger {
  readonly #rows: ReadonlyMap<FileName, Map<string, Row>> = new Map(fileNames.map((file) => [file, new Map()]));

  rows(file: FileName): ReadonlyMap<string, Row> {
    return this.#rows.get(file) ?? new Map();
  }

  /** Takes in one file of a delivery, row by row, and counts what becomes of the rows. */
  take(file: FileName, statements: readonly Statement[], mode: "full" | "delta"): FileCounts {
    const current = this.#rows.get(file) ?? new Map<string, Row>();
    const fates = statements.map((statement) => fateOf(current, statement));
    const count = (fate: Fate) => fates.filter((one) => one === fate).length;
    return {
      file,
      read: statements.length,
      accepted: count("accepted"),
      corrected: count("corrected"),
      unchanged: count("unchanged"),
      deleted: count("deleted"),
      quarantined: count("quarantined"),
      withdrawn: mode === "full" ? withdraw(current, statements) : 0
    };
  }
}

function fateOf(current: Map<string, Row>, {file, key, row, form, plant}: Statement): Fate {
  if (plant?.kind === "defect") return "quarantined";
  const known = current.get(key);
  if (form === "delete") return current.delete(key) ? "deleted" : "unchanged";
  if (known !== undefined && columns[file].every((column) => (known[column] ?? "") === (row[column] ?? "")))
    return "unchanged";
  current.set(key, row);
  return known === undefined ? "accepted" : "corrected";
}

/** Keys that a full file leaves out; a quarantined row's key counts as given. */
function withdraw(current: Map<string, Row>, statements: readonly Statement[]): number {
  const given = new Set(statements.map(({key}) => key));
  const left = [...current.keys()].filter((key) => !given.has(key));
  for (const key of left) current.delete(key);
  return left.length;
}
