import {flatSettings} from "../../releases/settings_changed.ts";
import {changesPath, measurePath, methodsPath} from "../addresses.ts";
import type {Catalogue} from "../catalogue.ts";
import {formatCount} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {measureLink} from "../components/measure_link.ts";
import {table} from "../components/table.ts";
import {plain} from "../components/words.ts";
import type {Page} from "../page.ts";
import type {Release} from "../release.ts";
import {manifestInWords} from "../sections/manifest_words.ts";

/** About this release: the manifest in words, so that a printed figure can be traced and made again, then its tables. */
export function aboutPage(catalogue: Catalogue, release: Release): Page {
  const body = html`<h1>About this release</h1>
<p class="lead">Release <code>${release.release}</code> of ${release.organisation}, data as of <time>${release.as_of}</time>.</p>
${manifestInWords(catalogue, release)}
<p><a href="${methodsPath}">How a figure is read, counted and protected</a> is said on another page, and so is
<a href="${changesPath}">what changed</a> since the release before, and <a href="/quality">what the checks and deliveries brought</a>.</p>
<h2 id="definitions">Definitions</h2>
${definitions(catalogue, release)}
<h2 id="settings">Settings</h2>
${settings(release)}
<h2 id="files">Files</h2>
${outputs(release)}`;
  return {body};
}

function definitions(catalogue: Catalogue, {definitions}: Release): Markup {
  const known = new Set(catalogue.measures.map(({id}) => id));
  const rule = (id: string) =>
    known.has(id)
      ? html`<a href="${measurePath(id)}#definition">Counting rule<span class="visually-hidden"> of ${plain(id)}</span></a>`
      : "not in it";
  return html`<p>Each rule that decides a figure has a version. <code>catalogue.json</code> holds every definition in full with worked examples, and
<code>codebook.csv</code> what each column of the files means; both are among <a href="#files">the files</a>. The
<a href="${methodsPath}#measures">handbook</a> shows them for reading.</p>
<details><summary>${formatCount(Object.keys(definitions).length)} definitions with their versions</summary>${table({
    caption: "Versions of the definitions in this release",
    columns: [{heading: "Measure"}, {heading: "Version"}, {heading: "Rule"}],
    rows: Object.entries(definitions).map(([id, version]) => [measureLink(catalogue, id), version, rule(id)])
  })}</details>`;
}

function settings(release: Release): Markup {
  const rows = flatSettings(release.settings);
  if (rows.length === 0) return html`<p>Every setting has its default.</p>`;
  return html`<p>What the organisation can choose, as it was when this release was made, chosen or left at its default.</p>
${table({caption: "Settings in force", columns: [{heading: "Setting"}, {heading: "Value"}], rows})}`;
}

function outputs({outputs}: Release): Markup {
  return html`<p>A file is this release's if its SHA-256 is the one here: <code>sha256sum FILE</code> tells it.</p>
${table({
  caption: "Files of this release",
  columns: [{heading: "File"}, {heading: "Rows", align: "end"}, {heading: "Bytes", align: "end"}, {heading: "SHA-256"}],
  rows: outputs.map(({file, rows, bytes, sha256}) => [
    file,
    rows === null || rows === undefined ? "–" : formatCount(rows),
    formatCount(bytes),
    html`<code class="hash">${sha256}</code>`
  ])
})}`;
}
