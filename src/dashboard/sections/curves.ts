import type {Measure} from "../catalogue.ts";
import {curveRows, curveSpec} from "../charts/curve_spec.ts";
import {draw} from "../charts/draw.ts";
import {type ChartSize, narrow, wide} from "../charts/theme.ts";
import {chartFigure} from "../components/chart_figure.ts";
import {formatCount, formatValue} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {endColumn, shown, shownCount} from "../components/numbers_table.ts";
import {table} from "../components/table.ts";
import {statusLabel} from "../components/words.ts";
import type {RowOf} from "../published.ts";
import {isShown, viewInWords} from "../view.ts";
import type {Subject} from "./section.ts";

type CurveRow = RowOf<"curves">;

/** The curves of a measure of time, for those whom the view shows: drawn in steps with their band, and told at a few days. */
export async function curves(subject: Subject): Promise<Markup | null> {
  const own = subject.tables.curves.filter(isShown(subject.view));
  const kinds = [...new Set(own.map(({curve}) => curve))];
  if (kinds.length === 0) return null;
  return html`${await Promise.all(
    kinds.map((kind) =>
      one(
        subject,
        kind,
        own.filter(({curve}) => curve === kind)
      )
    )
  )}`;
}

async function one(subject: Subject, kind: string, rows: readonly CurveRow[]): Promise<Markup> {
  const {catalogue, measure, view} = subject;
  const {title, of} = curveWords[kind] ?? {title: `How does it run, ${kind}?`, of: kind};
  const steps = [...rows].sort((a, b) => (a.time ?? 0) - (b.time ?? 0));
  const behind = html`<details><summary>Show the numbers of the curve</summary>${numbers(subject, of, steps)}</details>`;
  const drawn = steps.filter(({value}) => value !== null);
  if (drawn.length === 0) return html`<p>No step of the curve has a value to draw.</p>${behind}`;
  const draws = (size: ChartSize) => draw(curveSpec(size), curveRows(steps), wordsOf(measure, of, drawn));
  return html`${chartFigure({
    title,
    subtitle: `${measure.label}: ${of}, ${viewInWords(catalogue, view)}, in percent by days; band the 95% interval`,
    below: [mergedSteps],
    wide: await draws(wide),
    narrow: await draws(narrow),
    rows: {name: `${measure.id}/curve_${kind}`, rows: steps}
  })}
${behind}`;
}

const mergedSteps =
  "Steps are on fixed days, and left out where they would give a small count away. Between two dots the curve runs somewhere in the grey box that they span.";

const curveWords: Readonly<Record<string, {title: string; of: string}>> = {
  in_program: {title: "How many are still in the program on a day after admission?", of: "share still in the program"},
  waiting: {title: "How many still wait on a day after referral?", of: "share still waiting"},
  planned_exit: {title: "How many have left as planned by a day after admission?", of: "share with a planned exit"},
  unplanned_exit: {
    title: "How many have left unplanned by a day after admission?",
    of: "share with an unplanned exit"
  }
};

function wordsOf(measure: Measure, of: string, steps: readonly CurveRow[]): string {
  const told = [0.25, 0.5, 0.75, 1].flatMap((part) => steps.slice(Math.round(part * (steps.length - 1))).slice(0, 1));
  const points = [...new Set(told)].map(({time, value}) => `day ${time}: ${shown(value, "share")}`);
  return `${measure.label}, ${of}, in ${formatCount(steps.length)} steps. ${points.join("; ")}.`;
}

function numbers({catalogue, measure}: Subject, of: string, rows: readonly CurveRow[]): Markup {
  return table({
    caption: `${measure.label}: ${of}, the numbers`,
    columns: [
      {heading: "Day"},
      ...["Value", "Lower", "Upper", "Under way", "Events"].map(endColumn),
      {heading: "Status"}
    ],
    kind: "numbers",
    rows: rows.map(({time, value, lower, upper, at_risk, events, status}) => [
      time === null ? "–" : formatValue(time, "days"),
      ...[value, lower, upper].map((share) => shown(share, "share")),
      ...[at_risk, events].map(shownCount),
      statusLabel(catalogue, status)
    ])
  });
}
