import {measurePath, programPath} from "../addresses.ts";
import type {Catalogue, Measure} from "../catalogue.ts";
import {claimAbout, claimSentence} from "../components/claim.ts";
import {countingRule} from "../components/counting_rule.ts";
import {figure} from "../components/figure.ts";
import {filters, shownWords} from "../components/filters.ts";
import {type AttachedFile, html, type Markup} from "../components/markup.ts";
import {measureLink} from "../components/measure_link.ts";
import {measuredBeside, measuredBy} from "../components/measured_beside.ts";
import {resultsTable} from "../components/results_table.ts";
import {table} from "../components/table.ts";
import {targetInWords, targetOf} from "../components/targets.ts";
import {codeLabel} from "../components/words.ts";
import {givenName} from "../given_names.ts";
import type {Page} from "../page.ts";
import {type Question, questions} from "../questions.ts";
import {smallTrend} from "../sections/trend.ts";
import type {Tables} from "../tables.ts";
import {everyone, isAbout, isShown, type View, viewInWords} from "../view.ts";

/** What the overview is made from, in the browser too. */
export interface OverviewSubject {
  readonly catalogue: Catalogue;
  readonly tables: Pick<Tables, "results" | "claims">;
  readonly view: View;
  /** What each figure was in the release before, as a line; only everyone's over all time are held against it. */
  readonly changeOf?: (measure: string) => Markup;
}

/** The overview: the five questions, each with its answer, and the programs. What it shows can be chosen. */
export async function overviewPage(
  catalogue: Catalogue,
  {
    tables,
    files,
    changeOf
  }: Pick<OverviewSubject, "tables" | "changeOf"> & {files: ReadonlyMap<string, readonly AttachedFile[]>}
): Promise<Page> {
  const asked = asks(catalogue);
  const rows = tables.results.filter(({measure}) => asked[0]?.measures.includes(measure));
  const body = html`<h1>Outcomes at ${catalogue.organisation}</h1>
<p class="lead">Five questions that a quality committee asks. Each figure comes with the people behind it, its 95% interval and its
counting rule. Scores show change during the episode: without a comparison group they do not say what caused it.</p>
${filters(catalogue, {page: "overview", files: neededFiles(catalogue, files), rows})}
<div id="view">${await overviewView({catalogue, tables, view: everyone, ...(changeOf === undefined ? {} : {changeOf})})}</div>
<section aria-labelledby="programs"><h2 id="programs">Programs</h2>${programTable(catalogue)}</section>`;
  return {body};
}

/** The five questions for one view. */
export async function overviewView(subject: OverviewSubject): Promise<Markup> {
  const cards = await Promise.all(asks(subject.catalogue).map((question) => card(subject, question)));
  return html`${shownWords(subject.catalogue, subject.view)}
<div class="questions">${cards}</div>`;
}

/** The questions that the release can answer, each with the measures that it has. */
function asks({measures}: Catalogue): Question[] {
  return questions
    .map((question) => ({
      ...question,
      measures: question.measures.filter((id) => measures.some((one) => one.id === id))
    }))
    .filter((question) => question.measures.length > 0);
}

/** The tables that the browser reads to answer for others than everyone. */
function neededFiles(catalogue: Catalogue, files: ReadonlyMap<string, readonly AttachedFile[]>): string[] {
  const shown = asks(catalogue).flatMap(({measures}) => measures);
  const wanted = new Set([...shown, ...shown.flatMap((id) => measuredBy(catalogue, id))]);
  return [...wanted]
    .flatMap((id) => (files.get(id) ?? []).map(givenName))
    .filter((name) => /\/(results|claims)$/.test(name));
}

async function card(subject: OverviewSubject, {id, question, measures}: Question): Promise<Markup> {
  const {catalogue, tables, view, changeOf} = subject;
  const [first, ...others] = measures.flatMap((one) => catalogue.measures.filter((measure) => measure.id === one));
  if (first === undefined) return html``;
  const own = tables.results.filter((row) => row.measure === first.id).filter(isAbout(view));
  const row = own.find(isShown(view));
  const claim = claimAbout(
    tables.claims.filter(({measure}) => measure === first.id),
    view,
    "target",
    "movement",
    "level"
  );
  return html`<article class="question-card" aria-labelledby="question-${id}">
<header><h2 id="question-${id}">${question}</h2>${claimSentence(claim)}</header>
<div class="answer"><p class="of"><a href="${measurePath(first.id)}">${first.label}</a></p>
${figure(catalogue, first, row)}
${row === undefined ? null : measuredBeside(catalogue, row, tables.results)}
${targetLine(subject, first)}
${changeOf === undefined ? null : changeOf(first.id)}
${countingRule(first)}</div>
<div class="beside">${(await smallTrend(subject, first, own)) ?? html`<p class="rule">No quarter has a value to draw.</p>`}
${beside(subject, question, others)}</div>
</article>
`;
}

function targetLine({catalogue, view}: OverviewSubject, measure: Measure): Markup {
  const target = targetOf(catalogue, measure, view);
  return html`<p class="target">${target === null ? "No target is set." : targetInWords(target, measure.unit)}</p>`;
}

/** What else answers the question: figures of their own, smaller. */
function beside(
  {catalogue, tables, view}: OverviewSubject,
  question: string,
  measures: readonly Measure[]
): Markup | null {
  const shown = tables.results.filter(isShown(view));
  const rows = measures.flatMap(({id}) =>
    shown.filter(({measure}) => measure === id).map((row) => ({label: measureLink(catalogue, id), row}))
  );
  if (rows.length === 0) return null;
  const caption = `${question.replace("?", "")}: beside it, ${viewInWords(catalogue, view)}`;
  return resultsTable({catalogue, caption, heading: "Measure", rows});
}

function programTable({programs}: Catalogue): Markup {
  return table({
    caption: "Programs in this release",
    columns: [{heading: "Program"}, {heading: "Site"}, {heading: "Population"}, {heading: "Level of care"}],
    rows: programs.map(({group, name, site, population, level_of_care}) => [
      html`<a href="${programPath(group)}">${name}</a>`,
      ...[site ?? "not given", codeLabel(population), codeLabel(level_of_care)]
    ])
  });
}
