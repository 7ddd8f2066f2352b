import type {Catalogue} from "../catalogue.ts";
import type {ResultRow} from "../published.ts";
import {unitSign} from "./format.ts";
import {type Content, html, type Markup} from "./markup.ts";
import {reasons} from "./reasons.ts";
import {type Cell, table} from "./table.ts";
import {counts, intervalLimits, statusWords, value} from "./value.ts";

/** A table of figures: who, the value with its interval, the counts behind it; withheld figures in words, with the reasons below. */
export function resultsTable({
  catalogue,
  caption,
  heading,
  rows
}: {
  catalogue: Catalogue;
  caption: string;
  heading: string;
  rows: {label: Content; row: ResultRow}[];
}): Markup {
  const columns = [{heading}, {heading: "Value and 95% interval"}, {heading: "Count", align: "end" as const}];
  return html`${table({caption, columns, kind: "results", rows: rows.map(({label, row}) => [label, ...figureCells(catalogue, row)])})}
${reasons(
  catalogue,
  rows.map(({row}) => row)
)}`;
}

function figureCells(catalogue: Catalogue, row: ResultRow): Cell[] {
  const words = statusWords(catalogue, row);
  if (row.value === null) return [{content: wordsAndCounts(words, row), span: 2}];
  const limits = intervalLimits(row) ?? "no interval";
  const shown = html`<strong data-measure="${row.measure}">${value(row)}${unitSign(row.unit)}</strong> <span class="interval">${limits}</span>`;
  return [words === null ? shown : html`${shown} <span class="words">${words}</span>`, counts(row)];
}

function wordsAndCounts(words: string | null, row: ResultRow): Markup {
  const n = counts(row);
  return html`<span class="words">${words}${n === "" ? null : ` (${n})`}</span>`;
}
