import type {Catalogue} from "../catalogue.ts";
import {formatCount} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {measureLink} from "../components/measure_link.ts";
import {type Cell, table} from "../components/table.ts";
import {plain} from "../components/words.ts";
import type {Page} from "../page.ts";
import type {Release} from "../release.ts";

/** About this release: the manifest in words, so that a printed figure can be traced and made again. */
export function aboutPage(catalogue: Catalogue, release: Release): Page {
  const body = html`<h1>About this release</h1>
<p class="lead">Release <code>${release.release}</code> of ${release.organisation}, made by Plumbline ${release.code_version}. The same deliveries, settings and
version make the same files, byte for byte.</p>
<dl class="definition">${facts(release).map(
    ([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>
`
  )}</dl>
<h2>How to read a figure</h2>
${reading()}
<h2>Why a figure may not be shown</h2>
<dl class="definition">${withheld(catalogue).map(
    ({id, label}) => html`<dt>${plain(id)}</dt><dd>${label}</dd>
`
  )}</dl>
<h2>Definitions</h2>
${definitions(catalogue, release)}
<h2>Settings</h2>
${settings(release)}
<h2>Files</h2>
${outputs(release)}`;
  return {title: "About this release", body};
}

function facts(release: Release): [string, string][] {
  const {as_of, known_on, synthetic, inputs, refused, checks} = release;
  const failed = checks.filter(({status}) => status === "fail").length;
  return [
    ["Data as of", as_of],
    ["Known on", known_on ?? "the newest knowledge; no earlier day was asked for"],
    [
      "People",
      synthetic
        ? "synthetic: invented by a program, no real person"
        : "de-identified records; only protected totals leave the warehouse"
    ],
    ["Deliveries", `${formatCount(inputs.length)} read, ${formatCount(refused.length)} refused`],
    ["Checks", `${formatCount(checks.length)} results, ${formatCount(failed)} found something`]
  ];
}

function withheld({statuses}: Catalogue): Catalogue["statuses"] {
  return statuses.filter(({id}) => id !== "published");
}

function reading(): Markup {
  return html`<ul>
<li>A share is shown as a percent with its numerator and denominator; n is the number of units behind a figure.</li>
<li>The 95% interval is the range of values that the data fit well; a wide one means few people.</li>
<li>All time means every period of this release together; a quarter is named by year and number.</li>
<li>Scores show change during the episode. Positive change is improvement.</li>
</ul>`;
}

function definitions(catalogue: Catalogue, {definitions}: Release): Markup {
  return table({
    caption: "Versions of the definitions in this release",
    columns: [{heading: "Measure"}, {heading: "Version"}],
    rows: Object.entries(definitions).map(([id, version]) => [measureLink(catalogue, id), version])
  });
}

function settings(release: Release): Markup {
  const rows = Object.entries(release.settings).flatMap(([name, value]) => flatten(name, value));
  if (rows.length === 0) return html`<p>Every setting has its default.</p>`;
  return table({caption: "Settings in force", columns: [{heading: "Setting"}, {heading: "Value"}], rows});
}

/** Nested settings as dotted names, one value a row. */
function flatten(name: string, value: unknown): Cell[][] {
  if (Array.isArray(value) && value.every((item) => typeof item !== "object"))
    return [[name, value.length === 0 ? "none" : value.join(", ")]];
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => flatten(`${name}.${key}`, inner));
  return [[name, value === null ? "none" : String(value)]];
}

function outputs({outputs}: Release): Markup {
  return table({
    caption: "Files of this release",
    columns: [
      {heading: "File"},
      {heading: "Rows", align: "end"},
      {heading: "Bytes", align: "end"},
      {heading: "SHA-256"}
    ],
    rows: outputs.map(({file, rows, bytes, sha256}) => [
      file,
      rows === null || rows === undefined ? "–" : formatCount(rows),
      formatCount(bytes),
      html`<code class="hash">${sha256}</code>`
    ])
  });
}
