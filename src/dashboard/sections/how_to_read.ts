import {changesPath, glossaryPath} from "../addresses.ts";
import type {Catalogue} from "../catalogue.ts";
import {html, type Markup} from "../components/markup.ts";
import {measureLink} from "../components/measure_link.ts";
import {counts, interval, value} from "../components/value.ts";
import {upperFirst} from "../components/words.ts";
import type {ResultRow} from "../published.ts";
import type {Release} from "../release.ts";
import {termList} from "./terms.ts";

/** How a figure of this site is read, part by part, with a figure of the release as the example where it shows a share. */
export function howToRead(catalogue: Catalogue, {as_of}: Release, results: readonly ResultRow[]): Markup {
  return html`<p>A figure here never stands alone. With it come its count, its interval, its period, the date of its data and the way to its
counting rule. Read them in this order:</p>
${example(catalogue, results)}
<ol class="reading">
<li><strong>What was asked.</strong> Each measure answers one question, which stands under its name. The ladder on its page shows who was left
out before counting began.</li>
<li><strong>Who is behind it.</strong> In a share, “of” stands between the <a href="${glossaryPath("numerator")}">numerator</a> and the
<a href="${glossaryPath("denominator")}">denominator</a>. Behind any other figure n is the number of
<a href="${glossaryPath("units")}">units</a>.</li>
<li><strong>How sure it is.</strong> The <a href="${glossaryPath("interval")}">95% interval</a> is the range of values that fit the data well. Where two
intervals overlap the figures may differ all the same; a comparison has an interval of its own.</li>
<li><strong>Whom it speaks for.</strong> A score says something only of those who were measured. Their share stands beside it, and the section on
who was not measured says how far the figure could move.</li>
<li><strong>What it cannot say.</strong> A change of scores is a change during the episode. Without people who had no treatment it does not say
what caused it; the section on how scores move without the program shows how much of such a change is common.</li>
</ol>
<p>A share is printed as a percent; 0% and 100% mean nobody and everybody. A change of scores is the first score less the last, so that a positive change
is a fall in symptoms. “All time” is every period of this release together. The data are as of <time>${as_of}</time>; a figure that is
<a href="${glossaryPath("held")}">held</a> says its own date. <a href="${changesPath}">What changed</a> holds this release against the one before.</p>`;
}

/** The first headline share of the release, in a sentence; nothing where none is shown. */
function example(catalogue: Catalogue, results: readonly ResultRow[]): Markup | null {
  const shares = catalogue.headline.flatMap((id) =>
    results.filter(
      ({measure, breakdown, period_type, unit, status}) =>
        measure === id && breakdown === "all" && period_type === "all" && unit === "share" && status === "published"
    )
  );
  const row = shares.find(({value, lower, upper}) => value !== null && lower !== null && upper !== null);
  if (row === undefined) return null;
  return html`<p class="worked">For example: ${measureLink(catalogue, row.measure)}, all programs, all time: <strong>${value(row)}</strong>,
${interval(row)}, ${counts(row)}, data as of <time>${row.as_of}</time>.</p>
`;
}

/** Every status in the words of the release. */
export function statusesInWords({statuses}: Catalogue): Markup {
  return html`<p>A figure that is not simply shown is never left blank and never replaced by zero: words stand in its place, and a reason
below them.</p>
${termList(statuses.map(({id, label}) => ({id: `status-${id}`, term: upperFirst(id), meaning: label})))}`;
}
