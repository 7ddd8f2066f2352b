import type {Catalogue, Program} from "../catalogue.ts";
import {figuresTable} from "../components/figures_table.ts";
import {formatPeriod} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {latestQuarters} from "../components/periods.ts";
import {reasons} from "../components/reasons.ts";
import {codeLabel, plain, upperFirst} from "../components/words.ts";
import type {Page} from "../page.ts";
import type {ResultRow} from "../published.ts";

/** A program's page: every measure for all time and the last four quarters. It compares with no other program. */
export function programPage(catalogue: Catalogue, program: Program, results: readonly ResultRow[]): Page {
  const own = results.filter((row) => row.breakdown === "program" && row.group === program.group);
  const periods = ["", ...latestQuarters(own, 4)];
  const domains = [...new Set(catalogue.measures.map(({domain}) => domain))];
  const body = html`<h1>${program.name}</h1>
<p class="lead">${facts(program).join("; ")}. Data as of <time>${catalogue.as_of}</time>. Each cell shows the value, its 95% interval and the
count behind it; each measure leads to its counting rule. Scores show change during the episode.</p>
${domains.map((domain) => domainSection({catalogue, program, domain, periods, own}))}
${reasons(
  catalogue,
  own.filter(({period}) => periods.includes(period))
)}`;
  return {title: program.name, body};
}

interface DomainSection {
  catalogue: Catalogue;
  program: Program;
  domain: string;
  periods: string[];
  own: ResultRow[];
}

function domainSection({catalogue, program, domain, periods, own}: DomainSection): Markup {
  return html`<section aria-labelledby="domain-${domain}"><h2 id="domain-${domain}">${upperFirst(plain(domain))}</h2>${figuresTable(
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
