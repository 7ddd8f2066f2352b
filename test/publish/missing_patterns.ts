import {measures} from "../../src/measures/index.ts";
import {isOverUnits} from "../../src/measures/measure.ts";
import {type OutcomeWithMissing, outcomesWithMissing} from "../../src/measures/pattern_statement.ts";
import {type MissingRow, missingPanels} from "../../src/publish/missing.ts";
import {type Eligible, eligibleOf, type Pattern} from "../../src/publish/patterns.ts";
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

/** A ladder that loses nobody before those who are eligible. */
export function plainLadder(outcome: OutcomeWithMissing, n: number): ReadonlyMap<string, number> {
  return new Map(outcome.counted.map((step) => [step, n]));
}

export function eligibleIn(id: string, patterns: readonly Pattern[], ladder?: ReadonlyMap<string, number>): Eligible {
  const n = patterns.reduce((sum, one) => sum + one.n, 0);
  return eligibleOf(outcomeOf(id), patterns, ladder ?? plainLadder(outcomeOf(id), n));
}

/** The rows beside a result of a measure that is shown for all, over all time. */
export function panelOf(id: string, eligible: Eligible): MissingRow[] {
  const result = shareRow(50, 100, {measure: id});
  return missingPanels([result], measures, () => eligible, {minimum_units: 30});
}

/** Values by assumption. */
export function valuesOf(rows: readonly MissingRow[]): Partial<Record<MissingRow["assumption"], number | null>> {
  return Object.fromEntries(rows.map(({assumption, value}) => [assumption, value]));
}
