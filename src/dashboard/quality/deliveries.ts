import {html, type Markup} from "../components/markup.ts";
import {table} from "../components/table.ts";
import {plain, upperFirst} from "../components/words.ts";
import type {Delivery, Release} from "../release.ts";
import {rowCount} from "./row_counts.ts";

const fates = ["read", "accepted", "corrected", "unchanged", "deleted", "quarantined", "withdrawn"] as const;

/** What became of the rows of each delivery: the newest of each source, then the others. */
export function deliveries({inputs}: Release): Markup {
  if (inputs.length === 0) return html`<p>No delivery was read.</p>`;
  const sorted = inputs.toSorted((one, other) => compareText(other.delivered_on, one.delivered_on));
  const newest = [...Map.groupBy(sorted, ({source}) => source).values()].flatMap(([first]) => first ?? []);
  const earlier = sorted.filter((delivery) => !newest.includes(delivery));
  const [from, to] = [sorted.at(-1)?.delivered_on ?? "", sorted.at(0)?.delivered_on ?? ""];
  return html`<p class="answer-line">${inputs.length} ${inputs.length === 1 ? "delivery was" : "deliveries were"} read, delivered from <time>${from}</time> to <time>${to}</time>. The newest:</p>
${newest.map(deliveryTable)}
${earlier.length === 0 ? null : html`<details><summary>Show earlier deliveries, newest first</summary>${earlier.map(deliveryTable)}</details>`}`;
}

function deliveryTable({source, delivered_on, sequence, mode, files}: Delivery): Markup {
  return table({
    caption: `${source}, delivered on ${delivered_on}, sequence ${sequence}, ${plain(mode)}`,
    columns: [{heading: "File"}, ...fates.map((fate) => ({heading: upperFirst(fate), align: "end" as const}))],
    kind: "fates",
    rows: files.map((file) => [upperFirst(file.file), ...fates.map((fate) => rowCount(file[fate]))])
  });
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
