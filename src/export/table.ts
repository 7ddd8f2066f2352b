/** What a cell may hold; null is "no value", and a column beside it may say why. */
export type Value = string | number | null;

/** A code and what it stands for. */
export interface Level {
  readonly code: string | number;
  readonly label: string;
}

/** What a column tells of people: alone or together it could say who somebody is, or it says what must not be known of somebody. */
export type Sensitivity = "key" | "quasi_identifier" | "sensitive" | "none";

/** A column of an export, with everything that a reader of the codebook needs to know of it. */
export interface Field {
  /** snake_case, at most 32 characters, so that it is a name in SPSS, Stata, R and Python alike. */
  readonly name: string;
  readonly label: string;
  readonly type: "integer" | "number" | "string";
  /** The codes that occur, in order; null where values are not codes. */
  readonly levels: readonly Level[] | null;
  /** Whether a later level means more than an earlier one; where absent, the order is of display only. */
  readonly ordered?: boolean;
  /** For example "days since admission"; null where there is none. */
  readonly unit: string | null;
  /** The column that says why this one is empty; null where there is none. */
  readonly missing_reason: string | null;
  /** How it was made from what was delivered. */
  readonly derivation: string;
  /** The delivered file and column, or the measure, that it comes from. */
  readonly source: string;
  readonly sensitivity: Sensitivity;
}

/** Rows of values in the order of the fields. */
export interface Table {
  /** snake_case, the name of its files. */
  readonly name: string;
  /** What one row is, in words. */
  readonly grain: string;
  readonly fields: readonly Field[];
  /** Names of the fields that identify a row. */
  readonly primary_key: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}
