import type {Defect} from "../defects.ts";

/** What a cell that is given may hold. */
export type Cell =
  | {readonly kind: "key"}
  | {readonly kind: "text"}
  | {readonly kind: "date"}
  | {readonly kind: "date_or_time"}
  | {readonly kind: "code"; readonly codes: readonly string[]}
  /** One or more codes, separated by ";". */
  | {readonly kind: "code_list"; readonly codes: readonly string[]}
  /** Exactly this many digits. */
  | {readonly kind: "digits"; readonly length: number}
  /** Two lower-case letters, as in ISO 639-1, or other or unknown. */
  | {readonly kind: "language"}
  | {readonly kind: "whole"; readonly from: number; readonly to: number}
  /** A year up to that of the delivery. */
  | {readonly kind: "year"; readonly from: number}
  /** Digits with or without a decimal point; bounds are whole numbers. */
  | {readonly kind: "hours"; readonly above: number; readonly to: number}
  | {readonly kind: "hours"; readonly from: number; readonly to: number}
  /** An item or the total of an instrument, judged with the row by scoreDefect. */
  | {readonly kind: "item"}
  | {readonly kind: "total"};

export interface Column {
  /** As the header of the file spells it. */
  readonly name: string;
  /** Its column in the record table. */
  readonly record: string;
  readonly required: boolean;
  readonly cell: Cell;
  /** What it holds, as a clause for whoever fills it in. */
  readonly means: string;
  /** Came to the format after rows had been hashed without it: it takes part in the hash of a row only where it is given. */
  readonly isLater: boolean;
}

/** Gives the text of a row's cell by column name; "" where it is not given. */
export type CellOf = (column: string) => string;

/** One file of the delivery format: everything that reads, judges or stores it is derived from this. */
export interface Contract {
  readonly file: string;
  /** What one row states, as a clause. */
  readonly row: string;
  /** Table in the schemas record and staging. */
  readonly table: string;
  /** In canonical order; the first is the row's key, and those that came later stand last. */
  readonly columns: readonly [Column, ...Column[]];
  /** A record column that follows from a column of the file. */
  readonly derived?: {
    readonly record: string;
    readonly of: string;
    readonly textOf: (cell: string) => string;
  };
  /** What the cells of a row have wrong together, once each of them is sound. */
  readonly rowDefect?: (cellOf: CellOf) => Defect | null;
}

/** A column that must be in the file and given in every row. */
export function required(name: string, cell: Cell, means: string): Column {
  return {name, record: name, required: true, cell, means, isLater: false};
}

/** A column that may be left out or empty. */
export function optional(name: string, cell: Cell, means: string, record = name): Column {
  return {name, record, required: false, cell, means, isLater: false};
}

/** A column that rows were hashed without before it came to the format. */
export function later(column: Column): Column {
  return {...column, isLater: true};
}

export function code(...codes: string[]): Cell {
  return {kind: "code", codes};
}

export function isDateCell({kind}: Cell): boolean {
  return kind === "date" || kind === "date_or_time";
}

/** Longest key, in characters. */
export const longestKey = 64;

/** Characters as a reader counts them, not UTF-16 units. */
export function characters(text: string): number {
  return [...text].length;
}
