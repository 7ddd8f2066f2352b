import {html, type Markup} from "../components/markup.ts";
import {type Cell, table} from "../components/table.ts";
import {plain, upperFirst} from "../components/words.ts";
import type {QualityRow} from "../published.ts";
import {rowCount} from "./row_counts.ts";

/** What became of a check; one that had nothing to look at has not passed. */
type Outcome = "found" | "tolerated" | "passed" | "nothing";

const outcomes: readonly {outcome: Outcome; heading: string}[] = [
  {outcome: "found", heading: "Found some"},
  {outcome: "tolerated", heading: "Found some, tolerated"},
  {outcome: "passed", heading: "Passed"},
  {outcome: "nothing", heading: "Nothing to check"}
];

/** What the checks found: a scorecard by category, what they found first, and all others behind a summary. */
export function findings(rows: readonly QualityRow[]): Markup {
  if (rows.length === 0) return html`<p>No check was run.</p>`;
  const of = (...wanted: Outcome[]) => rows.filter((row) => wanted.includes(outcomeOf(row)));
  const [found, tolerated, others] = [of("found"), of("tolerated"), of("passed", "nothing")];
  return html`<p class="answer-line">${inWords(found.length, tolerated.length, rows.length)} A warning or
an error does not keep figures back; after a fatal finding nothing is published.</p>
${scorecard(rows)}
${found.length === 0 ? null : checksTable("What was found", found)}
${tolerated.length === 0 ? null : html`<details><summary>Show what was found within what is tolerated</summary>${checksTable("Found, within what is tolerated", tolerated)}</details>`}
${others.length === 0 ? null : html`<details><summary>Show all other checks</summary>${checksTable("Checks that passed or had nothing to check", others)}</details>`}`;
}

function inWords(found: number, tolerated: number, all: number): Markup {
  const rest = tolerated === 0 ? "" : `, and ${tolerated} found no more than is tolerated`;
  return html`Of ${all} checks <strong>${found === 0 ? "none" : found} found something</strong>${rest}.`;
}

function scorecard(rows: readonly QualityRow[]): Markup {
  const categories = Map.groupBy(rows, ({category}) => category);
  return table({
    caption: "Checks by what they look at, counted once for each source and part of the data",
    columns: [{heading: "Category"}, ...outcomes.map(({heading}) => ({heading, align: "end" as const}))],
    rows: [...categories].map(([category, own]) => [
      html`${upperFirst(plain(category))}<small>${categoryWords[category] ?? null}</small>`,
      ...outcomes.map(({outcome}) => String(own.filter((row) => outcomeOf(row) === outcome).length))
    ])
  });
}

const categoryWords: Readonly<Record<string, string>> = {
  conformance: "Do the data keep to the rules of the format and of counting?",
  completeness: "Is everything there that should be?",
  plausibility: "Could it have been so?"
};

function checksTable(caption: string, rows: readonly QualityRow[]): Markup {
  return table({
    caption,
    columns: [
      {heading: "Check"},
      {heading: "Why it matters"},
      {heading: "Result"},
      {heading: "Found", align: "end"},
      {heading: "Checked", align: "end"}
    ],
    kind: "checks",
    rows: rows.map(checkCells)
  });
}

function checkCells(row: QualityRow): Cell[] {
  const where = [row.source === "" ? "all sources" : row.source, plain(row.subject)].filter((part) => part !== "");
  return [
    html`${upperFirst(plain(row.check))}<small>${where.join(": ")}</small>`,
    row.because,
    resultInWords(row),
    rowCount(row.violations),
    rowCount(row.checked)
  ];
}

function outcomeOf({checked, status}: QualityRow): Outcome {
  if (checked === 0 || status === "not_applicable") return "nothing";
  if (status === "pass") return "passed";
  return status === "pass_with_rows" ? "tolerated" : "found";
}

/** A check that found something says what that does: a warning stops nothing. */
function resultInWords(row: QualityRow): string {
  const words = {found: plain(row.severity), tolerated: "tolerated", passed: "passed", nothing: "nothing to check"};
  return words[outcomeOf(row)];
}
