import type {Measure} from "../catalogue.ts";
import {unitName} from "./format.ts";
import {type Content, html, type Markup} from "./markup.ts";
import {table} from "./table.ts";
import {plain, upperFirst} from "./words.ts";

/** The counting rule of a measure: enough to compute the figure again from the rows. */
export function definition(measure: Measure): Markup {
  return html`<dl class="definition">${entries(measure).map(
    ([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>
`
  )}</dl>
${caveats(measure)}
${parameters(measure)}`;
}

function entries(measure: Measure): [string, Content][] {
  const {by, on, next} = measure.reviewed;
  return [
    ["Why it matters", measure.why],
    ["Method", measure.method],
    ["Who counts", measure.denominator],
    ...(measure.numerator === null ? [] : [["What counts as met", measure.numerator] as [string, Content]]),
    ["Figure", `${upperFirst(plain(measure.estimator))}, in ${unitName(measure.unit)}`],
    ["Interval", measure.interval],
    [
      "Period",
      `by ${dateWords[measure.period_by] ?? plain(measure.period_by)}; the finest period is the ${measure.finest_period}`
    ],
    ["Direction", direction(measure.better)],
    ["Source", measure.source],
    ["Version", measure.version],
    ["Reviewed", `by ${by} on ${on}; next on ${next}`]
  ];
}

const dateWords: Readonly<Record<string, string>> = {
  admitted_on: "date of admission",
  discharged_on: "date of discharge",
  held_on: "date of the session",
  received_at: "date of the referral"
};

function direction(better: string | null): string {
  return better === "higher" || better === "lower" ? `${upperFirst(better)} is better` : "neither direction is better";
}

function caveats(measure: Measure): Markup | null {
  if (measure.caveats.length === 0) return null;
  return html`<h3>Read with care</h3><ul>${measure.caveats.map((caveat) => html`<li>${caveat}</li>`)}</ul>`;
}

function parameters(measure: Measure): Markup | null {
  if (measure.parameters.length === 0) return null;
  return table({
    caption: `Settings of ${measure.label}`,
    columns: [{heading: "Setting"}, {heading: "Value", align: "end"}, {heading: "Meaning"}],
    rows: measure.parameters.map(({name, value, label}) => [plain(name), String(value), label])
  });
}
