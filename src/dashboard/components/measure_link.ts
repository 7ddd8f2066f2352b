import {measurePath} from "../addresses.ts";
import type {Catalogue} from "../catalogue.ts";
import {html, type Markup} from "./markup.ts";
import {plain} from "./words.ts";

/** A measure by name, or by the words given, leading to its counting rule. */
export function measureLink(catalogue: Catalogue, id: string, words?: string): Markup {
  const measure = catalogue.measures.find((one) => one.id === id);
  return measure === undefined
    ? html`${words ?? plain(id)}`
    : html`<a href="${measurePath(id)}">${words ?? measure.label}</a>`;
}
