import {html, type Markup} from "../components/markup.ts";
import {table} from "../components/table.ts";
import type {Release} from "../release.ts";

/** How far each source reaches, and which are late. */
export function freshness(release: Release): Markup {
  const {freshness: sources, as_of} = release;
  if (sources.length === 0) return html`<p>This release does not say how far its sources reach.</p>`;
  return html`<p class="answer-line">${inWords(release)}</p>
${table({
  caption: "Newest delivery of each source",
  columns: [
    {heading: "Source"},
    {heading: "Delivered on"},
    {heading: `Days behind ${as_of}`, align: "end"},
    {heading: "State"}
  ],
  rows: sources.map(({source, delivered_on, days_behind, status}) => [
    source,
    html`<time>${delivered_on}</time>`,
    String(days_behind),
    status === "late" ? html`<strong>late</strong>` : "fresh"
  ])
})}`;
}

function inWords({freshness: sources, as_of, settings}: Release): Markup {
  const limit = settings.late_source_days;
  const late = sources.filter(({status}) => status === "late").map(({source}) => source);
  const within = typeof limit === "number" ? `within ${limit} days of` : "close enough to";
  if (late.length === 0)
    return html`<strong>Yes.</strong> The newest delivery of every source is ${within} the day that the figures speak for, <time>${as_of}</time>.`;
  return html`<strong>Not all of it.</strong> ${late.join(", ")}: late. What happened there after the newest delivery is in no figure.`;
}
