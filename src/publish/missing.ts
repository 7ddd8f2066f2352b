import {isSmall} from "../disclosure/primary.ts";
import {protect} from "../disclosure/protect.ts";
import {instruments} from "../instruments/index.ts";
import {maximumOf} from "../instruments/instrument.ts";
import {isOverUnits, type Measure, unitOf} from "../measures/measure.ts";
import {type OutcomeWithMissing, outcomesWithMissing} from "../measures/pattern_statement.ts";
import type {Settings} from "../settings.ts";
import {type Estimate, notEstimable} from "../statistics/estimate.ts";
import {meanChange} from "../statistics/mean_change.ts";
import {meanChangeBounds, shareBounds} from "../statistics/missing_bounds.ts";
import type {Place} from "./cells.ts";
import {type Eligible, hasPatterns, type PatternSums, type PatternsOf} from "./patterns.ts";
import type {Result} from "./result.ts";
import {weightedEstimate} from "./weighted_estimate.ts";

const assumptions = ["observed", "failure", "no_change", "weighted", "worst", "best"] as const;

/** What is assumed of those not measured. */
export type Assumption = (typeof assumptions)[number];

/** One row of missing.csv: what an outcome would be under one assumption about those not measured, in its own unit. */
export interface MissingRow extends Place, Estimate {
  readonly assumption: Assumption;
  readonly eligible: number | null;
  readonly measured: number | null;
  readonly unit: string;
  readonly status: "published" | "unstable" | "suppressed" | "insufficient";
  readonly reason: string;
}

interface Asked {
  readonly outcome: OutcomeWithMissing;
  readonly result: Result;
  readonly eligible: Eligible;
}

/**
 * Beside each outcome that is shown: observed only, not measured taken for failed (for a change: for unchanged), weighted by
 * attendance, severity and completion, and the worst and best that it could be. Nothing is shown where those measured, or those
 * not measured, are a small count; nor where the two could be told from other rows.
 */
export function missingPanels(
  results: readonly Result[],
  measures: readonly Measure[],
  patternsOf: PatternsOf,
  settings: Pick<Settings, "minimum_units">
): MissingRow[] {
  const outcomes = new Map(outcomesWithMissing(measures.filter(isOverUnits)).map((outcome) => [outcome.id, outcome]));
  const asked = results.filter(hasPatterns).flatMap((result): Asked[] => {
    const outcome = outcomes.get(result.measure);
    const eligible = patternsOf(result.measure, result);
    return outcome === undefined || eligible === null ? [] : [{outcome, result, eligible}];
  });
  // hidden results are protected with the rest: what is shown of others must not give them away
  const counts = protect(asked.map(countsOf));
  return asked.flatMap((one, index) => {
    if (!isShown(one.result)) return [];
    return counts[index]?.status === "suppressed" ? [hiddenPanel(one)] : panel(one, settings.minimum_units);
  });
}

function isShown({status}: Result): boolean {
  return status === "published" || status === "unstable";
}

/** Those measured as a share of those eligible. */
function countsOf({result, eligible: {total, guarded}}: Asked): Result {
  const counts = {units: total.n, denominator: total.n, numerator: total.measured, guarded};
  return {...result, ...counts, ...notEstimable, unit: "share", status: "published", reason: ""};
}

function hiddenPanel({outcome, result}: Asked): MissingRow {
  return {
    ...placeOf(result),
    ...{assumption: "observed", eligible: null, measured: null, ...notEstimable, unit: unitOf(outcome)},
    status: "suppressed",
    reason: "hidden to protect people: those measured, or those not measured, are few"
  };
}

function panel({outcome, result, eligible}: Asked, minimum: number): MissingRow[] {
  const {n, measured} = eligible.total;
  const status = measured < minimum ? "unstable" : "published";
  const shared = {...placeOf(result), eligible: n, measured, unit: unitOf(outcome), status, reason: ""} as const;
  const estimates = outcome.kind === "proportion" ? ofShare(eligible.total) : ofChange(outcome, eligible.total);
  const rows: Estimates = {...estimates, weighted: weightedEstimate(outcome, eligible.patterns)};
  return assumptions.flatMap((assumption) => {
    const row = rows[assumption];
    return row === undefined ? [] : [{...shared, assumption, ...row}];
  });
}

function placeOf({measure, breakdown, group, period_type, period}: Result): Place {
  return {measure, breakdown, group, period_type, period};
}

type Estimates = Partial<Record<Assumption, Estimate & Partial<Pick<MissingRow, "status" | "reason">>>>;

function ofShare({n, measured, sum_y}: PatternSums): Estimates {
  const {observed, failure, worst, best} = shareBounds({eligible: n, measured, numerator: sum_y});
  return {observed, failure, worst: bound(worst), best: bound(best)};
}

/** A change that nobody was measured for is taken for none; the bounds put missing scores at the ends of the scale. */
function ofChange({instrument}: OutcomeWithMissing, total: PatternSums): Estimates {
  const declared = instruments.find(({id}) => id === instrument);
  if (declared === undefined) throw new Error(`${instrument}: a change of an instrument that is not declared`);
  const {n, measured, sum_y, sum_yy, n_baseline, sum_baseline} = total;
  const without_baseline = n - measured - n_baseline;
  const {no_change, worst, best} = meanChangeBounds({
    ...{eligible: n, measured, sum: sum_y, baseline_sum: sum_baseline, without_baseline},
    ...{minimum: 0, maximum: maximumOf(declared)}
  });
  // the change itself stands for x, and y is nothing
  const observed = meanChange({n: measured, sum_x: sum_y, sum_xx: sum_yy, sum_y: 0, sum_yy: 0, sum_xy: 0});
  // how far the bounds lie apart tells how many of those not measured have a baseline
  const isTold = [n_baseline, without_baseline].some(isSmall);
  return {
    observed,
    no_change: bound(no_change),
    worst: isTold ? hiddenBound : bound(worst),
    best: isTold ? hiddenBound : bound(best)
  };
}

function bound(value: number | null): Estimate {
  return {...notEstimable, value};
}

const hiddenBound = {
  ...notEstimable,
  status: "suppressed",
  reason: "hidden to protect people: few of those not measured have a first score, or few have none"
} as const;
