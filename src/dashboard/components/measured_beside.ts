import type {Catalogue} from "../catalogue.ts";
import {instrumentOf} from "../instrument_of.ts";
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
export function measuredBeside(catalogue: Catalogue, row: ResultRow, rows: readonly ResultRow[]): Markup | null {
  const beside = measuredBy(catalogue, row.measure)
    .map((id) => rows.find((one) => one.measure === id && sameCell(one, row)))
    .find((found) => found !== undefined);
  if (beside === undefined) return null;
  const tooFew = insufficientFollowUp(beside);
  return html`<p class="measured">Measured: ${value(beside) ?? statusWords(catalogue, beside)}${
    beside.value === null ? null : html`, ${counts(beside)}`
  } (${measureLink(catalogue, beside.measure)}).${tooFew === null ? null : ` ${upperFirst(tooFew)}.`}</p>`;
}

/** The measures that say for whom an outcome was measured, the best first; none for a measure that needs no score. */
export function measuredBy(catalogue: Catalogue, measure: string): string[] {
  const outcome = instrumentOf(catalogue, measure)?.outcome;
  if (outcome !== undefined && /_at_followup$|_since_discharge$|^gains_maintained$/.test(outcome))
    return ["followup_retention"];
  const isJudged = outcome !== undefined || /^(recovery|reliable_|no_reliable_)/.test(measure);
  return isJudged ? ["paired_completeness", "end_measured"] : [];
}

function sameCell(one: ResultRow, other: ResultRow): boolean {
  return (
    one.breakdown === other.breakdown &&
    one.group === other.group &&
    one.period_type === other.period_type &&
    one.period === other.period
  );
}
