import type {Catalogue, Measure} from "../catalogue.ts";
import type {ResultRow} from "../published.ts";
import {insufficientFollowUp} from "./follow_up.ts";
import {formatPeriod, unitName} from "./format.ts";
import {html, type Markup} from "./markup.ts";
import {counts, interval, statusWords, value} from "./value.ts";
import {isSame} from "./words.ts";

/** One figure with all that belongs to it: value, unit, interval, counts, period, and the words of its status. */
export function figure(catalogue: Catalogue, measure: Measure, row: ResultRow | undefined): Markup {
  if (row === undefined) return html`<p class="figure"><span class="words">nothing counted</span></p>`;
  return html`<p class="figure" data-measure="${measure.id}">${value(row)}${unit(row)}${words(catalogue, row)}</p>
<ul class="figure-facts">${facts(row).map((fact) => html`<li>${fact}</li>`)}<li>${periodWords(row)}, data as of <time>${row.as_of}</time></li></ul>`;
}

function unit(row: ResultRow): Markup | null {
  return row.value === null || row.unit === "share" ? null : html` <span class="unit">${unitName(row.unit)}</span>`;
}

function words(catalogue: Catalogue, row: ResultRow): Markup {
  const notes = [statusWords(catalogue, row), insufficientFollowUp(row)].filter((note) => note !== null);
  return html`${notes.map((note) => html` <span class="words">${note}</span>`)}${
    row.status === "published" || row.reason === "" || notes.some((note) => isSame(note, row.reason))
      ? null
      : html` <small>${row.reason}</small>`
  }`;
}

function facts(row: ResultRow): string[] {
  const counted = counts(row);
  return [interval(row), counted === "" ? "no count shown" : counted];
}

function periodWords({period}: ResultRow): string {
  return period === "" ? "all time" : formatPeriod(period);
}
