import type {Measure} from "../catalogue.ts";
import {html, type Markup} from "./markup.ts";
import {plain} from "./words.ts";

/** The measure's worked examples; the same ones are its tests. */
export function workedExamples({examples}: Measure): Markup {
  if (examples.length === 0) return html`<p>This measure has no worked example.</p>`;
  return html`<ol class="examples">${examples.map(
    ({because, counts, rows}) => html`<li><p>${because}</p>
<ul>${rows.map((row) => html`<li>${row}</li>`)}</ul>
<p class="outcome">Counts: ${plain(counts)}</p></li>
`
  )}</ol>`;
}
