import type {Catalogue} from "../catalogue.ts";
import {draw} from "../charts/draw.ts";
import {type IntervalRow, intervalRows, intervalSpec} from "../charts/interval_spec.ts";
import {chartFigure} from "../components/chart_figure.ts";
import {formatCount, formatNumber} from "../components/format.ts";
import {type Content, html, type Markup} from "../components/markup.ts";
import {endColumn, shown, shownCount, statusAndReason} from "../components/numbers_table.ts";
import {type Column, table} from "../components/table.ts";
import {characteristicLabel, groupLabel, statusLabel, upperFirst} from "../components/words.ts";
import type {RowOf} from "../published.ts";
import {isWhole} from "../view.ts";
import {placeName} from "./places.ts";
import type {Subject} from "./section.ts";

type AdjustedRow = RowOf<"adjusted">;

/** Programs and sites after adjustment for who was admitted: observed over expected, beside the raw share, and how good the model is. */
export async function adjusted(subject: Subject): Promise<Markup | null> {
  if (!isWhole(subject.view)) return null;
  const rows = newestAdjusted(subject);
  if (rows.length === 0) return null;
  const chart = rows.some(({ratio}) => ratio !== null) ? await ratioChart(subject, rows) : null;
  return html`<h3 id="adjusted">What is left after adjustment for who was admitted?</h3>
${howAdjusted}
<div class="split">${chart}<div>${ratioTable(subject, rows)}</div></div>
${modelWords(subject)}`;
}

export const howAdjusted = html`<p>Expected is what the model expects of the same people, from what was known of them at admission. A ratio of 1 is
as expected, above 1 is more. What a program does is never adjusted for.</p>`;

/** Rows of the newest period that was adjusted, of programs and sites; all time counts as newest. */
export function newestAdjusted({measure, tables}: Subject): AdjustedRow[] {
  const rows = tables.adjusted.filter((row) => row.measure === measure.id);
  const periods = [...new Set(rows.map(({period}) => period))].sort();
  const wanted = periods.includes("") ? "" : periods.at(-1);
  return rows.filter(({period, breakdown}) => period === wanted && ["program", "site"].includes(breakdown));
}

/** Observed over expected of each row, in their order; charts of one `domain` share their scale. */
export async function ratioChart(
  {catalogue, measure}: Subject,
  rows: readonly AdjustedRow[],
  {title = "Is it more or less than expected?", domain}: {title?: string; domain?: readonly [number, number]} = {}
): Promise<Markup> {
  const lines = rows.map((row): IntervalRow => {
    const {breakdown, group, ratio, lower, upper, raw, status} = row;
    const label = upperFirst(groupLabel(catalogue, breakdown, group));
    if (ratio === null) return {label, detail: statusLabel(catalogue, status), value: null, lower: null, upper: null};
    const detail = `${formatNumber(ratio, 2)} (${limits(lower, upper)}); raw ${shown(raw, "share")}, adjusted ${shown(row.adjusted, "share")}`;
    const words = `${label}: ${detail}${status === "published" ? "" : `; ${statusLabel(catalogue, status)}`}`;
    return {label, detail, words, value: ratio, lower, upper, mark: status === "unstable" ? "hollow" : "dot"};
  });
  const words = `${measure.label}, observed over expected: ${lines.map(({label, detail}) => `${label} ${detail}`).join("; ")}.`;
  return chartFigure({
    title,
    subtitle: `${measure.label}${periodOf(rows)}, observed over expected; dot and 95% interval on a log scale, upright mark 1, as expected`,
    wide: await draw(
      intervalSpec({unit: "ratio", scale: "log", isShared: domain !== undefined}),
      intervalRows(lines, 1, domain),
      words
    ),
    rows: {name: `${measure.id}/adjusted`, rows}
  });
}

