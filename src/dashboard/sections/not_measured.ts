import {draw} from "../charts/draw.ts";
import {type IntervalRow, intervalRows, intervalSpec} from "../charts/interval_spec.ts";
import {chartFigure} from "../components/chart_figure.ts";
import {type ClaimRow, claimAbout, claimSentence, titled} from "../components/claim.ts";
import {formatCount, formatValue, unitCaption} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {endColumn, shown, shownCount, statusAndReason} from "../components/numbers_table.ts";
import {table} from "../components/table.ts";
import {statusLabel} from "../components/words.ts";
import type {RowOf} from "../published.ts";
import {isShown, viewInWords} from "../view.ts";
import {reached} from "./reached.ts";
import type {Subject} from "./section.ts";

type MissingRow = RowOf<"missing">;

/** What an outcome is under each assumption about those who were not measured, and whom follow-up reached. */
export async function notMeasured(subject: Subject): Promise<Markup | null> {
  const rows = ofView(subject);
  const compared = reached(subject);
  if (rows.length === 0 && compared === null) return null;
  const claim = claimSentence(claimAbout(subject.tables.claims, subject.view, "missing"));
  return html`${claim}${rows.length === 0 ? null : await range(subject, rows, assumptions(rows))}${compared}`;
}

/** The same range under the published sentence, without what each assumption means; null where none is published. */
export async function possibleRange(subject: Subject): Promise<Markup | null> {
  const rows = ofView(subject);
  return rows.length === 0
    ? null
    : range(subject, rows, null, claimAbout(subject.tables.claims, subject.view, "missing"));
}

/** What each assumption of the rows means. */
export function assumptions(rows: readonly MissingRow[]): Markup {
  const found = [...new Set(rows.map(({assumption}) => assumption))];
  return html`<dl class="definition assumptions">${found.map(
    (assumption) => html`<dt>${wordsOf(assumption).label}</dt><dd>${wordsOf(assumption).meaning}</dd>
`
  )}</dl>`;
}

function ofView({measure, tables, view}: Subject): MissingRow[] {
  return tables.missing.filter(isShown(view)).filter((row) => row.measure === measure.id);
}

async function range(
  subject: Subject,
  rows: readonly MissingRow[],
  explained: Markup | null,
  claim?: ClaimRow
): Promise<Markup> {
  const hasValues = rows.some(({value}) => value !== null);
  const chart = hasValues ? await rangeChart(subject, rows, claim) : null;
  return html`<div class="split">${chart}<div>${numbers(subject, rows)}
${explained}</div></div>
`;
}

async function rangeChart(
  {catalogue, measure, view}: Subject,
  rows: readonly MissingRow[],
  claim: ClaimRow | undefined
): Promise<Markup> {
  const {title, because} = titled(claim, "How far could the figure move?");
  const [lowest, highest] = ["worst", "best"].map((id) => rows.find(({assumption}) => assumption === id));
  const lines = [
    ...rows.filter(({assumption}) => !["worst", "best"].includes(assumption)).map((row) => line(catalogue, row)),
    ...rangeLine(lowest, highest)
  ];
  const [{eligible, measured} = {eligible: null, measured: null}] = rows;
  const who =
    eligible === null || measured === null ? "" : `; ${formatCount(measured)} of ${formatCount(eligible)} measured`;
  const words = `${measure.label} under each assumption${who}. ${lines.map(({label, detail}) => `${label}: ${detail}`).join("; ")}.`;
  const observed = rows.find(({assumption}) => assumption === "observed")?.value ?? null;
  return chartFigure({
    title,
    below: because,
    subtitle: `${measure.label}, ${viewInWords(catalogue, view)},${unitCaption(measure.unit)}${who}; dot and 95% interval, wide bar all that is possible, upright mark those measured`,
    wide: await draw(intervalSpec({unit: measure.unit, scale: "linear"}), intervalRows(lines, observed), words),
    rows: {name: `${measure.id}/not_measured`, rows}
  });
}

function line(catalogue: Subject["catalogue"], row: MissingRow): IntervalRow {
  const {assumption, value, lower, upper, unit, status} = row;
  const {label} = wordsOf(assumption);
  if (value === null) return {label, detail: statusLabel(catalogue, status), value, lower, upper};
  const limits =
    lower === null || upper === null ? "" : ` (${formatValue(lower, unit)} to ${formatValue(upper, unit)})`;
  const mark = assumption === "observed" ? "dot" : assumption === "weighted" ? "diamond" : "square";
  return {label, detail: `${formatValue(value, unit)}${limits}`, value, lower, upper, mark};
}

function rangeLine(lowest: MissingRow | undefined, highest: MissingRow | undefined): IntervalRow[] {
  if (lowest === undefined || highest === undefined || lowest.value === null || highest.value === null) return [];
  const {unit} = lowest;
  const detail = `${formatValue(lowest.value, unit)} to ${formatValue(highest.value, unit)}`;
  return [
    {
      ...{label: "Lowest to highest possible", detail, value: null, lower: null, upper: null},
      range: [lowest.value, highest.value]
    }
  ];
}

function numbers({catalogue, measure, view}: Subject, rows: readonly MissingRow[]): Markup {
  return table({
    caption: `${measure.label} by what is assumed of those not measured, ${viewInWords(catalogue, view)}`,
    columns: [
      {heading: "Assumption"},
      ...["Value", "Lower", "Upper", "Measured", "Eligible"].map(endColumn),
      {heading: "Status"}
    ],
    kind: "compared",
    rows: rows.map((row) => [
      wordsOf(row.assumption).label,
      ...[row.value, row.lower, row.upper].map((number) => shown(number, row.unit)),
      ...[row.measured, row.eligible].map(shownCount),
      statusAndReason(catalogue, row)
    ])
  });
}

export const assumptionWords: Readonly<Record<string, {label: string; meaning: string}>> = {
  observed: {
    label: "Only those measured",
    meaning: "Those not measured are left out, as if they were like those measured."
  },
  failure: {label: "Not measured: counted as not met", meaning: "Nobody who was not measured is counted as met."},
  no_change: {label: "Not measured: no change", meaning: "Everyone who was not measured is taken not to have changed."},
  weighted: {
    label: "Weighted (diamond)",
    meaning:
      "Those measured speak also for those not measured who resemble them in attendance, severity and completion; it corrects for these and for nothing else."
  },
  worst: {
    label: "Lowest possible",
    meaning: "Every unknown outcome is taken as low as it can be. No assumption can give less."
  },
  best: {
    label: "Highest possible",
    meaning: "Every unknown outcome is taken as high as it can be. No assumption can give more."
  }
};

function wordsOf(assumption: string): {label: string; meaning: string} {
  return assumptionWords[assumption] ?? {label: assumption, meaning: ""};
}
