import {parquetWriteBuffer} from "hyparquet-writer";
import type {Result} from "./result.ts";
import {publishedColumns} from "./tables.ts";

const types: Readonly<Record<string, "INT32" | "DOUBLE" | "STRING">> = {
  units: "INT32",
  denominator: "INT32",
  numerator: "INT32",
  value: "DOUBLE",
  lower: "DOUBLE",
  upper: "DOUBLE"
};

/** The rows of results.csv as Parquet, same columns in the same order; null where a cell is empty. */
export function toParquet(results: readonly Result[]): Buffer {
  const columnData = publishedColumns.results.map((name) => ({
    name,
    data: results.map((row): string | number | null => row[name]),
    type: types[name] ?? "STRING",
    nullable: true
  }));
  return Buffer.from(parquetWriteBuffer({columnData}));
}
