import {draw} from "../charts/draw.ts";
import {type IntervalRow, intervalRows, intervalSpec} from "../charts/interval_spec.ts";
import {chartFigure} from "../components/chart_figure.ts";
import {comparedTable, intervalRow, withoutFigure} from "../components/compared.ts";
import {figureCard} from "../components/figure_card.ts";
import {figuresTable} from "../components/figures_table.ts";
import {formatCount, formatPeriod, unitCaption} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {measureLink} from "../components/measure_link.ts";
import {measuredBeside} from "../components/measured_beside.ts";
import {upperFirst} from "../components/words.ts";
import {instrumentOf} from "../instrument_of.ts";
import type {ResultRow} from "../published.ts";
import type {Tables} from "../tables.ts";
import type {Subject} from "./section.ts";

/** Figures of one kind for each instrument, as cards: what is in points of one instrument has no axis with another. */
export function laterCards(subjects: readonly Subject[], tables: Tables): Markup | null {
  if (subjects.length === 0) return null;
  return html`<div class="cards">${subjects.map(({catalogue, measure}) => figureCard(catalogue, measure, tables))}</div>
${byYear(subjects, tables)}`;
}

/** Figures of one kind, a line for each instrument on one scale, each with how many of those due were reached. */
export async function laterChart(
  subjects: readonly Subject[],
  tables: Tables,
  question: string
): Promise<Markup | null> {
  const [first] = subjects;
  const groups = subjects
    .flatMap(({measure}) => overall(tables, measure.id))
    .map((row) => ({row, comparison: undefined}));
  const [group] = groups;
  if (first === undefined || group === undefined) return null;
  const {catalogue, measure} = first;
  const hasReached = groups.some(({row}) => reachedOf(tables, row) !== notPublished);
  const lines = groups.flatMap((group): IntervalRow[] => {
    const line = intervalRow(catalogue, group);
    return line === null ? [] : [{...line, label: labelOf(catalogue, group.row.measure)}];
  });
  const words = `${question} ${lines.map(({label, detail}) => `${label}: ${detail}`).join("; ")}.`;
  const chart =
    lines.length === 0
      ? null
      : chartFigure({
          title: question,
          subtitle: `All programs, all time,${unitCaption(measure.unit)}; dot and 95% interval`,
          wide: await draw(intervalSpec({unit: measure.unit, scale: "linear"}), intervalRows(lines, null), words),
          rows: {name: `follow_up/${measure.id.split("_").slice(1).join("_")}`, rows: groups.map(({row}) => row)},
          below: withoutFigure(catalogue, groups, ({measure}) => labelOf(catalogue, measure))
        });
  return html`<div class="split">${chart}<div>${comparedTable(catalogue, {
    caption: `${question.replace("?", "")}, all time`,
    heading: "Measure",
    groups,
    name: (row) => measureLink(catalogue, row.measure),
    ...(hasReached ? {extra: {heading: "Reached, of those due", cell: (row) => reachedOf(tables, row)}} : {})
  })}${hasReached ? null : measuredBeside(catalogue, group.row, tables.results)}</div></div>
${byYear(subjects, tables)}`;
}

function labelOf(catalogue: Subject["catalogue"], measure: string): string {
  const instrument = instrumentOf(catalogue, measure);
  return instrument?.label ?? catalogue.measures.find(({id}) => id === measure)?.label ?? measure;
}

function overall({results}: Tables, measure: string): ResultRow[] {
  return results.filter((row) => row.measure === measure && row.breakdown === "all" && row.period_type === "all");
}

/** "116 of 219" where the release says both. */
function reachedOf({missing}: Tables, {measure}: ResultRow): string {
  const row = missing.find(
    (one) =>
      one.measure === measure && one.breakdown === "all" && one.period_type === "all" && one.assumption === "observed"
  );
  if (row === undefined || row.measured === null || row.eligible === null) return notPublished;
  return `${formatCount(row.measured)} of ${formatCount(row.eligible)}`;
}

const notPublished = "not published";

/** Where all time is hidden a year may not be, so the years stand beside it. */
function byYear(subjects: readonly Subject[], {results}: Tables): Markup | null {
  const [first] = subjects;
  const ids = new Set(subjects.map(({measure}) => measure.id));
  const rows = results.filter(
    ({measure, breakdown, period_type}) =>
      ids.has(measure) && breakdown === "all" && ["all", "year"].includes(period_type)
  );
  const periods = [...new Set(rows.map(({period}) => period))].sort();
  if (first === undefined || periods.length < 2) return null;
  return html`<details><summary>Show the years</summary>${figuresTable(first.catalogue, {
    caption: "All programs, all time and by year of discharge",
    measures: subjects.map(({measure}) => measure),
    columns: periods.map((period) => ({
      heading: upperFirst(formatPeriod(period)),
      isOf: (row: ResultRow) => row.period === period
    })),
    rows
  })}</details>`;
}
