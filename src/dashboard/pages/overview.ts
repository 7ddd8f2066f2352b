import {measurePath, programPath} from "../addresses.ts";
import type {Catalogue, Measure} from "../catalogue.ts";
import {claimSentence, overallClaim} from "../components/claim.ts";
import {figure} from "../components/figure.ts";
import {html, type Markup} from "../components/markup.ts";
import {measureLink} from "../components/measure_link.ts";
import {measuredBeside} from "../components/measured_beside.ts";
import {resultsTable} from "../components/results_table.ts";
import {table} from "../components/table.ts";
import {codeLabel, plain, upperFirst} from "../components/words.ts";
import type {Page} from "../page.ts";
import type {ResultRow} from "../published.ts";
import {smallTrend} from "../sections/trend.ts";
import type {Tables} from "../tables.ts";

/** The overview: headline figures, every measure, the programs. It shows the figures of all programs together. */
export async function overviewPage(
  catalogue: Catalogue,
  {results, claims}: Pick<Tables, "results" | "claims">
): Promise<Page> {
  const rows = results.filter(({breakdown}) => breakdown === "all");
  const headline = catalogue.headline.flatMap((id) => catalogue.measures.filter((measure) => measure.id === id));
  const cards = await Promise.all(headline.map((measure) => card(catalogue, measure, {rows, claims})));
  const body = html`<h1>Outcomes at ${catalogue.organisation}</h1>
<p class="lead">All programs together, all time, data as of <time>${catalogue.as_of}</time>. Each figure comes with the people behind it,
its 95% interval and its counting rule. Scores show change during the episode: without a comparison group they do not say
what caused it.</p>
<section aria-labelledby="headline"><h2 id="headline">Headline figures</h2><div class="cards">${cards}</div></section>
<section aria-labelledby="measures"><h2 id="measures">All measures</h2>${domains(catalogue).map((domain) => domainTable(catalogue, domain, rows))}</section>
<section aria-labelledby="programs"><h2 id="programs">Programs</h2>${programTable(catalogue)}</section>`;
  return {title: "Overview", body};
}

async function card(
  catalogue: Catalogue,
  measure: Measure,
  {rows, claims}: {rows: ResultRow[]; claims: Tables["claims"]}
): Promise<Markup> {
  const own = rows.filter((row) => row.measure === measure.id);
  const claim = overallClaim(
    claims.filter((one) => one.measure === measure.id),
    "movement",
    "level"
  );
  const row = own.find(({period_type}) => period_type === "all");
  return html`<article class="figure-card">
<h3><a href="${measurePath(measure.id)}">${measure.label}</a></h3>
<p class="question">${measure.question}</p>
${figure(catalogue, measure, row)}
${row === undefined ? null : measuredBeside(catalogue, row, rows)}
${claimSentence(claim)}
${await smallTrend(catalogue, measure, own)}
<p class="rule"><a href="${measurePath(measure.id)}#definition">Counting rule<span class="visually-hidden"> of ${measure.label}</span></a></p>
</article>
`;
}

function domains({measures}: Catalogue): string[] {
  return [...new Set(measures.map(({domain}) => domain))];
}

function domainTable(catalogue: Catalogue, domain: string, rows: ResultRow[]): Markup {
  const inDomain = catalogue.measures.filter((measure) => measure.domain === domain);
  const all = rows.filter(({period_type}) => period_type === "all");
  const shown = inDomain.flatMap(({id}) =>
    all.filter((row) => row.measure === id).map((row) => ({label: measureLink(catalogue, id), row}))
  );
  const caption = `${upperFirst(plain(domain))}, all programs, all time`;
  if (shown.length === 0) return html`<p>${caption}: nothing counted yet.</p>`;
  return resultsTable({catalogue, caption, heading: "Measure", rows: shown});
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
