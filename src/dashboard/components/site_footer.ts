import type {Release} from "../release.ts";
import {html, type Markup} from "./markup.ts";

/** Foot of every page: whose figures, the day the data speak for, and the release that made them. */
export function siteFooter({organisation, as_of, release, synthetic}: Release): Markup {
  return html`<p>${organisation}${synthetic ? " (synthetic data)" : null}. Data as of <time>${as_of}</time>. Release <code>${release}</code>.</p>`;
}
