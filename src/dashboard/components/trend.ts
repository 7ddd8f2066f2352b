import type {Catalogue, Measure} from "../catalogue.ts";
import type {ResultRow} from "../published.ts";
import {draw} from "./draw.ts";
import {formatPeriod, formatValue, unitName} from "./format.ts";
import {html, type Markup} from "./markup.ts";
import {numbersTable} from "./numbers_table.ts";
import {type Quarter, quarters} from "./quarters.ts";
import {type TrendSize, trendSpec} from "./trend_spec.ts";
import {missingWords, trendWords} from "./trend_words.ts";

const wide = {width: 720, height: 260, axes: true};
const narrow = {width: 330, height: 220, axes: true};
const small = {width: 300, height: 84, axes: false};

/** The trend by quarter with its interval, what is missing in words, and the numbers behind it. */
export async function trend(catalogue: Catalogue, measure: Measure, rows: ResultRow[]): Promise<Markup> {
  const series = quarters(rows);
  if (!hasValues(series))
    return html`<p>No quarter has a value to draw.</p>${trendNotes(catalogue, series)}${numbers(catalogue, measure, series)}`;
  return html`<figure class="trend">
<div class="wide">${await drawTrend(measure, series, wide)}</div>
<div class="narrow">${await drawTrend(measure, series, narrow)}</div>
<figcaption>${measure.label} by quarter${unitCaption(measure)}: point and 95% interval.</figcaption>
</figure>
${trendNotes(catalogue, series)}${numbers(catalogue, measure, series)}`;
}

/** The same trend without axes, for a card: the first and the last value are named below it, and what is missing. */
export async function smallTrend(catalogue: Catalogue, measure: Measure, rows: ResultRow[]): Promise<Markup | null> {
  const series = quarters(rows);
  const drawn = series.flatMap(({row}) => (row === null || row.value === null ? [] : [row]));
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (first === undefined || last === undefined) return null;
  return html`<figure class="trend small">${await drawTrend(measure, series, small)}
<figcaption>${[first, last].map(endWords)}</figcaption></figure>
${trendNotes(catalogue, series)}`;
}

function endWords({period, value, unit}: ResultRow): Markup {
  return html`<span>${formatPeriod(period)}: ${value === null ? null : formatValue(value, unit)}</span> `;
}

function drawTrend(measure: Measure, series: Quarter[], size: TrendSize): Promise<Markup> {
  return draw(trendSpec(series, measure.unit, size), trendWords(measure, series));
}

function trendNotes(catalogue: Catalogue, series: Quarter[]): Markup | null {
  const notes = missingWords(catalogue, series);
  return notes.length === 0 ? null : html`<ul class="reasons">${notes.map((note) => html`<li>${note}</li>`)}</ul>`;
}

function numbers(catalogue: Catalogue, measure: Measure, series: Quarter[]): Markup | null {
  const rows = series.flatMap(({row}) => (row === null ? [] : [row]));
  if (rows.length === 0) return null;
  const caption = `${measure.label} by quarter, the numbers`;
  return html`<details><summary>Show the numbers</summary>${numbersTable(catalogue, caption, rows)}</details>`;
}

function hasValues(series: Quarter[]): boolean {
  return series.some(({row}) => row !== null && row.value !== null);
}

function unitCaption(measure: Measure): string {
  return measure.unit === "share" ? "" : ` in ${unitName(measure.unit)}`;
}
