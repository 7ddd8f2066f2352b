import type {Measure} from "../catalogue.ts";
import {draw} from "../charts/draw.ts";
import {type ChartSize, narrow, wide} from "../charts/theme.ts";
import {smallTrendSpec, trendRows, trendSpec} from "../charts/trend_spec.ts";
import {chartFigure, notes} from "../components/chart_figure.ts";
import {type ClaimRow, titled} from "../components/claim.ts";
import {controlWords} from "../components/control_limits.ts";
import {eventMarks} from "../components/events.ts";
import {formatPeriod, formatValue, unitCaption} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {numbersTable} from "../components/numbers_table.ts";
import {type Pace, type Point, pointsOf} from "../components/periods.ts";
import {targetInWords, targetOf} from "../components/targets.ts";
import {missingWords, pointWords, trendWords} from "../components/trend_words.ts";
import type {ResultRow, RowOf} from "../published.ts";
import {whomInWords} from "../view.ts";
import type {Subject} from "./section.ts";

type SpcRow = RowOf<"spc">;

/** The size of a trend on a card. */
export const small: ChartSize = {width: 420, height: 110};

export interface Trend {
  /** Rows of the measure for those whom the page shows, of every period. */
  readonly rows: readonly ResultRow[];
  readonly spc: readonly SpcRow[];
  /** The published sentence to put over the chart by quarter. */
  readonly claim?: ClaimRow | undefined;
  /** Whether months stand behind the quarters; they do on the measure's own page. */
  readonly months?: boolean;
}

/** The control chart by quarter, what is missing in words and the numbers behind it; by month too, where it has been judged. */
export async function trend(subject: Subject, {rows, spc, claim, months = true}: Trend): Promise<Markup> {
  const byQuarter = await paced(subject, {rows, spc, claim}, "quarter");
  if (!months || !spc.some(({period_type}) => period_type === "month")) return byQuarter;
  const byMonth = await paced(subject, {rows, spc}, "month");
  return html`${byQuarter}
<details><summary>Show the months</summary>${byMonth}</details>`;
}

async function paced(subject: Subject, {rows, spc, claim}: Trend, pace: Pace): Promise<Markup> {
  const {catalogue, measure, view} = subject;
  const points = pointsOf(rows, pace);
  const judged = spc.filter(({period_type}) => period_type === pace).sort((a, b) => (a.period < b.period ? -1 : 1));
  const marks = eventMarks(catalogue, view, points, judged);
  const limits = new Map(judged.map((row) => [row.period, row]));
  const target = targetOf(catalogue, measure, view);
  const told = [
    ...(target === null ? [] : [targetInWords(target, measure.unit)]),
    ...controlWords(judged, measure.unit),
    ...marks.words
  ];
  const question =
    judged.length === 0 ? `How did it move from ${pace} to ${pace}?` : "Did it move more than chance lets it?";
  const {title, because} = titled(claim, question);
  const behind = html`${notes([...because, ...missingWords(catalogue, points), ...told])}${numbers(subject, points, limits)}`;
  if (!hasValues(points)) return html`<p>No ${pace} has a value to draw.</p>${behind}`;
  const chartRows = trendRows(points, {
    ...{limits, letters: marks.letters, target: target?.value ?? null},
    words: (row) => pointWords(catalogue, row, limits.get(row.period))
  });
  const name = [trendWords(measure, points, pace), ...told].join(" ");
  const drawn = (size: ChartSize) => draw(trendSpec(measure.unit, size), chartRows, name);
  return html`${chartFigure({
    title,
    subtitle: `${measure.label} by ${pace}, ${whomInWords(catalogue, view)},${unitCaption(measure.unit)}: point and 95% interval${
      judged.length === 0 ? "" : "; solid line the average, dashed lines the control limits"
    }${target === null ? "" : "; long dashes the target"}`,
    wide: await drawn(wide),
    narrow: await drawn(narrow),
    rows: {
      name: `${measure.id}/trend_by_${pace}`,
      rows: points.flatMap(({row}) => (row === null ? [] : [withLimits(row, limits)]))
    }
  })}
${behind}`;
}

/** A row of results with what the control chart says of its period. */
export function withLimits(row: ResultRow, limits: ReadonlyMap<string, SpcRow>): object {
  const {centre = null, lower_limit = null, upper_limit = null, signal = "", event = ""} = limits.get(row.period) ?? {};
  return {...row, centre, lower_limit, upper_limit, signal, event};
}

/** The same trend without axes, for a card: the first and the last value are named below it, and what is missing. */
export async function smallTrend(
  {catalogue, view}: Pick<Subject, "catalogue" | "view">,
  measure: Measure,
  rows: readonly ResultRow[]
): Promise<Markup | null> {
  const points = pointsOf(rows, "quarter");
  const drawn = points.flatMap(({row}) => (row === null || row.value === null ? [] : [row]));
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (first === undefined || last === undefined) return null;
  const target = targetOf(catalogue, measure, view);
  const marks = eventMarks(catalogue, view, points, []);
  const chartRows = trendRows(points, {
    ...{limits: new Map(), letters: marks.letters, target: target?.value ?? null},
    words: (row) => pointWords(catalogue, row)
  });
  const told = [...missingWords(catalogue, points), ...marks.words];
  return html`<figure class="trend small">${await draw(smallTrendSpec(small), chartRows, [trendWords(measure, points, "quarter"), ...told].join(" "))}
<figcaption>${[first, last].map(endWords)}</figcaption></figure>
${notes(told)}`;
}

function endWords({period, value, unit}: ResultRow): Markup {
  return html`<span>${formatPeriod(period)}: ${value === null ? null : formatValue(value, unit)}</span> `;
}

function numbers(
  {catalogue, measure, view}: Subject,
  points: readonly Point[],
  limits: ReadonlyMap<string, SpcRow>
): Markup | null {
  const rows = points.flatMap(({row}) => (row === null ? [] : [row]));
  if (rows.length === 0) return null;
  const pace = rows[0]?.period_type ?? "period";
  const caption = `${measure.label} by ${pace}, ${whomInWords(catalogue, view)}, the numbers`;
  return html`<details><summary>Show the numbers by ${pace}</summary>${numbersTable(catalogue, {caption, rows, limits})}</details>`;
}

function hasValues(points: readonly Point[]): boolean {
  return points.some(({row}) => row !== null && row.value !== null);
}
