import type {Catalogue, Measure} from "../catalogue.ts";
import {html, type Markup} from "../components/markup.ts";
import type {Tables} from "../tables.ts";

/** What a section of a measure's page is made from. */
export interface Subject {
  readonly catalogue: Catalogue;
  readonly measure: Measure;
  readonly tables: Tables;
}

/** A section under its question; nothing where it has nothing to show. */
export function section(id: string, question: string, content: Markup | null): Markup | null {
  if (content === null) return null;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${question}</h2>
${content}</section>
`;
}
