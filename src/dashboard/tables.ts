import type {RowOf, TableName} from "./published.ts";

/** The published tables that a measure's page shows. */
export type Tables = {readonly [Name in Exclude<TableName, "quality" | "vodim">]: readonly RowOf<Name>[]};

/** A release without a row. */
export const noTables: Tables = {
  ...{results: [], ladder: [], curves: [], spc: [], funnel: [], missing: [], reached: [], comparison: []},
  ...{adjusted: [], models: [], calibration: [], success: [], natural_course: [], claims: []}
};
