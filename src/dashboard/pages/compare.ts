import type {Catalogue} from "../catalogue.ts";
import {notes} from "../components/chart_figure.ts";
import {html, type Markup} from "../components/markup.ts";
import {measuredBy} from "../components/measured_beside.ts";
import {reasons} from "../components/reasons.ts";
import {lowerFirst, plain, upperFirst} from "../components/words.ts";
import type {Page} from "../page.ts";
import {howAdjusted, newestAdjusted, ratioChart, ratioTable} from "../sections/adjusted.ts";
import {type Section, type Subject, sectionsWithNav, subjectsOf} from "../sections/section.ts";
import {type PlaceBreakdown, placeCharts, placeMatrix, placeSentences} from "../sections/side_by_side.ts";
import type {Tables} from "../tables.ts";

/** Programs side by side, then sites: every measure on one axis a piece and in one table; nobody is ranked. */
export async function comparePage(catalogue: Catalogue, tables: Tables): Promise<Page> {
  const headline = subjectsOf(catalogue, tables, catalogue.headline);
  const every = subjectsOf(
    catalogue,
    tables,
    catalogue.measures.map(({id}) => id)
  );
  const others = every.filter(({measure}) => !catalogue.headline.includes(measure.id));
  const sections: Section[] = [
    {
      ...{id: "programs", question: "Where do programs differ?"},
      content: await placesBeside(catalogue, {headline, others, breakdown: "program"})
    },
    {
      ...{id: "adjusted", question: "What is left after adjustment for who was admitted?"},
      content: await adjustedBeside(every)
    },
    {
      ...{id: "sites", question: "Where do sites differ?"},
      content: await placesBeside(catalogue, {headline, others, breakdown: "site"})
    }
  ];
  const body = html`<h1>Compare</h1>
<p class="question">How do programs and sites stand beside one another?</p>
<p class="lead">Every program and site, all time, data as of <time>${catalogue.as_of}</time>.</p>
<p class="read-first">Programs and sites stand in the order of the catalogue: they are not ranked, and no colour calls one good. They admit
different people, so a difference is a question to ask, not a verdict; the ratios below adjust for what was known at admission, and for
nothing else. Read the interval before the dot, and the share measured before both.</p>
${sectionsWithNav(sections)}`;
  return {body};
}

interface Beside {
  headline: readonly Subject[];
  others: readonly Subject[];
  breakdown: PlaceBreakdown;
}

async function placesBeside(catalogue: Catalogue, {headline, others, breakdown}: Beside): Promise<Markup | null> {
  const places = breakdown === "program" ? catalogue.programs : catalogue.sites;
  if (places.length === 0) return null;
  const domains = [...new Set(others.map(({measure}) => measure.domain))];
  const parts = domains.map(async (domain) => {
    const subjects = others.filter(({measure}) => measure.domain === domain);
    const name = upperFirst(plain(domain));
    return html`<details><summary>Show ${lowerFirst(name)}: ${subjects.length} more ${subjects.length === 1 ? "measure" : "measures"}</summary>
${placeMatrix(catalogue, {caption: `${name} by ${breakdown}, all time`, subjects, breakdown})}
${reasonsOf(catalogue, subjects, breakdown)}
${breakdown === "program" ? await placeCharts(subjects, breakdown) : null}</details>
`;
  });
  const read = withMeasured(catalogue, headline, others);
  return html`${await placeCharts(headline, breakdown)}
${placeMatrix(catalogue, {caption: `Headline measures by ${breakdown}, all time`, subjects: read, breakdown})}
${reasonsOf(catalogue, read, breakdown)}
${placeSentences(headline, breakdown)}
${await Promise.all(parts)}`;
}

/** The headline measures, and after them those that say for whom they were measured. */
function withMeasured(catalogue: Catalogue, headline: readonly Subject[], others: readonly Subject[]): Subject[] {
  const asked = headline.flatMap(({measure}) => measuredBy(catalogue, measure.id));
  const shares = others.filter(({measure}) => asked.includes(measure.id));
  return [...headline, ...shares];
}

function reasonsOf(catalogue: Catalogue, subjects: readonly Subject[], breakdown: PlaceBreakdown): Markup | null {
  return reasons(
    catalogue,
    subjects.flatMap(({measure, tables}) =>
      tables.results.filter(
        (row) => row.measure === measure.id && row.breakdown === breakdown && row.period_type === "all"
      )
    )
  );
}

/** Observed over expected of each measure that has a model, all charts on one scale. */
async function adjustedBeside(subjects: readonly Subject[]): Promise<Markup | null> {
  const found = subjects
    .map((subject) => ({subject, rows: newestAdjusted(subject)}))
    .filter(({rows}) => rows.length > 0);
  if (found.length === 0) return null;
  const bounds = found.flatMap(({rows}) => rows.flatMap(({ratio, lower, upper}) => [ratio, lower, upper]));
  const known = [1, ...bounds].filter((bound) => bound !== null && bound > 0) as number[];
  const domain = [Math.min(...known), Math.max(...known)] as const;
  const drawn = found.filter(({rows}) => rows.some(({ratio}) => ratio !== null));
  const charts = drawn.map(({subject, rows}) =>
    ratioChart(subject, rows, {title: `${subject.measure.label}: is it more or less than expected?`, domain})
  );
  const without = found.filter((one) => !drawn.includes(one)).map(({subject}) => subject.measure.label);
  return html`${howAdjusted}
<div class="charts">${await Promise.all(charts)}</div>
${notes(without.length === 0 ? [] : [`No ratio to draw; the numbers say why: ${without.join(", ")}.`])}
<details><summary>Show the numbers after adjustment</summary>${found.map(({subject, rows}) => ratioTable(subject, rows))}</details>`;
}
