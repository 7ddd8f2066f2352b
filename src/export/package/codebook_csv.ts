import type {Table} from "../table.ts";
import {documentCsv} from "./document_csv.ts";
import {distinctLevels} from "./levels.ts";

const columns = [
  ...["table", "field", "position", "label", "type", "unit", "code_order", "code", "code_label"],
  ...["missing_reason", "derivation", "source", "sensitivity"]
];

/** codebook.csv: a row for each field, and for coded fields one for each code, with the labels in full. */
export function codebookCsv(tables: readonly Table[]): string {
  return documentCsv(tables.flatMap(rowsOf), columns);
}

function rowsOf({name: table, fields}: Table): object[] {
  return fields.flatMap(({name: field, levels, ordered: _, ...rest}, place) => {
    const shared = {table, field, position: place + 1, ...rest};
    if (levels === null) return [shared];
    return distinctLevels(levels).map(({code, label}, order) => ({
      ...shared,
      code_order: order + 1,
      code,
      code_label: label
    }));
  });
}
