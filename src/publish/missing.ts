import {hiddenReason} from "../disclosure/primary.ts";
import {instruments} from "../instruments/index.ts";
import {maximumOf} from "../instruments/instrument.ts";
import {unitSet} from "../measures/count_sets.ts";
import {isOverUnits, type Measure, unitOf} from "../measures/measure.ts";
import {eligible, type OutcomeWithMissing, outcomesWithMissing} from "../measures/pattern_statement.ts";
import type {Settings} from "../settings.ts";
import {type Estimate, notEstimable} from "../statistics/estimate.ts";
import {meanChange} from "../statistics/mean_change.ts";
import {meanChangeBounds, shareBounds} from "../statistics/missing_bounds.ts";
import type {Candidate, Shows} from "./candidates.ts";
import type {Place} from "./cells.ts";
import {type Group, type Period, spotKey} from "./lattice.ts";
import {type Eligible, hasPatterns, type PatternSums, type PatternsOf} from "./patterns.ts";
import type {Result} from "./result.ts";
import {rankBeside} from "./result_candidates.ts";
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

/** The panels that may be asked for: outcomes with missing scores, where they have a result. */
function askedFor(results: readonly Result[], measures: readonly Measure[], patternsOf: PatternsOf): Asked[] {
  const outcomes = new Map(outcomesWithMissing(measures.filter(isOverUnits)).map((outcome) => [outcome.id, outcome]));
  return results.filter(hasPatterns).flatMap((result): Asked[] => {
    const outcome = outcomes.get(result.measure);
    const there = patternsOf(result.measure, result);
    return outcome === undefined || there === null ? [] : [{outcome, result, eligible: there}];
  });
}

/** What each panel would tell: those eligible, those of them measured, and of these those who achieved a share. */
export function panelCandidates(
  results: readonly Result[],
  measures: readonly Measure[],
  patternsOf: PatternsOf
): Candidate[] {
  return askedFor(results, measures, patternsOf).flatMap(({outcome, result, eligible: {total}}) => {
    const whom = eligible(outcome);
    const measured = [...whom, ...outcome.measured];
    const closed = outcome.quarter?.closes_after_days;
    const achieved =
      outcome.kind === "proportion"
        ? [[unitSet(outcome, [...measured, ...outcome.numerator], closed), total.sum_y] as const]
        : [];
    const panelTells = [
      [unitSet(outcome, whom, closed), total.n],
      [unitSet(outcome, measured, closed), total.measured],
      ...achieved
    ] as const;
    // how far the bounds of a change lie apart tells how many of those not measured have a first score
    const boundsTell = [
      [unitSet(outcome, [...whom, "not measured, with a first score"], closed), total.n_baseline],
      [unitSet(outcome, [...whom, "not measured, without a first score"], closed), withoutBaseline(total)]
    ] as const;
    const shared = {place: placeOf(result), must_hide: false, hides_extremes: false};
    return [
      {...shared, key: panelKey(outcome.id, result), tells: panelTells, rank: rankBeside(result, 0)},
      ...(outcome.kind === "mean_change"
        ? [{...shared, key: boundsKey(outcome.id, result), tells: boundsTell, rank: rankBeside(result, 2)}]
        : [])
    ];
  });
}

function boundsKey(measure: string, place: Group & Period): string {
  return `bounds of ${panelKey(measure, place)}`;
}

function withoutBaseline({n, measured, n_baseline}: PatternSums): number {
  return n - measured - n_baseline;
}

/** What tells the panel of an outcome in a place from others. */
export function panelKey(measure: string, place: Group & Period): string {
  return `missing|${measure}|${spotKey(place)}`;
}

/**
 * Beside each outcome that is shown: observed only, not measured taken for failed (for a change: for unchanged), weighted by
 * attendance, severity and completion, and the worst and best that it could be. A panel that may not be shown is one hidden row.
 */
export function missingPanels(
  results: readonly Result[],
  measures: readonly Measure[],
  patternsOf: PatternsOf,
  settings: Pick<Settings, "minimum_units">,
  shows: Shows
): MissingRow[] {
  return askedFor(results, measures, patternsOf).flatMap((one) => {
    if (!isShown(one.result)) return [];
    return shows(panelKey(one.outcome.id, one.result))
      ? panel(one, settings.minimum_units, shows(boundsKey(one.outcome.id, one.result)))
      : [hiddenPanel(one)];
  });
}

function isShown({status}: Result): boolean {
  return status === "published" || status === "unstable";
}

function hiddenPanel({outcome, result}: Asked): MissingRow {
  return {
    ...placeOf(result),
    ...{assumption: "observed", eligible: null, measured: null, ...notEstimable, unit: unitOf(outcome)},
    status: "suppressed",
    reason: hiddenReason
  };
}

function panel({outcome, result, eligible}: Asked, minimum: number, showsBounds: boolean): MissingRow[] {
  const {n, measured} = eligible.total;
  const status = measured < minimum ? "unstable" : "published";
  const shared = {...placeOf(result), eligible: n, measured, unit: unitOf(outcome), status, reason: ""} as const;
  const estimates =
    outcome.kind === "proportion" ? ofShare(eligible.total) : ofChange(outcome, eligible.total, showsBounds);
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
function ofChange({instrument}: OutcomeWithMissing, total: PatternSums, showsBounds: boolean): Estimates {
  const declared = instruments.find(({id}) => id === instrument);
  if (declared === undefined) throw new Error(`${instrument}: a change of an instrument that is not declared`);
  const {n, measured, sum_y, sum_yy, sum_baseline} = total;
  const without_baseline = withoutBaseline(total);
  const {no_change, worst, best} = meanChangeBounds({
    ...{eligible: n, measured, sum: sum_y, baseline_sum: sum_baseline, without_baseline},
    ...{minimum: 0, maximum: maximumOf(declared)}
  });
  // the change itself stands for x, and y is nothing
  const observed = meanChange({n: measured, sum_x: sum_y, sum_xx: sum_yy, sum_y: 0, sum_yy: 0, sum_xy: 0});
  return {
    observed,
    no_change: bound(no_change),
    worst: showsBounds ? bound(worst) : hiddenBound,
    best: showsBounds ? bound(best) : hiddenBound
  };
}

function bound(value: number | null): Estimate {
  return {...notEstimable, value};
}

const hiddenBound = {
  ...notEstimable,
  status: "suppressed",
  reason: hiddenReason
} as const;
