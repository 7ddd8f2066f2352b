import {type Content, html, type Markup} from "../components/markup.ts";

/** A word and what it means; with an id other places can lead to it. */
export interface Term {
  readonly id?: string;
  readonly term: string;
  readonly meaning: Content;
}

/** Words with their meanings, one below the other. */
export function termList(terms: readonly Term[]): Markup {
  return html`<dl class="definition">${terms.map(
    ({id, term, meaning}) => html`<dt${id === undefined ? null : html` id="${id}"`}>${term}</dt><dd>${meaning}</dd>
`
  )}</dl>`;
}
