import type {Changes} from "../../releases/compare_releases.ts";
import type {Move, Told} from "../../releases/move.ts";
import {apartWords} from "../../releases/words.ts";
import {changesPath} from "../addresses.ts";
import type {Catalogue} from "../catalogue.ts";
import {formatDifference, formatValue, unitName, unitSign} from "./format.ts";
import {type Content, html, type Markup} from "./markup.ts";
import {counts, intervalLimits} from "./value.ts";
import {lowerFirst, statusLabel} from "./words.ts";

/** What a headline figure was in the release before, in one line that leads to all that changed; or why there is no such figure. */
export function changeOf(changes: Changes | null, measure: string): Markup {
  if (changes === null) return line("No earlier release here to hold it against.");
  const {release, as_of} = changes.before;
  const move = changes.figures.find((one) => one.measure === measure);
  const earlier = html`<a href="${changesPath}">release ${release}</a>, data as of <time>${as_of}</time>`;
  if (move === undefined || move.before === null) return line(html`Not in ${earlier}.`);
  const {before, difference, apart, unit} = move;
  if (before.value === null) return line(html`Not told in ${earlier}.`);
  const then = `${toldWords(before)}, ${counts(before)}`;
  if (difference === null) return line(html`${then} in ${earlier}; ${apart === null ? null : apartWords[apart]}.`);
  return line(html`${differenceWords(difference, unit)} ${difference === 0 ? "as" : "than"} in ${earlier}: ${then}.`);
}

/** "0.3 percentage points more", "the same"; one that rounds to nothing is said to be smaller than what is printed. */
export function differenceWords(difference: number, unit: string): string {
  if (difference === 0) return "The same";
  const name = unit === "share" ? "percentage points" : unitName(unit);
  const direction = difference > 0 ? "more" : "less";
  const amount = formatDifference(Math.abs(difference), unit).replace("+", "");
  if (Number(amount) !== 0) return `${amount} ${name} ${direction}`;
  return `Less than ${amount.replace(/0$/, "1")} ${name} ${direction}`;
}

/** The difference of two published figures with its sign, or why there is none. */
export function differenceCell({difference, apart, unit}: Move): Content {
  if (difference === null) return html`<span class="words">${apart === null ? "none" : apartWords[apart]}</span>`;
  if (difference === 0) return "the same";
  const amount = formatDifference(difference, unit);
  if (Number(amount.replace("−", "-")) === 0) return lowerFirst(differenceWords(difference, unit));
  return unit === "share" ? html`${amount}<small>percentage points</small>` : `${amount}${unitSign(unit)}`;
}

/** A figure as one release told it: value, interval, count, and since when it stands if it is held; or the words of its status. */
export function toldCell(catalogue: Catalogue, told: Told | null): Content {
  if (told === null) return html`<span class="words">not in it</span>`;
  const n = counts(told);
  const count = n === "" ? null : html`<small>${n}</small>`;
  if (told.value === null) return html`<span class="words">${statusLabel(catalogue, told.status)}</span>${count}`;
  const note =
    told.status === "published" ? null : html` <span class="words">${statusLabel(catalogue, told.status)}</span>`;
  const limits = intervalLimits(told);
  return html`<strong>${toldWords(told)}</strong>${note}<small>${limits ?? "no interval"}</small>${count}${held(told)}`;
}

/** "48.8%", "0.84 SD". */
export function toldWords({value, unit}: Told): string {
  return value === null ? "not told" : `${formatValue(value, unit)}${unitSign(unit)}`;
}

/** A figure that stands as it was told earlier says since when. */
export function held({is_held, as_of}: Told): Markup | null {
  return is_held ? html`<small>held: stands as of <time>${as_of}</time></small>` : null;
}

function line(content: Content): Markup {
  return html`<p class="change">${content}</p>`;
}
