import {formatCount} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";

/** A count of rows as printed; one that is not told says so. */
export function rowCount(count: number | null): Markup {
  return count === null ? html`<span class="words">hidden</span>` : html`${formatCount(count)}`;
}

export const tensNote = html`<p class="note">Counts of people and of their rows are in tens, rounded up. Hidden: a small count, or one that would tell a small one.</p>`;
