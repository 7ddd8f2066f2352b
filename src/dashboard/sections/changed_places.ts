import type {Changes, PastCount} from "../../releases/compare_releases.ts";
import {isTold, type Move} from "../../releases/move.ts";
import {causesOf, count} from "../../releases/words.ts";
import type {Catalogue} from "../catalogue.ts";
import {formatCount} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {measureLink} from "../components/measure_link.ts";
import {endColumn} from "../components/numbers_table.ts";
import {table} from "../components/table.ts";
import {movesTable} from "./changed_figures.ts";

/** Quarters that were closed in both releases and are told otherwise now: what can explain it, how many, and which. */
export function pastQuarters(catalogue: Catalogue, changes: Changes): Markup {
  const {past} = changes;
  const [everyone, programs] = [past.everyone, past.programs].map(
    (counts) => new Map(counts.map((one) => [one.measure, one]))
  );
  const measures = [...new Set([...past.everyone, ...past.programs].map(({measure}) => measure))];
  if (measures.length === 0) return html`<p>No figure of a quarter that was closed in both was told before.</p>`;
  const moved = measures.filter((id) => [everyone?.get(id), programs?.get(id)].some((one) => (one?.moved ?? 0) > 0));
  return html`<p>A quarter that was over when the earlier release was made has been reported. Where its value or a count behind it is
another one now, or it is no longer told, it is listed here.</p>
${causes(changes)}
${
  moved.length === 0
    ? null
    : table({
        caption: "Figures of quarters closed in both releases that are told otherwise now",
        columns: [{heading: "Measure"}, endColumn("Of everyone"), endColumn("Of programs")],
        rows: moved.map((id) => [
          measureLink(catalogue, id, (everyone?.get(id) ?? programs?.get(id))?.label),
          ...[everyone?.get(id), programs?.get(id)].map(countWords)
        ])
      })
}
${moved.length === measures.length ? null : html`<p>Of ${count(measures.length - moved.length, moved.length === 0 ? "measure" : "other measure")} no figure moved that had been told.</p>`}
${listed(`All ${count(past.moved.length, "figure")} of everyone, then and now`, past.moved, (moves) =>
  movesTable(catalogue, {caption: "Figures of everyone for quarters closed in both, told otherwise now", moves})
)}`;
}

/** Figures of programs that were shown and are hidden, or the other way round. */
export function hiddenAndShown(catalogue: Catalogue, {programs}: Changes): Markup {
  if (programs.length === 0) return html`<p>No figure of a program moved from shown to hidden, or back.</p>`;
  const byMeasure = Map.groupBy(programs, ({measure}) => measure);
  return html`<p>Hidden means that a small count of people stands behind a figure, or follows from it. What is hidden is never subtracted.</p>
${table({
  caption: "Figures of programs, over all periods",
  columns: [{heading: "Measure"}, endColumn("Shown, now hidden"), endColumn("Hidden, now shown")],
  rows: [...byMeasure].map(([id, moves]) => {
    const nowShown = moves.filter(({after}) => after !== null && isTold(after)).length;
    return [measureLink(catalogue, id, moves[0]?.label), formatCount(moves.length - nowShown), formatCount(nowShown)];
  })
})}
${listed(`All ${count(programs.length, "figure")}, then and now`, programs, (moves) =>
  movesTable(catalogue, {caption: "Figures of programs that moved from shown to hidden, or back", moves})
)}`;
}

function causes(changes: Changes): Markup {
  const known = causesOf(changes);
  if (known.length === 0)
    return html`<p>Deliveries, definitions, settings and version are the same in both: nothing here explains a number that moved.</p>`;
  return html`<p>What differs between the two releases, and may explain it:</p><ul>${known.map((cause) => html`<li>${cause}</li>`)}</ul>`;
}

function countWords(one: PastCount | undefined): string {
  return one === undefined ? "none told" : `${formatCount(one.moved)} of ${formatCount(one.told)}`;
}

function listed(summary: string, moves: readonly Move[], content: (moves: readonly Move[]) => Markup): Markup | null {
  return moves.length === 0 ? null : html`<details><summary>${summary}</summary>${content(moves)}</details>`;
}