export function ratioTable(subject: Subject, rows: readonly AdjustedRow[]): Markup {
  const columns: Column[] = [
    {heading: "Program or site"},
    {heading: "Observed over expected"},
    ...["Raw", "Adjusted", "Observed", "Expected", "n"].map(endColumn)
  ];
  return table({
    caption: `${subject.measure.label} after adjustment${periodOf(rows)}`,
    columns,
    kind: "compared",
    rows: rows.map((row) => [
      placeName(subject, row),
      ratioCell(subject, row),
      ...[row.raw, row.adjusted].map((share) => shown(share, "share")),
      ...[row.observed, row.expected].map(events),
      shownCount(row.units)
    ])
  });
}

function ratioCell({catalogue}: Subject, row: AdjustedRow): Content {
  const {ratio, lower, upper, status} = row;
  if (ratio === null) return html`<span class="words">${statusAndReason(catalogue, row)}</span>`;
  const note = status === "published" ? null : html` <span class="words">${statusLabel(catalogue, status)}</span>`;
  return html`<strong>${formatNumber(ratio, 2)}</strong> <span class="interval">${limits(lower, upper)}</span>${note}`;
}

/** Events are counted, or expected in parts. */
function events(count: number | null): string {
  if (count === null) return "–";
  return Number.isInteger(count) ? formatCount(count) : formatNumber(count, 1);
}

function limits(lower: number | null, upper: number | null): string {
  return lower === null || upper === null ? "no interval" : `${formatNumber(lower, 2)} to ${formatNumber(upper, 2)}`;
}

function periodOf([first]: readonly AdjustedRow[]): string {
  return first === undefined || first.period === "" ? ", all time" : `, ${first.period}`;
}

/** What the model adjusts for and how well it tells and hits, each number with what it would be at best. */
function modelWords(subject: Subject): Markup {
  const {catalogue, tables} = subject;
  const models = tables.models.map((model) => {
    if (model.c_statistic === null) return html`<p>There is no model: ${model.reason}.</p>`;
    const facts: [string, Content][] = [
      ["Adjusts for", covariates(catalogue, model.covariates)],
      [
        "Fitted on",
        `${model.reference_period === "all" ? "all time" : model.reference_period}: ${shownCount(model.units)} people, ${shownCount(model.events)} with the event`
      ],
      ["c-statistic", `${decimal(model.c_statistic)} (0.5 is chance, 1 tells everyone apart)`],
      ["Brier score", `${decimal(model.brier, 3)} (0 is perfect)`],
      [
        "Calibration",
        `intercept ${decimal(model.calibration_intercept)} (0 is perfect), slope ${decimal(model.calibration_slope)} (1 is perfect)`
      ],
      ...(model.status === "published" ? [] : [["Status", statusAndReason(catalogue, model)] as [string, Content]])
    ];
    return html`<dl class="definition">${facts.map(
      ([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>
`
    )}</dl>`;
  });
  return html`${models}${calibration(subject)}`;
}

function calibration({catalogue, measure, tables}: Subject): Markup | null {
  if (tables.calibration.length === 0) return null;
  return html`<details><summary>Does the model expect what happens?</summary>${table({
    caption: `Calibration of the model of ${measure.label}, by tenth of expected share`,
    columns: [
      {heading: "Tenth"},
      ...["People", "Events expected", "Events observed"].map(endColumn),
      {heading: "Status"}
    ],
    kind: "numbers",
    rows: tables.calibration.map((row) => [
      row.tenth === null ? "–" : formatCount(row.tenth),
      shownCount(row.units),
      ...[row.expected, row.observed].map(events),
      statusLabel(catalogue, row.status)
    ])
  })}</details>`;
}

function covariates(catalogue: Catalogue, names: string): string {
  return names
    .split(" ")
    .map((name) => characteristicLabel(catalogue, name))
    .join(", ");
}

function decimal(value: number | null, digits = 2): string {
  return value === null ? "not estimable" : formatNumber(value, digits);
}
