import {draw} from "../charts/draw.ts";
import {type IntervalRow, intervalRows, intervalSpec} from "../charts/interval_spec.ts";
import {chartFigure} from "../components/chart_figure.ts";
import {claimAbout, claimSentence} from "../components/claim.ts";
import {formatValue, unitCaption} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {endColumn, shown} from "../components/numbers_table.ts";
import {table} from "../components/table.ts";
import {plain, statusLabel, upperFirst} from "../components/words.ts";
import type {ResultRow, RowOf} from "../published.ts";
import {everyone, isShown, isWhole} from "../view.ts";
import type {Subject} from "./section.ts";

type CourseRow = RowOf<"natural_course">;

/** Our figure beside what scores do without the program: published groups that waited, and regression to the mean. */
export async function naturalCourse(subject: Subject): Promise<Markup | null> {
  const rows = subject.tables.natural_course;
  if (rows.length === 0 || !isWhole(subject.view)) return null;
  const drawn = rows.filter(({unit, value}) => unit === subject.measure.unit && value !== null);
  return html`${claimSentence(claimAbout(subject.tables.claims, subject.view, "natural_course"))}
<p>Scores of people who seek help move by themselves, and high scores tend to be lower when measured again. These references say by how
much; none of them is a comparison group of this organisation. The grade says how well the published people match those of a program, A
best.</p>
<div class="split">${drawn.length === 0 ? null : await chart(subject, drawn)}<div>${references(subject, rows)}</div></div>`;
}

async function chart({measure, tables}: Subject, rows: readonly CourseRow[]): Promise<Markup> {
  const own = tables.results.filter(isShown(everyone)).find((row) => row.measure === measure.id);
  const lines = [...(own === undefined || own.value === null ? [] : [ours(own)]), ...rows.map(reference)];
  const words = `${measure.label} beside references. ${lines.map(({label, detail}) => `${label}: ${detail}`).join("; ")}.`;
  return chartFigure({
    title: "How does it stand beside change without the program?",
    subtitle: `${measure.label}, all programs, all time,${unitCaption(measure.unit)}; dot and upright mark here, squares references, with 95% intervals where known`,
    wide: await draw(
      intervalSpec({unit: measure.unit, scale: "linear"}),
      intervalRows(lines, own?.value ?? null),
      words
    ),
    rows: {name: `${measure.id}/natural_course`, rows}
  });
}

function ours({value, lower, upper, unit, units}: ResultRow): IntervalRow {
  const n = units === null ? "" : `, n = ${units.toLocaleString("en-US")}`;
  return {label: "Here", detail: `${withLimits(value, lower, upper, unit)}${n}`, value, lower, upper};
}

function reference(row: CourseRow): IntervalRow {
  const {value, lower, upper, unit, weeks, grade} = row;
  const facts = [
    withLimits(value, lower, upper, unit),
    ...(weeks === null ? [] : [`${weeks} weeks`]),
    ...(grade === "" ? [] : [`grade ${grade}`])
  ];
  return {label: nameOf(row), detail: facts.join(", "), value, lower, upper, mark: "square"};
}

function withLimits(value: number | null, lower: number | null, upper: number | null, unit: string): string {
  const limits = lower === null || upper === null ? "" : ` (${shown(lower, unit)} to ${shown(upper, unit)})`;
  return `${value === null ? "not estimable" : formatValue(value, unit)}${limits}`;
}

function references({catalogue, measure}: Subject, rows: readonly CourseRow[]): Markup {
  return table({
    caption: `What is known of ${measure.label} without the program`,
    columns: [
      {heading: "Reference"},
      ...["Value", "Lower", "Upper", "Weeks"].map(endColumn),
      {heading: "Grade"},
      {heading: "People and citation"}
    ],
    kind: "compared",
    rows: rows.map((row) => [
      html`${nameOf(row)}${row.status === "published" ? null : html`<small>${statusLabel(catalogue, row.status)}</small>`}`,
      ...[row.value, row.lower, row.upper].map((number) => shown(number, row.unit)),
      row.weeks === null ? "–" : String(row.weeks),
      row.grade === "" ? "–" : row.grade,
      html`${upperFirst(row.note)}${row.citation === "" ? null : html`<small>${row.citation}</small>`}`
    ])
  });
}

/** A published reference by author and year, an expectation by what it assumes. */
function nameOf({kind, reference, citation}: CourseRow): string {
  if (kind === "regression_to_the_mean") return `Regression to the mean, ${plain(reference)}`;
  const [, authors, year] = /^(.*?) \((\d{4})\)\./.exec(citation) ?? [];
  if (authors === undefined) return upperFirst(plain(reference));
  const [first = authors, ...others] = authors.split(", ");
  return `${first.replace(/ [A-Z]+$/, "")}${others.length === 0 ? "" : " and others"} ${year}`;
}
