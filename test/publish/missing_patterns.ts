import {measures} from "../../src/measures/index.ts";
import {isOverUnits} from "../../src/measures/measure.ts";
import {type OutcomeWithMissing, outcomesWithMissing} from "../../src/measures/pattern_statement.ts";
import type {Shows} from "../../src/publish/candidates.ts";
import {type MissingRow, missingPanels, panelCandidates} from "../../src/publish/missing.ts";
import type {Eligible, Pattern} from "../../src/publish/patterns.ts";
import {showsAll, showsOf} from "./protected.ts";
import {shareRow} from "./result_rows.ts";

const outcomes = outcomesWithMissing(measures.filter(isOverUnits));

export function outcomeOf(id: string): OutcomeWithMissing {
  const outcome = outcomes.find((one) => one.id === id);
  if (outcome === undefined) throw new Error(`${id} is no outcome whose scores may be missing`);
  return outcome;
}

/** Units alike in everything, unless something else is given. */
export function pattern(given: Partial<Pattern> & Pick<Pattern, "n" | "measured">): Pattern {
  const alike = {attendance: "85 % or more", completion: "completed", severity: "3"};
  return {...alike, sum_y: 0, sum_yy: 0, n_baseline: 0, sum_baseline: 0, ...given};
}

/** Of a share, `met` of those measured. */
export function shares(n: number, measured: number, met: number, given: Partial<Pattern> = {}): Pattern {
  return pattern({n, measured, sum_y: met, sum_yy: met, ...given});
}

/** The panel beside a result of a measure, for all over all time, where it may be shown. */
export function panelOf(id: string, eligible: Eligible): MissingRow[] {
  return panels(id, eligible, showsAll);
}

/** The same with what would tell of 1 to 10 people hidden, beside nothing else. */
export function protectedPanelOf(id: string, eligible: Eligible): MissingRow[] {
  return panels(id, eligible, showsPanel(id, eligible));
}

/** Whether the panel of a measure for all over all time, and the bounds in it, may be shown beside nothing else. */
export function showsPanel(id: string, eligible: Eligible): Shows {
  return showsOf(panelCandidates([shareRow(50, 100, {measure: id})], measures, () => eligible));
}

function panels(id: string, eligible: Eligible, shows: Shows): MissingRow[] {
  const result = shareRow(50, 100, {measure: id});
  return missingPanels([result], measures, () => eligible, {minimum_units: 30}, shows);
}

/** Values by assumption. */
export function valuesOf(rows: readonly MissingRow[]): Partial<Record<MissingRow["assumption"], number | null>> {
  return Object.fromEntries(rows.map(({assumption, value}) => [assumption, value]));
}
