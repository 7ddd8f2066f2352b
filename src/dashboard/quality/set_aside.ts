import {html, type Markup} from "../components/markup.ts";
import {table} from "../components/table.ts";
import {upperFirst} from "../components/words.ts";
import type {HeldRows, Release} from "../release.ts";
import {heldInWords} from "./held_words.ts";
import {rowCount, tensNote} from "./row_counts.ts";

/** Rows with a defect, rows that wait for their context, and deliveries that were refused whole. */
export function setAside({quarantine, waiting, refused}: Release): Markup {
  return html`<p class="answer-line">A row that breaks a rule is set aside and counted here; it changes no figure until it is mended, and is never
dropped in silence.</p>
${tensNote}
<h3 id="quarantine">Rows in quarantine</h3>
${heldTable(quarantine, {caption: "Rows with a defect of their own", none: "This release tells of no row in quarantine."})}
<h3 id="waiting">Rows that wait</h3>
<p>An accepted row counts nowhere until what it belongs to arrives; then it takes part by itself.</p>
${heldTable(waiting, {caption: "Rows that wait for their context", none: "No row waits for its context."})}
<h3 id="refused">Refused deliveries</h3>
${refusedTable(refused)}`;
}

function heldTable(rows: readonly HeldRows[], {caption, none}: {caption: string; none: string}): Markup {
  if (rows.length === 0) return html`<p>${none}</p>`;
  return table({
    caption,
    columns: [{heading: "File"}, {heading: "Why"}, {heading: "Rows", align: "end"}, {heading: "Source"}],
    kind: "held",
    rows: rows.map(({source, file, code, rows}) => [
      upperFirst(file),
      upperFirst(heldInWords(code)),
      rowCount(rows),
      source
    ])
  });
}

function refusedTable(refused: Release["refused"]): Markup {
  if (refused.length === 0) return html`<p>No delivery was refused.</p>`;
  return html`<p>Nothing of a refused delivery is in any figure: ${refused.length} ${refused.length === 1 ? "was" : "were"} refused.</p>
<details><summary>Show refused deliveries</summary>${table({
    caption: "Deliveries that were refused whole",
    columns: [{heading: "Delivery"}, {heading: "Why"}],
    rows: refused.map(({folder, code}) => [folder, upperFirst(heldInWords(code))])
  })}</details>`;
}
