import type {CheckChange} from "../../releases/checks_changed.ts";
import type {Changes} from "../../releases/compare_releases.ts";
import type {DefinitionChange} from "../../releases/definitions_changed.ts";
import type {DeliveryName} from "../../releases/deliveries_changed.ts";
import type {Catalogue} from "../catalogue.ts";
import {html, type Markup} from "../components/markup.ts";
import {measureLink} from "../components/measure_link.ts";
import {table} from "../components/table.ts";
import {plain} from "../components/words.ts";

/** Which two releases, and what made them. */
export function twoReleases({before, after}: Changes): Markup {
  const rows: [string, string, string][] = [
    ["Release", before.release, after.release],
    ["Data as of", before.as_of, after.as_of],
    ["Known on", before.known_on ?? "the newest knowledge", after.known_on ?? "the newest knowledge"],
    ["Made by Plumbline", before.code_version, after.code_version]
  ];
  return table({caption: "The two releases", columns: [{heading: "What"}, {heading: "Then"}, {heading: "Now"}], rows});
}

/** Definitions of another version, measures that came and went, and settings that are not the same. */
export function definitionsAndSettings(catalogue: Catalogue, {definitions, settings}: Changes): Markup {
  const {changed, added, gone} = definitions;
  return html`${
    changed.length === 0
      ? html`<p>No measure is counted by another version of its definition.</p>`
      : definitionTable(catalogue, "Measures counted by another version of their definition", changed)
  }
${added.length === 0 ? null : definitionTable(catalogue, "Measures that are new", added)}
${gone.length === 0 ? null : definitionTable(catalogue, "Measures that are gone", gone)}
${
  settings.length === 0
    ? html`<p>Every setting is the same.</p>`
    : table({
        caption: "Settings that are not the same",
        columns: [{heading: "Setting"}, {heading: "Then"}, {heading: "Now"}],
        rows: settings.map(({name, before, after}) => [name, before ?? "not set", after ?? "not set"])
      })
}`;
}

/** Deliveries that only one of the two was made from, and those that only one refused. */
export function deliveries({deliveries: {added, gone, changed, refused, no_longer_refused}}: Changes): Markup {
  const lists: [string, readonly DeliveryName[]][] = [
    ["Deliveries that are new", added],
    ["Deliveries with other files than then", changed],
    ["Deliveries that are no longer read", gone]
  ];
  const shown = lists.filter(([, list]) => list.length > 0).map(([caption, list]) => deliveryTable(caption, list));
  const refusals: [string, typeof refused][] = [
    ["Deliveries refused since", refused],
    ["Deliveries no longer refused", no_longer_refused]
  ];
  const tables = refusals
    .filter(([, list]) => list.length > 0)
    .map(([caption, list]) =>
      table({
        caption,
        columns: [{heading: "Delivery"}, {heading: "Reason"}],
        rows: list.map(({folder, code}) => [folder, plain(code)])
      })
    );
  return html`${shown.length === 0 ? html`<p>Both were made from the same deliveries.</p>` : shown}
${tables.length === 0 ? html`<p>The same deliveries were refused.</p>` : tables}`;
}

/** Checks that fail in one of the two only. */
export function checks({checks: {began_to_fail, no_longer_fail}}: Changes): Markup {
  return html`${
    began_to_fail.length === 0
      ? html`<p>No check fails that did not.</p>`
      : checkTable("Checks that did not fail then, and fail now", began_to_fail)
  }
${
  no_longer_fail.length === 0
    ? html`<p>No check that failed passes now.</p>`
    : checkTable("Checks that failed then, and do not now", no_longer_fail)
}
<p><a href="/quality">All checks of this release</a></p>`;
}

function definitionTable(catalogue: Catalogue, caption: string, rows: readonly DefinitionChange[]): Markup {
  return table({
    caption,
    columns: [{heading: "Measure"}, {heading: "Version then"}, {heading: "Version now"}],
    rows: rows.map(({measure, label, before, after}) => [
      measureLink(catalogue, measure, label),
      ...[before ?? "not a measure", after ?? "not a measure"]
    ])
  });
}

function deliveryTable(caption: string, rows: readonly DeliveryName[]): Markup {
  return table({
    caption,
    columns: [{heading: "Delivered on"}, {heading: "Source"}, {heading: "Sequence"}, {heading: "Mode"}],
    rows: rows.map(({source, delivered_on, sequence, mode}) => [delivered_on, source, String(sequence), plain(mode)])
  });
}

function checkTable(caption: string, rows: readonly CheckChange[]): Markup {
  return table({
    caption,
    columns: [{heading: "Check"}, {heading: "Source"}, {heading: "Severity"}, {heading: "Then"}, {heading: "Now"}],
    rows: rows.map(({check, subject, source, severity, before, after}) => [
      html`${plain(check)}${subject === "" ? null : html`<small>${plain(subject)}</small>`}`,
      ...[source === "" ? "all" : source, severity, result(before), result(after)]
    ])
  });
}

function result(status: string | null): string {
  return status === null ? "not run" : (resultWords[status] ?? plain(status));
}

const resultWords: Readonly<Record<string, string>> = {
  pass: "passed",
  pass_with_rows: "found some, within what is tolerated",
  fail: "failed",
  not_applicable: "nothing to check"
};
