import {toCsv} from "../../publish/csv.ts";
import type {Table, Value} from "../table.ts";

/** A value as it stands in CSV: nothing for no value, and for a number the shortest text that reads back the same. */
export function cellOf(value: Value): string {
  if (value === null) return "";
  return typeof value === "number" ? String(value).replace("e", "E") : value;
}

/** The rows of a table as CSV, as they are: no cell is altered for the sake of spreadsheets. */
export function tableCsv({fields, rows}: Table): string {
  const names = fields.map(({name}) => name);
  return toCsv(
    rows.map((row) => Object.fromEntries(names.map((name, place) => [name, cellOf(row[place] ?? null)]))),
    names
  );
}
