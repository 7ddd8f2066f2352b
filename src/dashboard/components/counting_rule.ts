import {measurePath} from "../addresses.ts";
import type {Measure} from "../catalogue.ts";
import {html, type Markup} from "./markup.ts";

/** The way to a measure's counting rule, by a name that tells it from others to those who hear the links one by one. */
export function countingRule({id, label}: Measure): Markup {
  return html`<p class="rule"><a href="${measurePath(id)}#definition">Counting rule<span class="visually-hidden"> of ${label}</span></a></p>`;
}
