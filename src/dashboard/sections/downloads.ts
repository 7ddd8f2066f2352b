import {formatCount} from "../components/format.ts";
import {type AttachedFile, html, Markup} from "../components/markup.ts";
import {givenName} from "../given_names.ts";

const contents: Readonly<Record<string, string>> = {
  results: "every figure of this measure, by place and period",
  ladder: "who was counted and who was left out, step by step",
  curves: "the curves",
  spc: "control charts: averages, limits, signals",
  funnel: "funnels: limits for each place",
  missing: "the figure under each assumption about those not measured",
  comparison: "groups and places against the rest",
  claims: "the sentences",
  adjusted: "places after adjustment for who was admitted",
  models: "the model of that adjustment",
  calibration: "how well that model hits, by tenth",
  natural_course: "references without the program"
};

/** The published rows of a measure, line for line, to keep or to compute with. */
export function downloads(files: readonly AttachedFile[]): Markup {
  if (files.length === 0) return html`<p>No row of this measure is published.</p>`;
  const items = files.map((file) => {
    const name = givenName(file);
    const table = name.split("/").at(-1) ?? name;
    const rows = file.content.trimEnd().split("\n").length - 1;
    return html`<li><a href="${file.path}" download="${name.replace("/", "-")}.csv">${table}.csv</a>: ${contents[table] ?? table}, ${formatCount(rows)} rows</li>`;
  });
  return html`<p>As published, hidden rows included (they have a status and no number).</p><ul>${items}</ul>${new Markup("", files)}`;
}
