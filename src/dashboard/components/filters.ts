import type {Catalogue} from "../catalogue.ts";
import type {ResultRow} from "../published.ts";
import {type View, viewInWords} from "../view.ts";
import {formatPeriod} from "./format.ts";
import {html, type Markup} from "./markup.ts";
import {breakdownLabel, groupLabel, upperFirst} from "./words.ts";

/** What a page offers to choose among: only what is published for its figures. */
export interface FilterOptions {
  /** Which function draws the page again, with what. */
  readonly page: "measure" | "overview";
  readonly measure?: string;
  /** Names of the published tables that it needs for that, as `givenName` gives them. */
  readonly files: readonly string[];
  /** Rows of what may be chosen: of all time for people, of everyone for periods. */
  readonly rows: readonly ResultRow[];
}

/**
 * The filters of a page. They are hidden until the browser can act on them: without JavaScript a page shows everyone and all
 * time, and says so. Each choice becomes a part of the address, named by its breakdown.
 */
export function filters(catalogue: Catalogue, {page, measure, files, rows}: FilterOptions): Markup {
  const places = ["program", "site"].map((breakdown) => groupOptions(catalogue, rows, breakdown));
  const people = peopleBreakdowns(rows).map((breakdown) => groupOptions(catalogue, rows, breakdown));
  return html`<form class="filters" aria-label="What this page shows" data-page="${page}"${measure === undefined ? null : html` data-measure="${measure}"`} data-files="${files.join(" ")}" hidden>
${select("place", "Program or site", "All programs", places)}
${select("people", "Group of people", "Everyone", people)}
${select("period", "Period", "All time", periodOptions(rows))}
<button type="reset">Show all</button>
</form>`;
}

/** What the page shows, in words, on screen and on paper. */
export function shownWords(catalogue: Catalogue, view: View): Markup {
  return html`<p class="shown">Shown: <strong>${viewInWords(catalogue, view)}</strong>. Data as of <time>${catalogue.as_of}</time>.</p>`;
}

function select(name: string, label: string, all: string, groups: readonly (Markup | null)[]): Markup | null {
  const filled = groups.filter((group) => group !== null);
  if (filled.length === 0) return null;
  return html`<label>${label} <select name="${name}"><option value="">${all}</option>${filled}</select></label>`;
}

/** The groups of a breakdown that have a figure of their own over all time. */
function groupOptions(catalogue: Catalogue, rows: readonly ResultRow[], breakdown: string): Markup | null {
  const groups = new Set(
    rows.filter((row) => row.breakdown === breakdown && row.period === "" && row.value !== null).map(({group}) => group)
  );
  if (groups.size === 0) return null;
  return html`<optgroup label="${breakdownLabel(catalogue, breakdown)}">${[...groups].map(
    (group) =>
      html`<option value="${breakdown}=${group}">${upperFirst(groupLabel(catalogue, breakdown, group))}</option>`
  )}</optgroup>`;
}

function peopleBreakdowns(rows: readonly ResultRow[]): string[] {
  const breakdowns = new Set(rows.map(({breakdown}) => breakdown));
  return [...breakdowns].filter((one) => !["all", "program", "site"].includes(one) && !one.includes("+"));
}

/** Years and quarters, the newest first; months are in the charts. */
function periodOptions(rows: readonly ResultRow[]): (Markup | null)[] {
  return (["year", "quarter"] as const).map((type) => {
    const own = rows.filter((row) => row.breakdown === "all" && row.period_type === type && row.value !== null);
    const periods = [...new Set(own.map(({period}) => period))].sort().reverse();
    if (periods.length === 0) return null;
    return html`<optgroup label="${type === "year" ? "Years" : "Quarters"}">${periods.map(
      (period) => html`<option value="${period}">${formatPeriod(period)}</option>`
    )}</optgroup>`;
  });
}
