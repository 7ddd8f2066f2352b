import {UserError} from "../../../src/errors.ts";
import type {AnonymityOptions} from "../../../src/export/anonymity/options.ts";
import {protectRows} from "../../../src/export/anonymity/protect_rows.ts";
import type {Table} from "../../../src/export/table.ts";

/** What keeps the rows from leaving. */
export function refusalOf(tables: readonly Table[], options: AnonymityOptions = {}): UserError {
  try {
    protectRows(tables, options);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("the rows left");
}
