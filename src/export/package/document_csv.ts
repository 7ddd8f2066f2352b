import {toCsv} from "../../publish/csv.ts";
import {plainText} from "./plain_text.ts";

/** What makes a spreadsheet take a cell for a formula, also in the wide forms of East Asian text. */
const formula = /^[=+\-@\t\n＝＋－＠]/;

/** Whether a spreadsheet could take a text for a formula and work it out. */
export function looksLikeFormula(text: string): boolean {
  return formula.test(text);
}

/**
 * Rows of words as CSV, for people and spreadsheets: a text that a spreadsheet could take for a formula gets an
 * apostrophe in front. Numbers stay as they are. Never for data, which analyses must find unaltered.
 */
export function documentCsv(rows: readonly object[], columns: readonly string[]): string {
  const guarded = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, guard(value)]))
  );
  return toCsv(guarded, columns);
}

function guard(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const text = plainText(value);
  return looksLikeFormula(text) ? `'${text}` : text;
}
