import {linkTo, type MenuGroup, type SitePage, sitePages} from "../addresses.ts";
import type {Catalogue} from "../catalogue.ts";
import {html, type Markup} from "./markup.ts";

/** Top of every page: the way past it, the warning that the people are invented, the menu of the site. */
export function siteHeader(catalogue: Catalogue, path: string): Markup {
  const pages = sitePages(catalogue);
  return html`<a class="skip-link" href="#observablehq-main">Skip to content</a>
${catalogue.synthetic ? html`<p class="synthetic"><strong>SYNTHETIC DATA.</strong> No figure here describes a real person or program.</p>` : null}
<div class="menu"><p class="brand"><a href="/">${catalogue.organisation}</a></p>
<details class="menu-pages"><summary>Menu</summary><nav class="site" aria-label="Site">${groups.map(
    ({of, heading}) => html`<p class="menu-heading" id="menu-${of}">${heading}</p>
<ul aria-labelledby="menu-${of}">${pages.filter(({menu}) => menu === of).map((page) => pageLink(page, path))}</ul>`
  )}</nav></details></div>`;
}

const groups: readonly {of: MenuGroup; heading: string}[] = [
  {of: "figures", heading: "Figures"},
  {of: "programs", heading: "Programs"},
  {of: "trust", heading: "Can I trust them?"}
];

function pageLink(page: SitePage, path: string): Markup {
  return html`<li><a href="${linkTo(page)}"${page.path === path ? html` aria-current="page"` : null}>${page.title}</a></li>`;
}
