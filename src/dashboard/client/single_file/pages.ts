import {enhance} from "../enhance.ts";
import {startFilters} from "../filters.ts";
import {announce} from "../live.ts";
import {readSiteFile} from "./site_files.ts";
import {hashOf, type Spot, spotOf} from "./spot.ts";

/** What a page is called, and what stands in its main part, as it was written. */
interface Written {
  readonly title: string;
  readonly body: string;
}

const main = document.querySelector("main") as HTMLElement;
const overview: Written = {title: document.title, body: main.innerHTML};

/** The path of the page that is shown, and what shows the view that the address asks for. */
let shown = "";
let showView: () => void;
let newest = 0;

/** Makes the overview, which the document holds as it was written, into the page that is shown. */
export function startOverview(): void {
  work();
}

/** Shows the page of this path in the place of another. False where a page that was asked for later goes before it. */
export async function showPage(path: string): Promise<boolean> {
  const asked = ++newest;
  if (path !== shown) {
    const {title, body} = path === "" ? overview : await readPage(path);
    if (asked !== newest) return false;
    document.title = title;
    main.innerHTML = body;
    shown = path;
    markInMenu(path);
    work();
    announce(title);
  }
  showView();
  return true;
}

export function isShown(path: string): boolean {
  return path === shown;
}

function work(): void {
  showView = startFilters({
    search: () => searchOf(spotOf(location.hash)),
    change: (search) => history.pushState(null, "", hashOf({page: shown, search, anchor: ""}))
  });
  enhance(main);
}

/** The view that is asked for of the page that is shown; one of a page that is still to be unpacked is not its own. */
function searchOf({page, search}: Spot): string {
  return page === shown ? search : "";
}

async function readPage(path: string): Promise<Written> {
  try {
    const page = new DOMParser().parseFromString(await readSiteFile(path), "text/html");
    return {title: page.title, body: page.querySelector("main")?.innerHTML ?? ""};
  } catch {
    return unreadable;
  }
}

const unreadable: Written = {
  title: "This page could not be shown",
  body: `<div class="page"><h1>This page could not be shown</h1>
<p>This file holds one release, and the page may belong to another. A browser older than 2023 cannot unpack any page but the
overview.</p>
<p><a href="#/">To the overview</a></p></div>`
};

function markInMenu(path: string): void {
  const address = hashOf({page: path, search: "", anchor: ""});
  for (const link of document.querySelectorAll("nav.site a")) {
    if (link.getAttribute("href") === address) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.querySelector("details.menu-pages")?.removeAttribute("open");
}
