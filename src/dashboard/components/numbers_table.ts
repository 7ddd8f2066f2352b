import type {Catalogue} from "../catalogue.ts";
import type {ResultRow} from "../published.ts";
import {formatCount, formatPeriod, formatValue} from "./format.ts";
import {html, type Markup} from "./markup.ts";
import {type Cell, type Column, table} from "./table.ts";
import {statusLabel} from "./words.ts";

const columns: Column[] = [
  {heading: "Period"},
  {heading: "Value", align: "end"},
  {heading: "Lower", align: "end"},
  {heading: "Upper", align: "end"},
  {heading: "Numerator", align: "end"},
  {heading: "Denominator", align: "end"},
  {heading: "n", align: "end"},
  {heading: "Status"}
];

/** Every row behind a chart, one number a cell. What a row does not have is a dash, and its status says why. */
export function numbersTable(catalogue: Catalogue, caption: string, rows: ResultRow[]): Markup {
  return table({caption, columns, kind: "numbers", rows: rows.map((row) => numberCells(catalogue, row))});
}

function numberCells(catalogue: Catalogue, row: ResultRow): Cell[] {
  const {value, lower, upper, unit, numerator, denominator, units} = row;
  const measured = [value, lower, upper].map((number) => (number === null ? none : formatValue(number, unit)));
  const counted = [numerator, denominator, units].map((number) => (number === null ? none : formatCount(number)));
  return [formatPeriod(row.period), ...measured, ...counted, statusAndReason(catalogue, row)];
}

function statusAndReason(catalogue: Catalogue, {status, reason}: ResultRow): Markup {
  const label = statusLabel(catalogue, status);
  return html`${label}${reason === "" ? null : html`<small>${reason}</small>`}`;
}

const none = "–";
