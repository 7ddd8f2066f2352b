import type {Catalogue, Program} from "../catalogue.ts";
import {figuresTable} from "../components/figures_table.ts";
import {formatPeriod} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {latestQuarters} from "../components/periods.ts";
import {reasons} from "../components/reasons.ts";
import {codeLabel, plain, upperFirst} from "../components/words.ts";
import type {Page} from "../page.ts";
import type {ResultRow} from "../published.ts";
import type {Tables} from "../tables.ts";
import {everyone, isAbout, type View} from "../view.ts";
import {overviewView} from "./overview.ts";

/** A program's page: the five questions, then every measure for all time and the last four quarters. It compares with no other program. */
export async function programPage(
  catalogue: Catalogue,
  program: Program,
  tables: Pick<Tables, "results" | "claims">
): Promise<Page> {
  const view: View = {...everyone, breakdown: "program", group: program.group};
  const own = tables.results.filter(isAbout(view));
  const periods = ["", ...latestQuarters(own, 4)];
  const domains = [...new Set(catalogue.measures.map(({domain}) => domain))];
  const body = html`<h1>${program.name}</h1>
<p class="lead">${facts(program).join("; ")}. Scores show change during the episode: without a comparison group they do not say what
caused it. The page compares with no other program; ${html`<a href="/compare">Compare</a>`} does, and says how to read it.</p>
${await overviewView({catalogue, tables, view})}
<h2 id="all">Every measure</h2>
<p>Each cell shows the value, its 95% interval and the count behind it; each measure leads to its counting rule.</p>
${domains.map((domain) => domainSection({catalogue, program, domain, periods, own}))}
${reasons(
  catalogue,
  own.filter(({period}) => periods.includes(period))
)}`;
  return {body};
}

interface DomainSection {
  catalogue: Catalogue;
  program: Program;
  domain: string;
  periods: string[];
  own: ResultRow[];
}

function domainSection({catalogue, program, domain, periods, own}: DomainSection): Markup {
  return html`<section aria-labelledby="domain-${domain}"><h3 id="domain-${domain}">${upperFirst(plain(domain))}</h3>${figuresTable(
    catalogue,
    {
      caption: `${upperFirst(plain(domain))} at ${program.name}`,
      measures: catalogue.measures.filter((measure) => measure.domain === domain),
      columns: periods.map((period) => ({
        heading: upperFirst(formatPeriod(period)),
        isOf: (row: ResultRow) => row.period === period
      })),
      rows: own
    }
  )}</section>
`;
}

function facts({site, population, level_of_care}: Program): string[] {
  return [
    `Site: ${site ?? "not given"}`,
    `population: ${codeLabel(population)}`,
    `level of care: ${codeLabel(level_of_care)}`
  ];
}
