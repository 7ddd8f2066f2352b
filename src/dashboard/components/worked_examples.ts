import type {Measure} from "../catalogue.ts";
import {html, type Markup} from "./markup.ts";
import {plain, upperFirst} from "./words.ts";

const fates: Readonly<Record<string, string>> = {
  numerator: "counted, and met",
  denominator: "counted, not met",
  counted: "counted",
  neither: "not counted"
};

/** The measure's worked examples; the same ones are its tests. */
export function workedExamples({examples}: Measure): Markup {
  if (examples.length === 0) return html`<p>This measure has no worked example.</p>`;
  return html`<ol class="examples">${examples.map(
    ({because, counts, rows}) => html`<li><p>${because}</p>
<ul>${rows.map((row) => html`<li>${row}</li>`)}</ul>
<p class="outcome">${upperFirst(fates[counts] ?? plain(counts))}.</p></li>
`
  )}</ol>`;
}
