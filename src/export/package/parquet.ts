import {parquetWriteBuffer} from "hyparquet-writer";
import type {Field, Table} from "../table.ts";

const types: Readonly<Record<Field["type"], "INT32" | "INT64" | "DOUBLE" | "STRING">> = {
  integer: "INT32",
  number: "DOUBLE",
  string: "STRING"
};

const largest = 2 ** 31 - 1;

/** The rows of a table as Parquet: same columns, codes and order as in its CSV. Integers that need it have 64 bits. */
export function tableParquet({fields, rows}: Table): Buffer {
  const columnData = fields.map(({name, type}, place) => {
    const values = rows.map((row) => row[place] ?? null);
    const isWide = type === "integer" && values.some((value) => Math.abs(Number(value)) > largest);
    return isWide
      ? {name, data: values.map((value) => (value === null ? null : BigInt(value))), type: "INT64" as const}
      : {name, data: values, type: types[type]};
  });
  return Buffer.from(parquetWriteBuffer({columnData: columnData.map((column) => ({...column, nullable: true}))}));
}
