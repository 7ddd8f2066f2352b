import type {Catalogue} from "../catalogue.ts";
import {html, type Markup} from "../components/markup.ts";
import {measureLink} from "../components/measure_link.ts";
import {resultsTable} from "../components/results_table.ts";
import {plain, upperFirst} from "../components/words.ts";
import type {Page} from "../page.ts";
import type {ResultRow} from "../published.ts";
import {everyone, isShown} from "../view.ts";

/** Every measure of the release by domain, with its figure for everyone over all time. */
export function allMeasuresPage(catalogue: Catalogue, results: readonly ResultRow[]): Page {
  const rows = results.filter(isShown(everyone));
  const body = html`<h1>All measures</h1>
<p class="lead">Every measure of this release, all programs together, all time, data as of <time>${catalogue.as_of}</time>. Each leads to
its trend, its places and groups, who was left out, and its counting rule.</p>
${domains(catalogue).map((domain) => domainTable(catalogue, domain, rows))}`;
  return {body};
}

function domains({measures}: Catalogue): string[] {
  return [...new Set(measures.map(({domain}) => domain))];
}

function domainTable(catalogue: Catalogue, domain: string, rows: readonly ResultRow[]): Markup {
  const inDomain = catalogue.measures.filter((measure) => measure.domain === domain);
  const shown = inDomain.flatMap(({id}) =>
    rows.filter(({measure}) => measure === id).map((row) => ({label: measureLink(catalogue, id), row}))
  );
  const name = upperFirst(plain(domain));
  if (shown.length === 0) return html`<h2>${name}</h2><p>Nothing counted yet.</p>`;
  const caption = `${name}, all programs, all time`;
  return html`<h2>${name}</h2>${resultsTable({catalogue, caption, heading: "Measure", rows: shown})}`;
}
