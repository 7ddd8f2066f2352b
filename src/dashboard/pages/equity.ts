import type {Catalogue} from "../catalogue.ts";
import {type Compared, comparedGroups, differenceWords, standsOut} from "../components/compared.ts";
import {countingRule} from "../components/counting_rule.ts";
import {figure} from "../components/figure.ts";
import {formatValue} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {measuredBeside, measuredBy} from "../components/measured_beside.ts";
import {table} from "../components/table.ts";
import {breakdownLabel, groupLabel, lowerFirst} from "../components/words.ts";
import type {Page} from "../page.ts";
import {groups} from "../sections/groups.ts";
import {type Section, type Subject, sectionsWithNav, subjectsOf} from "../sections/section.ts";
import type {Tables} from "../tables.ts";

/** What describes the care or the place, not the person. */
const notOfPeople = ["all", "program", "site", "level_of_care", "population", "modality", "discharge_reason"];

/** Equity: the headline measures by who people are, each measure on one scale, with the difference from the rest. */
export async function equityPage(catalogue: Catalogue, tables: Tables): Promise<Page> {
  const subjects = subjectsOf(catalogue, tables, catalogue.headline);
  const sections = await Promise.all(subjects.map(ofMeasure));
  const standing: Section = {
    ...{id: "standing-out", question: "Which differences are unlikely to be chance?"},
    content: subjects.length === 0 ? null : standingOut(subjects)
  };
  const body = html`<h1>Equity</h1>
<p class="question">Does care serve some people less well than others?</p>
<p class="lead">The headline measures by who people are, all programs, all time, data as of <time>${catalogue.as_of}</time>.</p>
<p class="read-first">A difference can mean that care, or what stands around it, served two groups unequally; it is where to look, not an
answer. It does not say why: groups differ in what brought them here, in the program they came to and in how many of them were measured,
and none of this is adjusted for. It says nothing of any one person. Where nothing stands out there may still be a difference, for few
people make wide intervals. Groups that are hidden are hidden to protect the few people in them, not because they do not matter; they
are named below each chart.</p>
${sectionsWithNav([standing, ...sections])}`;
  return {body};
}

function isOfPeople(breakdown: string): boolean {
  return !notOfPeople.includes(breakdown) && !breakdown.includes("+");
}

async function ofMeasure(subject: Subject): Promise<Section> {
  const {catalogue, measure, tables} = subject;
  const own = tables.results.filter((row) => row.measure === measure.id);
  const all = own.find(({breakdown, period_type}) => breakdown === "all" && period_type === "all");
  const charts = await groups(subject, {of: isOfPeople, differences: true});
  return {
    ...{id: measure.id, question: `${measure.label}: does it differ?`},
    content: html`<div class="headline"><p class="question">${measure.question}</p>
${figure(catalogue, measure, all)}${all === undefined ? null : measuredBeside(catalogue, all, tables.results)}
${countingRule(measure)}</div>
${charts ?? html`<p>Nothing is published of groups of people.</p>`}`
  };
}

/** Groups that differ from the rest by more than chance explains, among as many comparisons as were made. */
function standingOut(subjects: readonly Subject[]): Markup {
  const found = subjects.flatMap((subject) => standingGroups(subject).map((group) => ({subject, group})));
  if (found.length === 0)
    return html`<p>No published difference of a headline measure stands out between groups of people.</p>`;
  return html`<p>Among all groups compared on a measure, these differ from the rest by more than chance explains (false discovery rate 5%). They
stand in the order of the catalogue, not of size.</p>
${table({
  caption: "Groups that stand out from the rest, headline measures, all time",
  columns: [
    {heading: "Measure"},
    {heading: "Group"},
    {heading: "Group and rest"},
    {heading: "Difference and 95% interval"},
    {heading: "Measured", align: "end"}
  ],
  kind: "compared",
  rows: found.map(({subject: {catalogue, measure}, group}) => [
    html`<a href="#${measure.id}">${measure.label}</a>`,
    whoIs(catalogue, group),
    bothValues(group),
    differenceWords(group.comparison),
    share(catalogue, measure.id, group)
  ])
})}`;
}

function standingGroups({measure, tables, view}: Subject): Compared[] {
  const own = tables.results.filter((row) => row.measure === measure.id);
  const breakdowns = [...new Set(own.map(({breakdown}) => breakdown))].filter(isOfPeople);
  return breakdowns.flatMap((breakdown) => comparedGroups(own, tables.comparison, {breakdown, view})).filter(standsOut);
}

function whoIs(catalogue: Catalogue, {row: {breakdown, group}}: Compared): string {
  return `${breakdownLabel(catalogue, breakdown)}: ${lowerFirst(groupLabel(catalogue, breakdown, group))}`;
}

function bothValues({row, comparison}: Compared): string {
  const rest = comparison?.rest_value ?? null;
  return [row.value, rest].map((value) => (value === null ? "not shown" : formatValue(value, row.unit))).join(" and ");
}

function share(catalogue: Catalogue, measure: string, {comparison}: Compared): string {
  const measured = comparison?.share_measured ?? null;
  if (measured !== null) return formatValue(measured, "share");
  return measuredBy(catalogue, measure).length === 0 ? "needs no score" : "not known";
}
