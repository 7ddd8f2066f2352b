import type {Catalogue, Measure} from "../catalogue.ts";
import {formatNumber, formatValue} from "../components/format.ts";
import {type Content, html, type Markup} from "../components/markup.ts";
import {measuredBy} from "../components/measured_beside.ts";
import {endColumn} from "../components/numbers_table.ts";
import {type Cell, table} from "../components/table.ts";
import {characteristicLabel, groupLabel, statusLabel} from "../components/words.ts";
import type {RowOf} from "../published.ts";
import {isShown, viewInWords} from "../view.ts";
import type {Subject} from "./section.ts";

type ReachedRow = RowOf<"reached">;

/** For follow-up measures: those reached beside those not reached, with how much each difference weighs. */
export function reached(subject: Subject): Markup | null {
  const {catalogue, measure, tables, view} = subject;
  const rows = tables.reached.filter(isShown(view));
  if (!isFollowUp(catalogue, measure) || rows.length === 0) return null;
  return html`<h3 id="reached">Whom did follow-up reach?</h3>
<p>A standardised difference is the distance between those reached and those not reached, in standard deviations. Above 0.10 the two
differ; above 0.25 they differ seriously, and the figures of those reached say less about everyone.</p>
${table({
  caption: `Those reached at six months beside those not reached, ${viewInWords(catalogue, view)}`,
  columns: [
    {heading: "Characteristic"},
    ...["Reached: mean or share", "Not reached", "Standardised difference"].map(endColumn),
    {heading: "Weight"}
  ],
  kind: "compared",
  rows: rows.map((row) => [name(subject, row), ...numbers(subject, row)])
})}`;
}

/** Whether a measure is of those reached after discharge. */
export function isFollowUp(catalogue: Catalogue, {id}: Measure): boolean {
  return id.startsWith("followup_retention") || measuredBy(catalogue, id).includes("followup_retention");
}

function name({catalogue}: Subject, {characteristic, level}: ReachedRow): Content {
  const label = characteristicLabel(catalogue, characteristic);
  return level === "" ? label : `${label}: ${groupLabel(catalogue, characteristic, level)}`;
}

function numbers({catalogue}: Subject, row: ReachedRow): Cell[] {
  if (row.reached === null || row.not_reached === null)
    return [{content: html`<span class="words">${statusLabel(catalogue, row.status)}</span>`, span: 4}];
  const side = (value: number, units: number | null) =>
    html`${formatValue(value, row.unit)}${units === null ? null : html`<small>n = ${units.toLocaleString("en-US")}</small>`}`;
  return [
    side(row.reached, row.reached_units),
    side(row.not_reached, row.not_reached_units),
    row.difference === null ? "not estimable" : formatNumber(row.difference, 2),
    weightWords[row.weight] ?? row.weight
  ];
}

const weightWords: Readonly<Record<string, Markup | string>> = {
  "": "alike",
  differs: html`<strong>differs</strong>`,
  seriously: html`<strong>differs seriously</strong>`
};
