import {formatCount} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {type Cell, table} from "../components/table.ts";
import {plain, upperFirst} from "../components/words.ts";
import type {Page} from "../page.ts";
import type {QualityRow} from "../published.ts";
import type {Delivery, Release} from "../release.ts";

/** The data quality page: what the checks found, what each delivery brought, what was refused. */
export function qualityPage(release: Release, rows: QualityRow[]): Page {
  const categories = [...new Set(rows.map(({category}) => category))];
  const body = html`<h1>Data quality</h1>
<p class="lead">What is known about the data behind the figures, as of <time>${release.as_of}</time>. A row that breaks a rule is set aside and
counted here; it is never dropped in silence.</p>
<p>Counts of people and of their rows are in tens, rounded up, so that no one person shows from one release to the next.</p>
<section aria-labelledby="checks"><h2 id="checks">Checks</h2>${
    rows.length === 0 ? html`<p>No check was run.</p>` : categories.map((category) => categoryTable(category, rows))
  }</section>
<section aria-labelledby="deliveries"><h2 id="deliveries">Deliveries</h2>${
    release.inputs.length === 0 ? html`<p>No delivery was read.</p>` : release.inputs.map(deliveryTable)
  }</section>
<section aria-labelledby="waiting"><h2 id="waiting">Waiting rows</h2>${waiting(release)}</section>
<section aria-labelledby="refused"><h2 id="refused">Refused deliveries</h2>${refused(release)}</section>`;
  return {body};
}

function categoryTable(category: string, rows: QualityRow[]): Markup {
  return table({
    caption: upperFirst(plain(category)),
    columns: [
      {heading: "Check"},
      {heading: "Result"},
      {heading: "Violations", align: "end"},
      {heading: "Checked", align: "end"},
      {heading: "Source"},
      {heading: "Why it matters"}
    ],
    rows: rows.filter((row) => row.category === category).map(checkCells)
  });
}

/** A check that had nothing to look at says so, lest it read as passed. */
function checkCells(row: QualityRow): Cell[] {
  const subject = row.subject === "" ? null : html`<small>${plain(row.subject)}</small>`;
  const source = row.source === "" ? "all" : row.source;
  return [
    html`${plain(row.check)}${subject}`,
    resultInWords(row),
    number(row.violations),
    number(row.checked),
    source,
    row.because
  ];
}

/** A check that found something says what that does: a warning stops nothing. */
function resultInWords({status, severity, checked}: QualityRow): string {
  if (checked === 0 || status === "not_applicable") return "nothing to check";
  if (status === "pass") return "passed";
  return status === "pass_with_rows" ? "found some, within what is tolerated" : `found some: ${plain(severity)}`;
}

const fates = ["read", "accepted", "corrected", "unchanged", "deleted", "quarantined", "withdrawn"] as const;

function deliveryTable({source, delivered_on, sequence, mode, files}: Delivery): Markup {
  return table({
    caption: `${source}, delivered on ${delivered_on}, sequence ${sequence}, ${plain(mode)}`,
    columns: [{heading: "File"}, ...fates.map((fate) => ({heading: upperFirst(fate), align: "end" as const}))],
    rows: files.map((file) => [file.file, ...fates.map((fate) => number(file[fate]))])
  });
}

/** Accepted rows that count nowhere until what they belong to arrives. */
function waiting(release: Release): Markup {
  if (release.waiting.length === 0) return html`<p>No row waits for its context.</p>`;
  return table({
    caption: "Rows that were accepted and wait for their context",
    columns: [{heading: "Source"}, {heading: "File"}, {heading: "Reason"}, {heading: "Rows", align: "end"}],
    rows: release.waiting.map(({source, file, code, rows}) => [source, file, plain(code), number(rows)])
  });
}

function refused(release: Release): Markup {
  if (release.refused.length === 0) return html`<p>No delivery was refused.</p>`;
  return table({
    caption: "Deliveries that were refused whole",
    columns: [{heading: "Delivery"}, {heading: "Reason"}],
    rows: release.refused.map(({folder, code}) => [folder, plain(code)])
  });
}

function number(count: number | null): string {
  return count === null ? "hidden" : formatCount(count);
}
