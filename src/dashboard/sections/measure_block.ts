import {trendClaim} from "../components/claim.ts";
import {comparedGroups} from "../components/compared.ts";
import {figureCard} from "../components/figure_card.ts";
import {html, type Markup} from "../components/markup.ts";
import {reasons} from "../components/reasons.ts";
import {isAbout} from "../view.ts";
import {curves} from "./curves.ts";
import {dotChart, inCatalogueOrder} from "./dot_chart.ts";
import {type PlaceKind, placeTable} from "./places.ts";
import {programTrends} from "./program_trends.ts";
import type {Subject} from "./section.ts";
import {trend} from "./trend.ts";

/** A measure at a glance: its card, the programs on one axis, the control chart of everyone and its curve; then the numbers. */
export async function measureBlock(subject: Subject): Promise<Markup> {
  const {catalogue, measure, tables, view} = subject;
  const own = tables.results.filter((row) => row.measure === measure.id);
  const kinds = ["program", "site"]
    .map((breakdown) => ({
      breakdown,
      groups: inCatalogueOrder(catalogue, comparedGroups(own, tables.comparison, {breakdown, view}))
    }))
    .filter(({groups}) => groups.length > 0);
  const run = await trend(subject, {
    rows: own.filter(isAbout(view)),
    spc: tables.spc.filter(isAbout(view)),
    claim: trendClaim(tables.claims, view),
    months: false
  });
  return html`<div class="block"><div class="split"><div>${figureCard(catalogue, measure, tables)}${await firstKind(subject, kinds)}</div>
<div>${run}${await curves(subject)}</div></div>
${await programTrends(subject)}
${numbers(subject, kinds)}</div>
`;
}

async function firstKind(subject: Subject, [kind]: readonly PlaceKind[]): Promise<Markup | null> {
  if (kind === undefined) return null;
  const {breakdown} = kind;
  const title = `How does it differ from ${breakdown} to ${breakdown}?`;
  return (await dotChart(subject, {...kind, title})) ?? html`<p class="rule">No ${breakdown} has a value to draw.</p>`;
}

function numbers(subject: Subject, kinds: readonly PlaceKind[]): Markup | null {
  if (kinds.length === 0) return null;
  return html`<details><summary>Show the numbers of programs and sites</summary>${kinds.map((kind) => placeTable(subject, kind))}
${reasons(
  subject.catalogue,
  kinds.flatMap(({groups}) => groups.map(({row}) => row))
)}</details>`;
}
