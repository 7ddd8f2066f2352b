import type {Catalogue} from "../catalogue.ts";
import type {ResultRow} from "../published.ts";
import {insufficientFollowUp} from "./follow_up.ts";
import {html, type Markup} from "./markup.ts";
import {measureLink} from "./measure_link.ts";
import {counts, statusWords, value} from "./value.ts";
import {upperFirst} from "./words.ts";

/**
 * Beside an outcome: the share of people it was measured for, in the same group and period. An average of those who
 * answered is never shown without it.
 */
export function measuredBeside(catalogue: Catalogue, row: ResultRow, rows: ResultRow[]): Markup | null {
  const beside = measuredBy(row.measure)
    .map((id) => rows.find((one) => one.measure === id && sameCell(one, row)))
    .find((found) => found !== undefined);
  if (beside === undefined) return null;
  const tooFew = insufficientFollowUp(beside);
  return html`<p class="measured">Measured: ${value(beside) ?? statusWords(catalogue, beside)}${
    beside.value === null ? null : html`, ${counts(beside)}`
  } (${measureLink(catalogue, beside.measure)}).${tooFew === null ? null : ` ${upperFirst(tooFew)}.`}</p>`;
}

/** The measures that say for whom an outcome was measured, the best first; none for a measure that needs no score. */
export function measuredBy(measure: string): string[] {
  if (/_at_followup$|_since_discharge$|_gains_maintained$/.test(measure)) return ["followup_retention"];
  if (/^(recovery|reliable_|no_reliable_)/.test(measure)) return ["paired_completeness", "end_measured"];
  return /^(phq9|gad7)_/.test(measure) ? ["paired_completeness", "end_measured"] : [];
}

function sameCell(one: ResultRow, other: ResultRow): boolean {
  return (
    one.breakdown === other.breakdown &&
    one.group === other.group &&
    one.period_type === other.period_type &&
    one.period === other.period
  );
}
