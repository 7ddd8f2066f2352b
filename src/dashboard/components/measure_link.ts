import {measurePath} from "../addresses.ts";
import type {Catalogue} from "../catalogue.ts";
import {html, type Markup} from "./markup.ts";
import {plain} from "./words.ts";

/** A measure by name, leading to its counting rule. */
export function measureLink(catalogue: Catalogue, id: string): Markup {
  const measure = catalogue.measures.find((one) => one.id === id);
  return measure === undefined ? html`${plain(id)}` : html`<a href="${measurePath(id)}">${measure.label}</a>`;
}
