import {stringify} from "csv-stringify/sync";

/** Rows as CSV: UTF-8, LF, RFC 4180, a header; null is an empty cell, a number the shortest text that reads back the same. */
export function toCsv(rows: readonly object[], columns: readonly string[]): string {
  return stringify(
    rows.map((row) => columns.map((column) => cellOf(row as Readonly<Record<string, unknown>>, column))),
    {header: true, columns: columns.map((key) => ({key})), record_delimiter: "unix"}
  );
}

function cellOf(row: Readonly<Record<string, unknown>>, column: string): string {
  const value = row[column];
  return value === null || value === undefined ? "" : String(value);
}
