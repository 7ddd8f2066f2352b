import type {Catalogue} from "../catalogue.ts";
import {type Compared, comparedGroups, standingClaims} from "../components/compared.ts";
import {countingRule} from "../components/counting_rule.ts";
import {type FigureColumn, figuresTable} from "../components/figures_table.ts";
import {html, type Markup} from "../components/markup.ts";
import {groupLabel} from "../components/words.ts";
import type {ResultRow} from "../published.ts";
import {dotChart, inCatalogueOrder, overallValue, sharedDomain} from "./dot_chart.ts";
import type {Subject} from "./section.ts";

export type PlaceBreakdown = "program" | "site";

/** A chart for each measure, a line for each place, in the catalogue's order; programs and sites of a measure share its scale. */
export async function placeCharts(subjects: readonly Subject[], breakdown: PlaceBreakdown): Promise<Markup | null> {
  const charts = await Promise.all(subjects.map((subject) => placeChart(subject, breakdown)));
  const drawn = charts.filter((chart) => chart !== null);
  return drawn.length === 0 ? null : html`<div class="charts">${drawn}</div>`;
}

async function placeChart(subject: Subject, breakdown: PlaceBreakdown): Promise<Markup | null> {
  const {catalogue, measure} = subject;
  const both = [...placesOf(subject, "program"), ...placesOf(subject, "site")];
  const groups = inCatalogueOrder(catalogue, placesOf(subject, breakdown));
  return dotChart(subject, {
    ...{breakdown, groups, differences: true, sentences: false, title: measure.question},
    domain: sharedDomain(both, overallValue(subject)),
    after: countingRule(measure)
  });
}

function placesOf({measure, tables, view}: Subject, breakdown: PlaceBreakdown): Compared[] {
  const own = tables.results.filter((row) => row.measure === measure.id);
  return comparedGroups(own, tables.comparison, {breakdown, view});
}

/** The published sentences about the places that stand out, measure by measure. */
export function placeSentences(subjects: readonly Subject[], breakdown: PlaceBreakdown): Markup | null {
  const lists = subjects.flatMap((subject) => {
    const list = standingClaims(
      subject.tables.claims,
      subject.view,
      inCatalogueOrder(subject.catalogue, placesOf(subject, breakdown))
    );
    return list === null ? [] : [list];
  });
  if (lists.length === 0) return null;
  return html`<details><summary>Show what is published about those that stand out</summary>${lists}</details>`;
}

/** So many places fit beside their measure on paper; more go to a further table. */
const placesAcross = 4;

/** Measures down, places across, everyone first; as many tables as the places need to be read without cutting. */
export function placeMatrix(
  catalogue: Catalogue,
  {caption, subjects, breakdown}: {caption: string; subjects: readonly Subject[]; breakdown: PlaceBreakdown}
): Markup {
  const everyone = columnOf("All programs", "all", "");
  const places = (breakdown === "program" ? catalogue.programs : catalogue.sites).map(({group}) =>
    columnOf(groupLabel(catalogue, breakdown, group), breakdown, group)
  );
  const tables = chunks(places, placesAcross);
  const rows = subjects.flatMap(({measure, tables}) => tables.results.filter((row) => row.measure === measure.id));
  return html`${tables.map((columns, index) =>
    figuresTable(catalogue, {
      caption: tables.length === 1 ? caption : `${caption}, table ${index + 1} of ${tables.length}`,
      measures: subjects.map(({measure}) => measure),
      columns: [everyone, ...columns],
      rows
    })
  )}`;
}

function columnOf(heading: string, breakdown: string, group: string): FigureColumn {
  const isOf = (row: ResultRow) => row.breakdown === breakdown && row.group === group && row.period_type === "all";
  return {heading, isOf};
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({length: Math.ceil(items.length / size)}, (_, index) =>
    items.slice(index * size, (index + 1) * size)
  );
}
