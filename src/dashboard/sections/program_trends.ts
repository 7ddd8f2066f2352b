import {slug} from "../addresses.ts";
import type {Program} from "../catalogue.ts";
import {draw} from "../charts/draw.ts";
import {narrow} from "../charts/theme.ts";
import {trendRows, trendSpec} from "../charts/trend_spec.ts";
import {chartFigure} from "../components/chart_figure.ts";
import {titled, trendClaim} from "../components/claim.ts";
import {signalWords} from "../components/control_limits.ts";
import {eventMarks} from "../components/events.ts";
import {unitCaption} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {numbersTable} from "../components/numbers_table.ts";
import {type Point, pointsOf} from "../components/periods.ts";
import {targetInWords, targetOf} from "../components/targets.ts";
import {missingWords, pointWords, trendWords} from "../components/trend_words.ts";
import type {ResultRow, RowOf} from "../published.ts";
import {everyone} from "../view.ts";
import type {Subject} from "./section.ts";
import {withLimits} from "./trend.ts";

type SpcRow = RowOf<"spc">;

interface Course {
  program: Program;
  points: readonly Point[];
  spc: readonly SpcRow[];
}

/** A small control chart by quarter for each program, in the catalogue's order, all on one scale; null where none has a value. */
export async function programTrends(subject: Subject): Promise<Markup | null> {
  const courses = coursesOf(subject).filter(({points}) => points.some(({row}) => (row?.value ?? null) !== null));
  const domain = domainOf(courses);
  if (domain === null) return null;
  const charts = await Promise.all(courses.map((course) => smallChart(subject, course, domain)));
  return html`<details><summary>Show each program over time, on one scale</summary><div class="charts">${charts}</div>
${courses.map((course) => numbers(subject, course))}</details>`;
}

function numbers({catalogue, measure}: Subject, {program, points, spc}: Course): Markup {
  return numbersTable(catalogue, {
    caption: `${measure.label} at ${program.name} by quarter, the numbers`,
    rows: points.flatMap(({row}) => (row === null ? [] : [row])),
    limits: new Map(spc.map((row) => [row.period, row]))
  });
}

function coursesOf({catalogue, measure, tables}: Subject): Course[] {
  const quarters = tables.results.filter(
    (row) => row.measure === measure.id && row.breakdown === "program" && row.period_type === "quarter"
  );
  // the same quarters for all, so that one stands above the other
  const periods = pointsOf(quarters, "quarter").map(({period}) => period);
  const spc = tables.spc.filter(({breakdown, period_type}) => breakdown === "program" && period_type === "quarter");
  return catalogue.programs.map((program) => {
    const own = new Map(quarters.filter(({group}) => group === program.group).map((row) => [row.period, row]));
    const points = periods.map((period): Point => ({period, row: own.get(period) ?? null}));
    return {program, points, spc: spc.filter(({group}) => group === program.group)};
  });
}

function domainOf(courses: readonly Course[]): [number, number] | null {
  const ofRow = (row: ResultRow | null) => [row?.value, row?.lower, row?.upper];
  const numbers = courses
    .flatMap(({points, spc}) => [
      ...points.flatMap(({row}) => ofRow(row)),
      ...spc.flatMap(({lower_limit, upper_limit}) => [lower_limit, upper_limit])
    ])
    .filter((number) => number !== null && number !== undefined);
  return numbers.length === 0 ? null : [Math.min(...numbers), Math.max(...numbers)];
}

async function smallChart(
  {catalogue, measure, tables}: Subject,
  {program, points, spc}: Course,
  domain: readonly [number, number]
): Promise<Markup> {
  const view = {...everyone, breakdown: "program", group: program.group};
  const claim = trendClaim(tables.claims, view);
  const {title, because} = titled(claim, `${program.name}: how did it move from quarter to quarter?`);
  const limits = new Map(spc.map((row) => [row.period, row]));
  const marks = eventMarks(catalogue, view, points, spc);
  const target = targetOf(catalogue, measure, view);
  const rows = trendRows(points, {
    ...{limits, letters: marks.letters, target: target?.value ?? null, domain},
    words: (row) => pointWords(catalogue, row, limits.get(row.period))
  });
  const told = [...(target === null ? [] : [targetInWords(target, measure.unit)]), ...signalWords(spc), ...marks.words];
  const below = [...because, ...missingWords(catalogue, points), ...told];
  const words = [`${program.name}, ${trendWords(measure, points, "quarter")}`, ...told].join(" ");
  return chartFigure({
    title,
    subtitle: `${measure.label} at ${program.name} by quarter${unitCaption(measure.unit)}: point and 95% interval${spc.length === 0 ? "" : "; solid line the average, dashed lines the control limits"}`,
    wide: await draw(trendSpec(measure.unit, {width: narrow.width, height: 200}, {isShared: true}), rows, words),
    rows: {
      name: `${measure.id}/trend_of_${slug(program.group)}`,
      rows: points.flatMap(({row}) => (row === null ? [] : [withLimits(row, limits)]))
    },
    below
  });
}
