import {programPath} from "../addresses.ts";
import type {Catalogue, Measure} from "../catalogue.ts";
import {definition} from "../components/definition.ts";
import {figure} from "../components/figure.ts";
import {ladderTable} from "../components/ladder_table.ts";
import {type Content, html, type Markup} from "../components/markup.ts";
import {measuredBeside} from "../components/measured_beside.ts";
import {resultsTable} from "../components/results_table.ts";
import {trend} from "../components/trend.ts";
import {breakdownLabel, groupLabel} from "../components/words.ts";
import {workedExamples} from "../components/worked_examples.ts";
import type {LadderRow, ResultRow} from "../published.ts";

/** A measure's page: the figure, its trend, its groups, who was left out, and the counting rule. */
export async function measurePage(
  catalogue: Catalogue,
  measure: Measure,
  {results, ladder}: {results: ResultRow[]; ladder: LadderRow[]}
): Promise<{title: string; body: Markup}> {
  const own = results.filter((row) => row.measure === measure.id);
  const everyone = own.filter(({breakdown}) => breakdown === "all");
  const all = everyone.find(({period_type}) => period_type === "all");
  const body = html`<h1>${measure.label}</h1>
<p class="question">${measure.question}</p>
<div class="headline">${figure(catalogue, measure, all)}${all === undefined ? null : measuredBeside(catalogue, all, results)}</div>
<p class="rule"><a href="#definition">Counting rule</a></p>
<section aria-labelledby="trend"><h2 id="trend">Trend by quarter</h2>${await trend(catalogue, measure, everyone)}</section>
${groupSections(catalogue, measure, own)}
<section aria-labelledby="ladder"><h2 id="ladder">Who was counted, who was left out</h2>${ladderTable(catalogue, measure, ladder)}</section>
<section aria-labelledby="definition"><h2 id="definition">Counting rule</h2>${definition(measure)}</section>
<section aria-labelledby="examples"><h2 id="examples">Worked examples</h2>${workedExamples(measure)}</section>`;
  return {title: measure.label, body};
}

function groupSections(catalogue: Catalogue, measure: Measure, own: ResultRow[]): Markup {
  const allTime = own.filter(({period_type}) => period_type === "all");
  const strata = [...new Set(allTime.map(({breakdown}) => breakdown))].filter(
    (breakdown) => !["all", "program", "site"].includes(breakdown)
  );
  const open = ["program", "site"]
    .map((id) => ({id, rows: ofBreakdown(allTime, id)}))
    .filter(({rows}) => rows.length > 0);
  return html`${open.map(
    ({id, rows}) =>
      html`<section aria-labelledby="by-${id}"><h2 id="by-${id}">By ${id}</h2>${groupTable(catalogue, measure, rows)}</section>`
  )}
<section aria-labelledby="strata"><h2 id="strata">By group</h2>${
    strata.length === 0
      ? html`<p>This measure is not broken down further.</p>`
      : strata.map((id) => stratum(catalogue, measure, ofBreakdown(allTime, id)))
  }</section>`;
}

function stratum(catalogue: Catalogue, measure: Measure, rows: ResultRow[]): Markup {
  const label = breakdownLabel(catalogue, rows[0]?.breakdown ?? "");
  return html`<details><summary>${label}</summary>${groupTable(catalogue, measure, rows)}</details>`;
}

function groupTable(catalogue: Catalogue, measure: Measure, rows: ResultRow[]): Markup {
  const heading = breakdownLabel(catalogue, rows[0]?.breakdown ?? "");
  return resultsTable({
    catalogue,
    caption: `${measure.label} by ${heading.charAt(0).toLowerCase()}${heading.slice(1)}, all time`,
    heading,
    rows: rows.map((row) => ({label: groupName(catalogue, row), row}))
  });
}

function groupName(catalogue: Catalogue, {breakdown, group}: ResultRow): Content {
  const label = groupLabel(catalogue, breakdown, group);
  const isProgram = breakdown === "program" && catalogue.programs.some((program) => program.group === group);
  return isProgram ? html`<a href="${programPath(group)}">${label}</a>` : label;
}

function ofBreakdown(rows: ResultRow[], breakdown: string): ResultRow[] {
  return rows.filter((row) => row.breakdown === breakdown);
}
