import {methodsPath} from "../addresses.ts";
import type {Catalogue} from "../catalogue.ts";
import {formatCount} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import type {Release} from "../release.ts";
import {profileWords} from "./disclosure_words.ts";

/** The manifest as prose: what went in, what decided, what protects people, and how to make it again. */
export function manifestInWords(catalogue: Catalogue, release: Release): Markup {
  return html`<p>${deliveries(release)} ${refused(release)} ${waiting(release)} ${people(release)}</p>
<p>Plumbline ${release.code_version} counted ${some(catalogue.measures.length, "measure")} from them, ${
    release.known_on === null ? "by the newest knowledge" : html`as it was known on <time>${release.known_on}</time>`
  }. ${checks(release)}</p>
<p>${protection(release)} ${audit(release)}</p>
<h2 id="again">How to make it again</h2>
<p>The same deliveries, settings and version make the same files, byte for byte; the name of the release ends in a hash of all of it. Where
the deliveries are kept, this makes the release again beside the published one and names the first difference, if there is one:</p>
<pre class="command"><code>npx plumbline verify data/published/releases/${release.release}</code></pre>
<p>Without a release, <code>npx plumbline verify</code> tells whether the current one is as it was written, and
<code>npx plumbline diff previous current</code> what moved since the one before.</p>`;
}

function deliveries({inputs}: Release): Markup {
  if (inputs.length === 0) return html`No delivery was read.`;
  const days = inputs.map(({delivered_on}) => delivered_on).sort();
  const sources = [...new Set(inputs.map(({source}) => source))];
  const [first, last] = [days[0] ?? "", days.at(-1) ?? ""];
  const when =
    first === last
      ? html`of <time>${first}</time>`
      : html`the first of <time>${first}</time>, the last of <time>${last}</time>`;
  return html`This release says what ${some(inputs.length, "delivery", "deliveries")} stated, ${when}, from ${listed(sources)}.`;
}

function refused({refused}: Release): Markup {
  if (refused.length === 0) return html`No delivery was refused.`;
  return html`${some(refused.length, "delivery was", "deliveries were")} refused whole and count nowhere
(<a href="/quality#refused">which, and why</a>).`;
}

function waiting({waiting}: Release): Markup | null {
  if (waiting.length === 0) return null;
  return html`Some accepted rows wait for what they belong to and do not count yet (<a href="/quality#waiting">which</a>).`;
}

function people({synthetic}: Release): string {
  return synthetic
    ? "The people in it are synthetic: invented by a program, nobody real."
    : "The people in it are real; only protected totals left the warehouse.";
}

function checks({checks}: Release): Markup {
  const failed = checks.filter(({status}) => status === "fail").length;
  return html`The data were held to ${some(checks.length, "check")}, of which ${formatCount(failed)} found something that is not tolerated
(<a href="/quality#checks">all of them</a>).`;
}

function protection(release: Release): Markup {
  const profile = profileWords(release);
  if (profile === null) return html`Small counts of people are hidden.`;
  return html`People are protected by the profile <code>${profile.name}</code>: ${profile.promise}
(<a href="${methodsPath}#disclosure">how</a>).`;
}

function audit({audit}: Release): Markup | null {
  if (audit === undefined) return null;
  if (audit === null) return html`What was to be published was not audited again after it was chosen.`;
  const {tables, rows_hidden} = audit;
  return html`Before it was written, an audit tried to work hidden counts out of ${some(tables, "table")} of what was to be published
${rows_hidden === 0 ? "and found nothing to hide." : `and hid ${some(rows_hidden, "more row", "more rows")} that would have told too much.`}`;
}

/** "1 delivery", "25 deliveries". */
function some(n: number, one: string, many = `${one}s`): string {
  return `${formatCount(n)} ${n === 1 ? one : many}`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
