import {hiddenReason, isSmall} from "../disclosure/primary.ts";
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
import type {LaddersOf} from "./ladder.ts";
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

/** A way to say of how many people a panel speaks: those eligible, or, with a few who are not, those of a step above. */
interface Extent {
  readonly key: string;
  readonly conditions: readonly string[];
  readonly n: number;
}

/**
 * Where few reach the last step before the outcome's own people and do not belong to them (for age, or by death), how many are eligible
 * may be hidden although the step is shown: then these few are counted as not measured. The narrowest extent comes first.
 */
function extentsOf({outcome, result, eligible: {total}}: Asked, laddersOf: LaddersOf): Extent[] {
  const whom = eligible(outcome);
  const ladder = laddersOf(outcome.id, result);
  const above = whom.map((_, steps) => whom.slice(0, whom.length - 1 - steps));
  return [whom, ...above].flatMap((conditions, index) => {
    const n = index === 0 ? total.n : (ladder.get(conditions.at(-1) ?? "") ?? 0);
    const isUseful = index === 0 || isSmall(n - total.n);
    return isUseful ? [{key: `${panelKey(outcome.id, result)}|${index}`, conditions, n}] : [];
  });
}

/** What each panel would tell: those eligible, those of them measured, and of these those who achieved a share. */
export function panelCandidates(
  results: readonly Result[],
  measures: readonly Measure[],
  patternsOf: PatternsOf,
  laddersOf: LaddersOf = noLadders
): Candidate[] {
  return askedFor(results, measures, patternsOf).flatMap((asked) => {
    const {outcome, result} = asked;
    const {measured, sum_y, n_baseline} = asked.eligible.total;
    const closed = outcome.quarter?.closes_after_days;
    const whom = eligible(outcome);
    const withScore = [...whom, ...outcome.measured];
    const achieved =
      outcome.kind === "proportion"
        ? [[unitSet(outcome, [...withScore, ...outcome.numerator], closed), sum_y] as const]
        : [];
    const shared = {place: placeOf(result), must_hide: false, hides_extremes: false};
    return extentsOf(asked, laddersOf).flatMap(({key, conditions, n}, index) => {
      const panelTells = [
        [unitSet(outcome, conditions, closed), n],
        [unitSet(outcome, withScore, closed), measured],
        ...achieved
      ] as const;
      // how far the bounds of a change lie apart tells how many of those not measured have a first score
      const boundsTell = [
        [unitSet(outcome, [...whom, `not measured by ${outcome.id}, with a first score`], closed), n_baseline],
        [
          unitSet(outcome, [...conditions, `not measured by ${outcome.id}, without a first score`], closed),
          n - measured - n_baseline
        ]
      ] as const;
      return [
        {...shared, key, tells: panelTells, rank: rankBeside(result, index)},
        ...(outcome.kind === "mean_change"
          ? [{...shared, key: `bounds of ${key}`, tells: boundsTell, rank: rankBeside(result, index)}]
          : [])
      ];
    });
  });
}

const noLadders: LaddersOf = () => new Map();

/** Those eligible as they may be shown, by the narrowest extent that is. */
interface ShownExtent {
  readonly eligible: Eligible;
  readonly showsBounds: boolean;
}

function shownExtent(asked: Asked, shows: Shows, laddersOf: LaddersOf): ShownExtent | null {
  const extent = extentsOf(asked, laddersOf).find(({key}) => shows(key));
  if (extent === undefined) return null;
  const {patterns, total} = asked.eligible;
  return {eligible: {patterns, total: {...total, n: extent.n}}, showsBounds: shows(`bounds of ${extent.key}`)};
}

/** Those eligible in the places whose panels are shown, as these count them. */
export function shownPatterns(
  results: readonly Result[],
  measures: readonly Measure[],
  patternsOf: PatternsOf,
  shows: Shows,
  laddersOf: LaddersOf = noLadders
): PatternsOf {
  const shown = new Map(
    askedFor(results, measures, patternsOf).map((asked) => [
      panelKey(asked.outcome.id, asked.result),
      shownExtent(asked, shows, laddersOf)?.eligible ?? null
    ])
  );
  return (measure, place) => shown.get(panelKey(measure, place)) ?? null;
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
  shows: Shows,
  laddersOf: LaddersOf = noLadders
): MissingRow[] {
  return askedFor(results, measures, patternsOf).flatMap((one) => {
    if (!isShown(one.result)) return [];
    const extent = shownExtent(one, shows, laddersOf);
    return extent === null
      ? [hiddenPanel(one)]
      : panel({...one, eligible: extent.eligible}, settings.minimum_units, extent.showsBounds);
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
  const {n, measured, sum_y, sum_yy, n_baseline, sum_baseline} = total;
  const without_baseline = n - measured - n_baseline;
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
