import type {Catalogue} from "../catalogue.ts";
import {html} from "../components/markup.ts";
import type {Page} from "../page.ts";
import type {QualityRow, VodimRow} from "../published.ts";
import {completeness} from "../quality/completeness.ts";
import {deliveries} from "../quality/deliveries.ts";
import {findings} from "../quality/findings.ts";
import {freshness} from "../quality/freshness.ts";
import {setAside} from "../quality/set_aside.ts";
import {codedColumns} from "../quality/vodim.ts";
import type {Release} from "../release.ts";
import {sectionList, sectionNav} from "../sections/section.ts";
import type {Tables} from "../tables.ts";

/** What the data quality page is made from. */
export interface QualityTables {
  readonly release: Release;
  readonly tables: Pick<Tables, "results" | "claims">;
  readonly quality: readonly QualityRow[];
  /** Empty in a release that has none. */
  readonly vodim: readonly VodimRow[];
}

/** The data quality page: how fresh and complete the data are, what the checks found, what was set aside, what was delivered. */
export async function qualityPage(
  catalogue: Catalogue,
  {release, tables, quality, vodim}: QualityTables
): Promise<Page> {
  const sections = [
    {id: "fresh", question: "Is the data fresh?", content: freshness(release)},
    {id: "complete", question: "How complete is it?", content: await completeness(catalogue, tables)},
    {id: "checks", question: "What did the checks find?", content: findings(quality)},
    {id: "set-aside", question: "What was set aside?", content: setAside(release)},
    {id: "coded", question: "What do coded columns hold?", content: await codedColumns(vodim)},
    {id: "deliveries", question: "What did each delivery bring?", content: deliveries(release)}
  ];
  const body = html`<h1>Data quality</h1>
<p class="lead">What is known about the data behind the figures, as of <time>${release.as_of}</time>.</p>
${sectionNav(sections)}
${sectionList(sections)}`;
  return {body};
}
