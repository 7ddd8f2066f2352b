import {measurePath} from "../addresses.ts";
import type {Catalogue, Instrument, Measure} from "../catalogue.ts";
import {unitName} from "../components/format.ts";
import {type Content, html, type Markup} from "../components/markup.ts";
import {table} from "../components/table.ts";
import {plain, upperFirst} from "../components/words.ts";
import {type Term, termList} from "./terms.ts";

/** Every measure of the release, folded, by domain: what it asks, whom it counts, how, and where the rule comes from. */
export function handbook({measures}: Catalogue): Markup {
  return html`<p>${measures.length} measures. Each leads to its page, with its figures, the people left out, worked examples and its settings.</p>
${[...Map.groupBy(measures, ({domain}) => domain)].map(
  ([domain, own]) => html`<h3 id="domain-${domain}">${upperFirst(plain(domain))}</h3>
${own.map(entry)}`
)}`;
}

/** The questionnaires with the range of their scores and their bands of severity, as the release declares them. */
export function instrumentTable({instruments, measures}: Catalogue): Markup | null {
  if (instruments.length === 0) return null;
  return html`<p>A higher score is more symptoms. Bands say how a score is usually spoken of; no person is diagnosed by one.</p>
${table({
  caption: "Instruments in this release",
  columns: [
    {heading: "Instrument"},
    {heading: "Scores"},
    {heading: "Bands of severity"},
    {heading: "Measures made of it"}
  ],
  rows: instruments.map((instrument) => [
    instrument.label,
    ...[range(instrument), bands(instrument)],
    links(measures.filter(({id}) => id.startsWith(`${instrument.id}_`)))
  ])
})}`;
}

function entry(measure: Measure): Markup {
  return html`<details class="handbook" id="measure-${measure.id}"><summary><strong>${measure.label}</strong>: ${measure.question}</summary>
${termList(facts(measure))}
<p><a href="${measurePath(measure.id)}">${measure.label}: figures and the whole counting rule</a></p></details>
`;
}

function facts(measure: Measure): Term[] {
  const {denominator, numerator, estimator, unit, interval, finest_period, source, version} = measure;
  return [
    {term: "Who counts", meaning: denominator},
    ...(numerator === null ? [] : [{term: "What counts as met", meaning: numerator}]),
    {term: "Figure", meaning: `${upperFirst(plain(estimator))}, in ${unitName(unit)}`},
    {term: "Interval", meaning: interval},
    {term: "Finest period", meaning: finest_period},
    {term: "Source", meaning: source},
    {term: "Version", meaning: version}
  ];
}

function range({minimum, maximum}: Instrument): string {
  return minimum === undefined || maximum === undefined ? "not given" : `${minimum} to ${maximum}`;
}

/** "5 to 9 mild": a band ends below the next, and the last at the highest score. */
function bands({bands = [], maximum}: Instrument): Content {
  if (bands.length === 0) return "not given";
  return html`<ul class="bands">${bands.map(({from, label}, index) => {
    const next = bands[index + 1];
    const to = next === undefined ? maximum : next.from - 1;
    return html`<li>${to === undefined ? `from ${from}` : `${from} to ${to}`}: ${label}</li>`;
  })}</ul>`;
}

function links(measures: readonly Measure[]): Content {
  if (measures.length === 0) return "none";
  return html`<ul class="bands">${measures.map(({id, label}) => html`<li><a href="${measurePath(id)}">${label}</a></li>`)}</ul>`;
}
