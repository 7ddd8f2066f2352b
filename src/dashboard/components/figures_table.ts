import type {Catalogue, Measure} from "../catalogue.ts";
import type {ResultRow} from "../published.ts";
import {unitSign} from "./format.ts";
import {html, type Markup} from "./markup.ts";
import {measureLink} from "./measure_link.ts";
import {type Cell, table} from "./table.ts";
import {counts, intervalLimits, statusWords, value} from "./value.ts";

/** A column of figures: a period, or a place. */
export interface FigureColumn {
  readonly heading: string;
  readonly isOf: (row: ResultRow) => boolean;
}

/** Measures down, periods or places across; in each cell the value, its interval and the count behind it, or why there is none. */
export function figuresTable(
  catalogue: Catalogue,
  {
    caption,
    measures,
    columns,
    rows
  }: {caption: string; measures: readonly Measure[]; columns: readonly FigureColumn[]; rows: readonly ResultRow[]}
): Markup {
  const byMeasure = Map.groupBy(rows, ({measure}) => measure);
  return table({
    kind: "periods",
    caption,
    columns: [{heading: "Measure"}, ...columns.map(({heading}) => ({heading}))],
    rows: measures.map(({id}) => [
      measureLink(catalogue, id),
      ...columns.map(({isOf}) => figureCell(catalogue, byMeasure.get(id)?.find(isOf)))
    ])
  });
}

function figureCell(catalogue: Catalogue, row: ResultRow | undefined): Cell {
  if (row === undefined) return html`<span class="words">nothing counted</span>`;
  const words = statusWords(catalogue, row);
  const note = words === null ? null : html` <span class="words">${words}</span>`;
  if (row.value === null) return html`${note}${line(counts(row))}`;
  return html`<strong>${value(row)}${unitSign(row.unit)}</strong>${note}${line(intervalLimits(row) ?? "no interval")}${line(counts(row))}`;
}

function line(text: string): Markup | null {
  return text === "" ? null : html`<small>${text}</small>`;
}
