import type {FileName, Row} from "./layout.ts";

/** A row in one of the monthly deliveries. */
export interface Statement {
  readonly file: FileName;
  readonly key: string;
  /** The delivery it comes with, counted from 0. */
  readonly month: number;
  readonly row: Row;
  /** "delete" takes the key back; "copy" repeats a row of the same delivery; "short" and "long" have a cell too few or too many. */
  readonly form?: "delete" | "copy" | "short" | "long";
  readonly plant?: Plant;
}

/** A fault of a row that Plumbline must find. */
export interface Plant {
  readonly code: string;
  /** The column that is wrong; null where the code speaks of the whole row. */
  readonly column: string | null;
  /** defect: the row is quarantined on arrival; context: it is accepted and waits. */
  readonly kind: "defect" | "context";
  /** True if a later delivery puts it right or, for a defect, is a full one that leaves its key out. */
  readonly mended: boolean;
}

/** The statements about each thing, by file and key, in the order given. */
export function byKey(statements: readonly Statement[]): Map<string, Statement[]> {
  return Map.groupBy(statements, (statement) => nameOf(statement.file, statement.key));
}

/** One text for a thing of a file. */
export function nameOf(file: FileName, key: string): string {
  return `${file}/${key}`;
}

/** Neither planted nor anything but a statement of a row. */
export function isPlain(statement: Statement): boolean {
  return statement.plant === undefined && statement.form === undefined;
}

/** A PCL-5: chosen only for faults of its own, so that all others fall on the rows they would fall on without it. */
export function isPcl5({row}: Statement): boolean {
  return row.instrument === "pcl5";
}

/** The statement marked as one that waits until its context is put right. */
export function mended(statement: Statement, code: string, column: string): Statement {
  return {...statement, plant: {code, column, kind: "context", mended: true}};
}
