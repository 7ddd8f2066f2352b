import {topics} from "../addresses.ts";
import type {Catalogue} from "../catalogue.ts";
import {html, type Markup} from "./markup.ts";

const pages = [
  {path: "/", file: "/index", name: "Overview"},
  {path: "/#measures", file: null, name: "Measures"},
  {path: "/#programs", file: null, name: "Programs"},
  ...topics.map(({path, name}) => ({path, file: path, name})),
  {path: "/quality", file: "/quality", name: "Data quality"},
  {path: "/about", file: "/about", name: "About this release"}
];

/** Top of every page: the way past it, the warning that the people are invented, the ways to the other pages. */
export function siteHeader(catalogue: Catalogue, path: string): Markup {
  return html`<a class="skip-link" href="#observablehq-main">Skip to content</a>
${catalogue.synthetic ? html`<p class="synthetic"><strong>SYNTHETIC DATA.</strong> No figure here describes a real person or program.</p>` : null}
<nav class="site" aria-label="Site"><ul>${pages.map(({path: target, file, name}) => pageLink(target, file === path, name))}</ul></nav>`;
}

function pageLink(target: string, isCurrent: boolean, name: string): Markup {
  return html`<li><a href="${target}"${isCurrent ? html` aria-current="page"` : null}>${name}</a></li>`;
}
