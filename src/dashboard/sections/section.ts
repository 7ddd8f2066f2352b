import type {Catalogue, Measure} from "../catalogue.ts";
import {html, type Markup} from "../components/markup.ts";
import {type Tables, tablesOf} from "../tables.ts";

/** What a section of a measure's page is made from. */
export interface Subject {
  readonly catalogue: Catalogue;
  readonly measure: Measure;
  readonly tables: Tables;
}

/** The subjects of the measures with these ids, in the ids' order; those that the catalogue does not have are left out. */
export function subjectsOf(catalogue: Catalogue, tables: Tables, ids: readonly string[]): Subject[] {
  const found = ids.flatMap((id) => catalogue.measures.filter((measure) => measure.id === id));
  return found.map((measure) => ({catalogue, measure, tables: tablesOf(catalogue, tables, measure)}));
}

/** A section under its question; without content it is not there. */
export interface Section {
  readonly id: string;
  readonly question: string;
  readonly content: Markup | null;
}

/** Sections one below the other, those with something to show, and before them the ways to each. */
export function sectionsWithNav(sections: readonly Section[]): Markup {
  const shown = sections.filter(({content}) => content !== null);
  return html`<nav class="sections" aria-label="On this page"><ul>${shown.map(({id, question}) => html`<li><a href="#${id}">${question}</a></li>`)}</ul></nav>
${shown.map(
  ({id, question, content}) => html`<section aria-labelledby="${id}"><h2 id="${id}">${question}</h2>
${content}</section>
`
)}`;
}
