import type {Table, Value} from "../table.ts";

/** What a value belongs to: it is the same in all rows of a person, or of an episode, or is of its row alone. */
export type Grain = "person" | "episode" | "row";

/** How values of a column are spread: only what 11 people or more make up together, rounded. */
export type Shape =
  /** A share is null where fewer than 11 people, or nobody, have the code. */
  | {readonly kind: "codes"; readonly codes: readonly {readonly code: string | number; readonly share: number | null}[]}
  /** Middle values of groups of 11 people or more in order of size, rounded to the step; none where people are fewer. */
  | {readonly kind: "numbers" | "dates"; readonly middles: readonly number[]; readonly step: number}
  /** Texts without declared codes that 11 people or more have. */
  | {readonly kind: "texts"; readonly texts: readonly string[]};

/** Where a column is known to be empty: where another one is (codes null), or has one of these codes. */
export interface Condition {
  readonly table: string;
  readonly column: string;
  readonly codes: readonly Value[] | null;
}

/** Conditions of which any will do. */
export interface Conditions {
  readonly any_of: readonly Condition[];
  /** The share of people's rows of which one holds, rounded. */
  readonly share: number;
  /** Whether the column is empty nowhere else. */
  readonly only: boolean;
}

/** How often, and where, columns are empty together. */
export interface Emptiness {
  /** The columns that are empty together. */
  readonly columns: readonly string[];
  /** 0 and 1 are never and always; all other shares are rounded. */
  readonly share: number;
  readonly grain: Grain;
  readonly where: Conditions | null;
}

export interface ColumnInputs {
  readonly name: string;
  /** What fills it: surrogate keys, numbers from 1 within a group of rows, the reason why another one is empty, or values. */
  readonly role: "person" | "episode" | "key" | "counter" | "reason" | "value";
  readonly grain: Grain;
  readonly shape: Shape | null;
  /** Whether it ascends within the rows that share all other parts of the primary key. */
  readonly ascends: boolean;
  /** Of a reason, what it says where there is a value; null where it is empty then. */
  readonly when_filled: Value;
}

export interface TableInputs {
  readonly declared: Omit<Table, "rows">;
  /** One row for each person, one for each episode, or several. */
  readonly one_row_for: Grain;
  /** Mean number of rows of an episode, or a person, in whole numbers. */
  readonly rows_each: number;
  readonly columns: readonly ColumnInputs[];
  readonly emptiness: readonly Emptiness[];
}

/** All that a twin is made from, beside its seed: what it tells can be read here. */
export interface TwinInputs {
  readonly person: string;
  readonly episode: string;
  /** Whether 11 people or more have several episodes. */
  readonly people_return: boolean;
  readonly tables: readonly TableInputs[];
}
