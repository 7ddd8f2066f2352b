import {draw} from "../charts/draw.ts";
import {type IntervalRow, intervalRows, intervalSpec} from "../charts/interval_spec.ts";
import {chartFigure} from "../components/chart_figure.ts";
import {formatCount, formatValue} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {measureLink} from "../components/measure_link.ts";
import {endColumn, shown, statusAndReason} from "../components/numbers_table.ts";
import {table} from "../components/table.ts";
import {statusLabel} from "../components/words.ts";
import {instrumentOf} from "../instrument_of.ts";
import type {RowOf} from "../published.ts";
import {isShown, viewInWords} from "../view.ts";
import type {Subject} from "./section.ts";

type SuccessRow = RowOf<"success">;

export const definitions: Readonly<Record<string, {label: string; meaning: string; outcome: string}>> = {
  effect: {
    label: "Effect",
    meaning: "the score fell by 0.8 standard deviations of the scores at admission, or more",
    outcome: "effect_size"
  },
  response: {label: "Response", meaning: "the score fell to half or less", outcome: "response"},
  reliable_improvement: {
    label: "Reliable improvement",
    meaning: "the score fell by more than errors of measurement explain",
    outcome: "reliable_improvement"
  },
  remission: {label: "Remission", meaning: "the score ended below that of people who are ill", outcome: "remission"}
};

/** The definitions of success side by side, on the page of each; the one the organisation registered is said to be so. */
export async function success(subject: Subject): Promise<Markup | null> {
  const {catalogue, measure, tables, view} = subject;
  const instrument = instrumentOf(catalogue, measure.id);
  const rows = tables.success.filter(isShown(view));
  const isHere = Object.values(definitions).some(({outcome}) => outcome === instrument?.outcome);
  if (instrument === null || !isHere || rows.length === 0) return null;
  const registered = rows.find(({is_registered}) => is_registered === "yes");
  return html`<p>The same people by each definition of success: moderate or worse on the ${instrument.label} at admission, and measured again.
${
  registered === undefined
    ? "This organisation has registered none of them."
    : html`This organisation registered <strong>${labelOf(registered)}</strong>; the others show how much depends on that choice.`
}</p>
<div class="split">${await chart(subject, instrument.label, rows)}<div>${numbers(subject, {instrument: instrument.id, rows})}</div></div>`;
}

async function chart(
  {catalogue, measure, view}: Subject,
  instrument: string,
  rows: readonly SuccessRow[]
): Promise<Markup | null> {
  const lines = rows.map((row): IntervalRow => {
    const {value, lower, upper, status, is_registered} = row;
    const label = `${labelOf(row)}${is_registered === "yes" ? " ◆ registered" : ""}`;
    if (value === null) return {label, detail: statusLabel(catalogue, status), value, lower, upper};
    const detail = `${formatValue(value, "share")} (${shown(lower, "share")} to ${shown(upper, "share")}), ${counted(row)}`;
    const mark = is_registered === "yes" ? "diamond" : status === "unstable" ? "hollow" : "dot";
    const words = `${label}: ${detail}${status === "published" ? "" : `; ${statusLabel(catalogue, status)}`}`;
    return {label, detail, words, value, lower, upper, mark};
  });
  if (lines.every(({value}) => value === null)) return null;
  const words = `Success on the ${instrument} by definition. ${lines.map(({label, detail}) => `${label.replace(" ◆", ",")}: ${detail}`).join("; ")}.`;
  return chartFigure({
    title: "How many succeeded, by each definition?",
    subtitle: `${instrument}, ${viewInWords(catalogue, view)}, in percent; dot and 95% interval, diamond the registered definition`,
    wide: await draw(intervalSpec({unit: "share", scale: "linear"}), intervalRows(lines, null), words),
    rows: {name: `${measure.id}/definitions_of_success`, rows}
  });
}

function numbers(
  {catalogue, view}: Subject,
  {instrument, rows}: {instrument: string; rows: readonly SuccessRow[]}
): Markup {
  return table({
    caption: `Definitions of success, ${viewInWords(catalogue, view)}`,
    columns: [
      {heading: "Definition"},
      {heading: "Registered"},
      ...["Value", "Lower", "Upper", "Count"].map(endColumn),
      {heading: "Status"}
    ],
    kind: "compared",
    rows: rows.map((row) => [
      html`${definitionLink(catalogue, instrument, row)}<small>${definitions[row.definition]?.meaning ?? ""}</small>`,
      row.is_registered === "yes" ? html`<strong>◆ yes</strong>` : "no",
      ...[row.value, row.lower, row.upper].map((share) => shown(share, "share")),
      counted(row),
      statusAndReason(catalogue, row)
    ])
  });
}

function definitionLink(catalogue: Subject["catalogue"], instrument: string, row: SuccessRow) {
  const id = `${instrument}_${definitions[row.definition]?.outcome ?? row.definition}`;
  const isThere = catalogue.measures.some((measure) => measure.id === id);
  return isThere ? measureLink(catalogue, id, labelOf(row)) : labelOf(row);
}

function labelOf({definition}: SuccessRow): string {
  return definitions[definition]?.label ?? definition;
}

function counted({numerator, denominator}: SuccessRow): string {
  if (denominator === null) return "–";
  return numerator === null
    ? `n = ${formatCount(denominator)}`
    : `${formatCount(numerator)} of ${formatCount(denominator)}`;
}
