import {isShown, showPage, startOverview} from "./pages.ts";
import {saveFile} from "./save_file.ts";
import {hashOf, type Spot, spotOf} from "./spot.ts";

history.scrollRestoration = "manual";
startOverview();
document.addEventListener("click", follow);
window.addEventListener("hashchange", () => void comeBack());
window.addEventListener("pagehide", keepHeight);
void open();

/** The address that the file was opened with; the focus stays where a browser puts it. */
async function open(): Promise<void> {
  const spot = spotOf(location.hash);
  if (await showPage(spot.page)) scrollTo(spot);
}

/** Goes where a link leads: to a page, to an element of the page that is shown, or to a file, which is saved. */
function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (link === null || event.defaultPrevented) return;
  const href = link.getAttribute("href") ?? "";
  const spot = href.startsWith("#/") ? spotOf(href) : {...spotOf(location.hash), anchor: href.slice(1)};
  if (spot.page.startsWith("files/")) void saveFile(spot.page);
  else if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  else void go(spot);
  event.preventDefault();
}

async function go(spot: Spot): Promise<void> {
  keepHeight();
  if (hashOf(spot) !== location.hash) history.pushState(null, "", hashOf(spot));
  else history.replaceState(null, "");
  if (await showPage(spot.page)) arrive(spot);
}

/** Back, forward, or an address that was typed. A view of the same page leaves the reader where they are. */
async function comeBack(): Promise<void> {
  const spot = spotOf(location.hash);
  const isSamePage = isShown(spot.page) && keptHeight() === null && spot.anchor === "";
  if ((await showPage(spot.page)) && !isSamePage) arrive(spot);
}

/** Puts focus and window on what was asked for. */
function arrive(spot: Spot): void {
  const target = elementOf(spot);
  if (target !== null) {
    target.tabIndex = -1;
    target.focus({preventScroll: true});
  }
  scrollTo(spot);
}

function scrollTo(spot: Spot): void {
  const kept = keptHeight();
  if (kept !== null || spot.anchor === "") window.scrollTo(0, kept ?? 0);
  else elementOf(spot)?.scrollIntoView();
}

function elementOf({anchor}: Spot): HTMLElement | null {
  return anchor === "" ? document.querySelector("main h1") : document.getElementById(anchor);
}

/** How far a page was scrolled when it was left is kept with its step of the history. */
function keepHeight(): void {
  history.replaceState({height: scrollY}, "");
}

function keptHeight(): number | null {
  const state = history.state as {height: number} | null;
  return state === null ? null : state.height;
}
