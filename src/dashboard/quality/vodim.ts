import {draw} from "../charts/draw.ts";
import {vodimRows, vodimSpec} from "../charts/vodim_spec.ts";
import {chartFigure} from "../components/chart_figure.ts";
import {formatCount} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {table} from "../components/table.ts";
import {plain, upperFirst} from "../components/words.ts";
import type {VodimRow} from "../published.ts";
import {rowCount} from "./row_counts.ts";

const classes = ["valid", "other", "default", "invalid", "missing"] as const;

/** What the cells of coded columns hold, by source and file, over all time; null where the release does not say. */
export async function codedColumns(rows: readonly VodimRow[]): Promise<Markup | null> {
  const ever = rows.filter(({period_type}) => period_type === "all");
  if (ever.length === 0) return null;
  const sources = [...Map.groupBy(ever, ({source}) => source)];
  const shown = await Promise.all(
    sources.map(async ([source, own]) => {
      const content = await ofSource(source, own);
      return sources.length === 1 ? content : html`<details><summary>Show ${source}</summary>${content}</details>`;
    })
  );
  return html`<p>A cell of a coded column is <strong>valid</strong> (V), the code <strong>other</strong> (O), a <strong>default</strong> that says nothing (D: unknown or
declined), <strong>invalid</strong> (I: its row is in quarantine) or <strong>missing</strong> (M). Missing is no fault in a column that only some
rows have, such as a reason for discharge.</p>
${shown}`;
}

async function ofSource(source: string, rows: readonly VodimRow[]): Promise<Markup> {
  const files = [...Map.groupBy(rows, ({file}) => file)];
  const charts = await Promise.all(files.map(([file, own]) => chart(source, file, own)));
  return html`<div class="charts">${charts}</div>
<details><summary>Show the numbers of coded columns${` of ${source}`}</summary>${files.map(([file, own]) => numbers(source, file, own))}</details>`;
}

async function chart(source: string, file: string, all: readonly VodimRow[]): Promise<Markup | null> {
  const rows = all.filter(({checked}) => checked !== null);
  if (rows.length === 0) return null;
  const lines = rows.map((row) => `${upperFirst(plain(row.column))}: ${inWords(row)}`);
  return chartFigure({
    title: `${upperFirst(file)}: what do coded columns hold?`,
    subtitle: `${source}, all time, share of the rows checked; counts in tens, rounded up`,
    wide: await draw(vodimSpec, vodimRows(rows), `${upperFirst(file)} of ${source}, all time. ${lines.join(". ")}.`),
    rows: {name: `quality/vodim/${source}/${file}`, rows}
  });
}

/** "valid 2,310, default 40, other hidden, of 2,360": classes with no row are left out. */
export function inWords(row: VodimRow): string {
  const parts = classes
    .filter((name) => row[name] !== 0)
    .map((name) => `${name} ${row[name] === null ? "hidden" : formatCount(row[name])}`);
  return `${parts.join(", ")}, of ${row.checked === null ? "a hidden count" : formatCount(row.checked)}`;
}

function numbers(source: string, file: string, rows: readonly VodimRow[]): Markup {
  return table({
    caption: `${upperFirst(file)} of ${source}: rows by what a cell holds, all time`,
    columns: [
      {heading: "Column"},
      ...["checked", ...classes].map((name) => ({heading: upperFirst(name), align: "end" as const}))
    ],
    kind: "fates",
    rows: rows.map((row) => [
      upperFirst(plain(row.column)),
      rowCount(row.checked),
      ...classes.map((name) => rowCount(row[name]))
    ])
  });
}
