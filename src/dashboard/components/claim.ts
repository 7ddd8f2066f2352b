import type {RowOf} from "../published.ts";
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

/** The sentence of the kinds, the first that there is, about everyone over all time. */
export function overallClaim(rows: readonly ClaimRow[], ...kinds: string[]): ClaimRow | undefined {
  const everyone = rows.filter(({breakdown, period_type}) => breakdown === "all" && period_type === "all");
  return kinds.flatMap((kind) => everyone.filter((row) => row.kind === kind)).at(0);
}

/** The newest sentence about a trend of everyone, or of a group; the one by quarter, where there is one. */
export function trendClaim(
  rows: readonly ClaimRow[],
  place: {breakdown: string; group: string} = {breakdown: "all", group: ""}
): ClaimRow | undefined {
  const trends = rows.filter(
    ({kind, breakdown, group}) => kind === "trend" && breakdown === place.breakdown && group === place.group
  );
  const quarterly = trends.filter(({period_type}) => period_type === "quarter");
  return (quarterly.length === 0 ? trends : quarterly).reduce<ClaimRow | undefined>(
    (newest, row) => (newest === undefined || row.period >= newest.period ? row : newest),
    undefined
  );
}

/** Sentences that compare the groups of a breakdown with the rest, over all time. */
export function comparisonClaims(rows: readonly ClaimRow[], breakdowns: readonly string[]): ClaimRow[] {
  return rows.filter(
    ({kind, breakdown, period_type}) => kind === "comparison" && breakdowns.includes(breakdown) && period_type === "all"
  );
}

/** A chart's title: the published sentence, else the question; and what kept the sentence from being stronger, for below it. */
export function titled(row: ClaimRow | undefined, question: string): {title: string; because: string[]} {
  if (row === undefined || row.strength === "silent") return {title: question, because: []};
  return {title: row.sentence, because: row.because === "" ? [] : [`Why the title says no more: ${row.because}.`]};
}

function because({because}: ClaimRow): Markup | null {
  return because === "" ? null : html` <small>Why it says no more: ${because}.</small>`;
}
