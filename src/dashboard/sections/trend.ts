import type {Catalogue, Measure} from "../catalogue.ts";
import {type ChartRow, draw} from "../charts/draw.ts";
import {type ChartSize, narrow, wide} from "../charts/theme.ts";
import {smallTrendSpec, trendRows, trendSpec} from "../charts/trend_spec.ts";
import {chartFigure, notes} from "../components/chart_figure.ts";
import {type ClaimRow, titled} from "../components/claim.ts";
import {controlWords, eventLetters} from "../components/control_limits.ts";
import {formatPeriod, formatValue, unitCaption} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {numbersTable} from "../components/numbers_table.ts";
import {type Pace, type Point, pointsOf} from "../components/periods.ts";
import {missingWords, trendWords} from "../components/trend_words.ts";
import type {ResultRow, RowOf} from "../published.ts";

const small: ChartSize = {width: 300, height: 84};

export interface Trend {
  measure: Measure;
  /** Rows of all programs together. */
  rows: readonly ResultRow[];
  spc: readonly RowOf<"spc">[];
  /** The published sentence to put over the chart by quarter. */
  claim?: ClaimRow | undefined;
  /** Whether months stand behind the quarters; they do on the measure's own page. */
  months?: boolean;
}

/** The control chart by quarter, what is missing in words and the numbers behind it; by month too, where it has been judged. */
export async function trend(catalogue: Catalogue, {measure, rows, spc, claim, months = true}: Trend): Promise<Markup> {
  const byQuarter = await paced(catalogue, {measure, rows, spc, claim}, "quarter");
  if (!months || !spc.some(({period_type}) => period_type === "month")) return byQuarter;
  const byMonth = await paced(catalogue, {measure, rows, spc}, "month");
  return html`${byQuarter}
<details><summary>Show the months</summary>${byMonth}</details>`;
}

async function paced(catalogue: Catalogue, {measure, rows, spc, claim}: Trend, pace: Pace): Promise<Markup> {
  const points = pointsOf(rows, pace);
  const judged = spc.filter(({period_type}) => period_type === pace).sort((a, b) => (a.period < b.period ? -1 : 1));
  const letters = eventLetters(judged);
  const limits = new Map(judged.map((row) => [row.period, row]));
  const control = controlWords(judged, measure.unit, letters);
  const question =
    judged.length === 0 ? `How did it move from ${pace} to ${pace}?` : "Did it move more than chance lets it?";
  const {title, because} = titled(claim, question);
  const behind = html`${notes([...because, ...missingWords(catalogue, points), ...control])}${numbers(catalogue, measure, points, limits)}`;
  if (!hasValues(points)) return html`<p>No ${pace} has a value to draw.</p>${behind}`;
  const chartRows = trendRows(points, limits, letters);
  const name = [trendWords(measure, points, pace), ...control].join(" ");
  const drawn = (size: ChartSize) => draw(trendSpec(measure.unit, size), chartRows, name);
  return html`${chartFigure({
    title,
    subtitle: `${measure.label} by ${pace}${unitCaption(measure.unit)}: point and 95% interval${
      judged.length === 0 ? "" : "; solid line the average, dashed lines the control limits"
    }`,
    wide: await drawn(wide),
    narrow: await drawn(narrow)
  })}
${behind}`;
}

/** The same trend without axes, for a card: the first and the last value are named below it, and what is missing. */
export async function smallTrend(
  catalogue: Catalogue,
  measure: Measure,
  rows: readonly ResultRow[]
): Promise<Markup | null> {
  const points = pointsOf(rows, "quarter");
  const drawn = points.flatMap(({row}) => (row === null || row.value === null ? [] : [row]));
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (first === undefined || last === undefined) return null;
  const chartRows: ChartRow[] = trendRows(points, new Map(), new Map());
  return html`<figure class="trend small">${await draw(smallTrendSpec(small), chartRows, trendWords(measure, points, "quarter"))}
<figcaption>${[first, last].map(endWords)}</figcaption></figure>
${notes(missingWords(catalogue, points))}`;
}

function endWords({period, value, unit}: ResultRow): Markup {
  return html`<span>${formatPeriod(period)}: ${value === null ? null : formatValue(value, unit)}</span> `;
}

function numbers(
  catalogue: Catalogue,
  measure: Measure,
  points: readonly Point[],
  limits: ReadonlyMap<string, RowOf<"spc">>
): Markup | null {
  const rows = points.flatMap(({row}) => (row === null ? [] : [row]));
  if (rows.length === 0) return null;
  const pace = rows[0]?.period_type ?? "period";
  const caption = `${measure.label} by ${pace}, the numbers`;
  return html`<details><summary>Show the numbers by ${pace}</summary>${numbersTable(catalogue, {caption, rows, limits})}</details>`;
}

function hasValues(points: readonly Point[]): boolean {
  return points.some(({row}) => row !== null && row.value !== null);
}
