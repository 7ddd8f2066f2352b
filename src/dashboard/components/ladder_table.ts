import type {Catalogue, Measure} from "../catalogue.ts";
import type {LadderRow} from "../published.ts";
import {isShown, type View, viewInWords} from "../view.ts";
import {formatCount} from "./format.ts";
import {html, type Markup} from "./markup.ts";
import {table} from "./table.ts";
import {plain, statusLabel} from "./words.ts";

/** Who was counted and who was left out, step by step, of those whom the view shows. */
export function ladderTable(catalogue: Catalogue, measure: Measure, rows: readonly LadderRow[], view: View): Markup {
  const steps = rows
    .filter((row) => row.measure === measure.id)
    .filter(isShown(view))
    .sort((one, other) => (one.step_order ?? 0) - (other.step_order ?? 0));
  if (steps.length === 0)
    return html`<p>This release has no ladder of ${measure.label} for ${viewInWords(catalogue, view)}.</p>`;
  return table({
    caption: `${measure.label}: who was counted, ${viewInWords(catalogue, view)}`,
    columns: [{heading: "Step"}, {heading: "Count", align: "end"}],
    rows: steps.map((row) => [stepLabel(measure, row.step), stepCount(catalogue, row)])
  });
}

function stepLabel(measure: Measure, step: string): string {
  return measure.ladder.find((one) => one.step === step)?.label ?? plain(step);
}

function stepCount(catalogue: Catalogue, {count, status}: LadderRow): Markup {
  return count === null
    ? html`<span class="words">${statusLabel(catalogue, status)}</span>`
    : html`${formatCount(count)}`;
}
