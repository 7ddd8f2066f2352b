import type {Catalogue, Measure} from "../catalogue.ts";
import {html, type Markup} from "../components/markup.ts";
import {type Tables, tablesOf} from "../tables.ts";
import {everyone, type View} from "../view.ts";

/** What a section of a measure's page is made from. */
export interface Subject {
  readonly catalogue: Catalogue;
  readonly measure: Measure;
  readonly tables: Tables;
  readonly view: View;
}

/** The subjects of the measures with these ids, in the ids' order; those that the catalogue does not have are left out. */
export function subjectsOf(
  catalogue: Catalogue,
  tables: Tables,
  ids: readonly string[],
  view: View = everyone
): Subject[] {
  const found = ids.flatMap((id) => catalogue.measures.filter((measure) => measure.id === id));
  return found.map((measure) => ({catalogue, measure, tables: tablesOf(catalogue, tables, measure), view}));
}

/** A section under its question; without content it is not there. */
export interface Section {
  readonly id: string;
  readonly question: string;
  readonly content: Markup | null;
}

/** Sections one below the other, those with something to show. */
export function sectionList(sections: readonly Section[]): Markup {
  return html`${shownOf(sections).map(
    ({id, question, content}) => html`<section aria-labelledby="${id}"><h2 id="${id}">${question}</h2>
${content}</section>
`
  )}`;
}

/** The ways to each section, and then the sections. */
export function sectionsWithNav(sections: readonly Section[]): Markup {
  return html`${sectionNav(sections)}${sectionList(sections)}`;
}

/** The ways to sections of a page, those with something to show. */
export function sectionNav(sections: readonly Section[]): Markup {
  return html`<nav class="sections" aria-label="On this page"><ul>${shownOf(sections).map(({id, question}) => html`<li><a href="#${id}">${question}</a></li>`)}</ul></nav>
`;
}

function shownOf(sections: readonly Section[]): Section[] {
  return sections.filter(({content}) => content !== null);
}
