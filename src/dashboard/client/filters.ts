import type {View} from "../view.ts";
import {searchOf, viewOf} from "./address.ts";
import {enhance} from "./enhance.ts";
import {announce} from "./live.ts";

/** Where the chosen view stands in the address, as `?program=north-iop`; nothing for what pages show anyway. */
export interface Address {
  search(): string;
  /** Makes a view the address, as a step that can be taken back. */
  change(search: string): void;
}

/** A page whose view can be chosen. */
interface Filtered {
  readonly form: HTMLFormElement;
  readonly region: HTMLElement;
  /** The view as it was written, to be had back without drawing. */
  readonly written: string;
  search: string;
  newest: number;
}

/**
 * Makes a page's filters work: what is chosen becomes the page's address, and the page is drawn again from the published rows by
 * the functions that wrote it. An address that asks for a view gives it, however it was come by: call what is returned when the
 * address has changed. Call this before `enhance`, so that what is given back can be enhanced again.
 */
export function startFilters(address: Address): () => void {
  const form = document.querySelector<HTMLFormElement>("form.filters");
  const region = document.getElementById("view");
  if (form === null || region === null) return () => undefined;
  const page = {form, region, written: region.innerHTML, search: "", newest: 0};
  const follow = () => void show(page, address.search());
  form.hidden = false;
  form.addEventListener("change", () => {
    address.change(searchOf(choicesOf(form)));
    follow();
  });
  form.addEventListener("reset", () => {
    address.change("");
    follow();
  });
  follow();
  return follow;
}

async function show(page: Filtered, search: string): Promise<void> {
  if (search === page.search) return;
  page.search = search;
  const {form, region, written} = page;
  const asked = ++page.newest;
  const view = viewOf(search, (name, value) => isOffered(form, name === "period" ? value : `${name}=${value}`));
  setChoices(form, view);
  region.setAttribute("aria-busy", "true");
  const drawn = search === "" ? written : await draw(form, view);
  // a choice that was made meanwhile goes before this one
  if (asked !== page.newest || !region.isConnected) return;
  region.innerHTML = drawn;
  region.removeAttribute("aria-busy");
  enhance(region);
  announce(region.querySelector(".shown")?.textContent ?? "");
}

async function draw(form: HTMLFormElement, view: View): Promise<string> {
  try {
    const {drawPage} = await import("./draw_page.ts");
    return await drawPage({...form.dataset}, view);
  } catch (error) {
    console.error(error);
    return '<p class="words">This choice could not be drawn: the published rows could not be read. Try again, or choose Show all.</p>';
  }
}

/** The chosen parts of the address; a select that speaks of several breakdowns says which in its value. */
function choicesOf(form: HTMLFormElement): [string, string][] {
  return [...form.querySelectorAll("select")].map(({name, value}) => {
    if (name === "period") return ["period", value];
    const at = value.indexOf("=");
    return at === -1 ? [name, ""] : [value.slice(0, at), value.slice(at + 1)];
  });
}

function setChoices(form: HTMLFormElement, {breakdown, group, period}: View): void {
  const groups = breakdown.includes("+") ? group.split("+") : [group];
  const wanted = breakdown.split("+").map((one, index) => `${one}=${groups[index]?.replaceAll("%2B", "+")}`);
  for (const select of form.querySelectorAll("select")) {
    const values = [...select.options].map(({value}) => value);
    const chosen = select.name === "period" ? period : values.find((value) => wanted.includes(value));
    select.value = chosen ?? "";
  }
}

function isOffered(form: HTMLFormElement, value: string): boolean {
  return [...form.querySelectorAll("option")].some((option) => option.value === value);
}
