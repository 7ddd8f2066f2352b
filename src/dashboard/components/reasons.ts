import type {Catalogue} from "../catalogue.ts";
import type {ResultRow} from "../published.ts";
import {html, type Markup} from "./markup.ts";
import {isSame, statusLabel, upperFirst} from "./words.ts";

/** Each reason among the rows that says more than its status, once, after the status it explains. */
export function reasons(catalogue: Catalogue, rows: readonly ResultRow[]): Markup | null {
  const sentences = new Map<string, Markup>();
  for (const {status, reason} of rows) {
    if (status === "published" || reason === "" || isSame(reason, statusLabel(catalogue, status))) continue;
    sentences.set(`${status} ${reason}`, html`<em>${upperFirst(statusLabel(catalogue, status))}</em>: ${reason}`);
  }
  if (sentences.size === 0) return null;
  return html`<ul class="reasons">${[...sentences.values()].map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}
