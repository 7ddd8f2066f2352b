import type {RowOf} from "../published.ts";
import {isAbout, isDuring, isShown, type View} from "../view.ts";
import {html, type Markup} from "./markup.ts";

export type ClaimRow = RowOf<"claims">;

/** A published sentence, and what kept it from being stronger; nothing where none was published. The page writes none. */
export function claimSentence(row: ClaimRow | undefined): Markup | null {
  if (row === undefined) return null;
  return html`<p class="claim" data-claim="${row.kind}" data-strength="${row.strength}">${row.sentence}${because(row)}</p>
`;
}

/** Several sentences as a list; nothing where there are none. */
export function claimList(rows: readonly ClaimRow[]): Markup | null {
  if (rows.length === 0) return null;
  return html`<ul class="claims">${rows.map(
    (row) => html`<li data-claim="${row.kind}" data-strength="${row.strength}">${row.sentence}${because(row)}</li>`
  )}</ul>
`;
}

/** The sentence of the kinds, the first that there is, about what the view shows. */
export function claimAbout(rows: readonly ClaimRow[], view: View, ...kinds: string[]): ClaimRow | undefined {
  const own = rows.filter(isShown(view));
  return kinds.flatMap((kind) => own.filter((row) => row.kind === kind)).at(0);
}

/** The newest sentence about a trend of those whom the view shows; the one by quarter, where there is one. */
export function trendClaim(rows: readonly ClaimRow[], view: View): ClaimRow | undefined {
  const trends = rows.filter(isAbout(view)).filter(({kind}) => kind === "trend");
  const quarterly = trends.filter(({period_type}) => period_type === "quarter");
  return (quarterly.length === 0 ? trends : quarterly).reduce<ClaimRow | undefined>(
    (newest, row) => (newest === undefined || row.period >= newest.period ? row : newest),
    undefined
  );
}

/** Sentences that compare the groups of a breakdown with the rest, in the view's period. */
export function comparisonClaims(rows: readonly ClaimRow[], view: View, breakdowns: readonly string[]): ClaimRow[] {
  return rows
    .filter(isDuring(view))
    .filter(({kind, breakdown}) => kind === "comparison" && breakdowns.includes(breakdown));
}

/** A chart's title: the published sentence, else the question; and what kept the sentence from being stronger, for below it. */
export function titled(row: ClaimRow | undefined, question: string): {title: string; because: string[]} {
  if (row === undefined || row.strength === "silent") return {title: question, because: []};
  return {title: row.sentence, because: row.because === "" ? [] : [`Why the title says no more: ${row.because}.`]};
}

function because({because}: ClaimRow): Markup | null {
  return because === "" ? null : html` <small>Why it says no more: ${because}.</small>`;
}
