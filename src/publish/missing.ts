import {isSmall} from "../disclosure/primary.ts";
import {instruments} from "../instruments/index.ts";
import {maximumOf} from "../instruments/instrument.ts";
import {isOverUnits, type Measure, unitOf} from "../measures/measure.ts";
import {type OutcomeWithMissing, outcomesWithMissing} from "../measures/pattern_statement.ts";
import type {Settings} from "../settings.ts";
import {type Estimate, notEstimable} from "../statistics/estimate.ts";
import {
  inverseProbabilityMean,
  inverseProbabilityShare,
  type WeightedEstimate
} from "../statistics/inverse_probability_weights.ts";
import {meanChange} from "../statistics/mean_change.ts";
import {meanChangeBounds, shareBounds} from "../statistics/missing_bounds.ts";
import type {Place} from "./cells.ts";
import {outcomePatterns} from "./outcome_patterns.ts";
import {hasPatterns, type Pattern, type PatternsOf} from "./patterns.ts";
import type {Result} from "./result.ts";

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

/** Units for which no weight can speak may be this share of all, at most. */
const mostUnsupported = 0.05;

/**
 * Beside each outcome that is shown: observed only, not measured taken for failed (for a change: for unchanged), weighted by
 * attendance, severity and completion, and the worst and best that it could be. Nothing is shown where those measured, or those
 * not measured, are a small count.
 */
export function missingPanels(
  results: readonly Result[],
  measures: readonly Measure[],
  patternsOf: PatternsOf,
  settings: Pick<Settings, "minimum_units">
): MissingRow[] {
  const outcomes = new Map(outcomesWithMissing(measures.filter(isOverUnits)).map((outcome) => [outcome.id, outcome]));
  return results.filter(hasPatterns).flatMap((result) => {
    const outcome = outcomes.get(result.measure);
    if (outcome === undefined || !isShown(result)) return [];
    return panel(outcome, placeOf(result), patternsOf(result.measure, result), settings.minimum_units);
  });
}

function isShown({status}: Result): boolean {
  return status === "published" || status === "unstable";
}

function placeOf({measure, breakdown, group, period_type, period}: Result): Place {
  return {measure, breakdown, group, period_type, period};
}

function panel(outcome: OutcomeWithMissing, place: Place, patterns: readonly Pattern[], minimum: number): MissingRow[] {
  const {n: eligible, measured, sum_y} = add(patterns);
  const unit = unitOf(outcome);
  const counts = [eligible, measured, eligible - measured];
  const parts = outcome.kind === "proportion" ? [sum_y, measured - sum_y] : [];
  if ([...counts, ...parts].some(isSmall)) return [{...place, ...hidden, unit}];
  const status = measured < minimum ? "unstable" : "published";
  const estimates = outcome.kind === "proportion" ? ofShare(patterns) : ofChange(outcome, patterns);
  const rows: Estimates & Partial<Record<Assumption, Weighted>> = {
    ...estimates,
    weighted: weightedEstimate(outcome, patterns, eligible)
  };
  return assumptions.flatMap((assumption): MissingRow[] => {
    const row = rows[assumption];
    return row === undefined ? [] : [{...place, assumption, eligible, measured, unit, status, reason: "", ...row}];
  });
}

const assumptions = ["observed", "failure", "no_change", "weighted", "worst", "best"] as const;

const hidden = {
  assumption: "observed",
  eligible: null,
  measured: null,
  ...notEstimable,
  status: "suppressed",
  reason: "hidden to protect people: few were measured, or few were not, and the figure could hardly move"
} as const;

type Estimates = Partial<Record<Assumption, Estimate>>;

function ofShare(patterns: readonly Pattern[]): Estimates {
  const {n, measured, sum_y} = add(patterns);
  const {observed, failure, worst, best} = shareBounds({eligible: n, measured, numerator: sum_y});
  return {observed, failure, worst: bound(worst), best: bound(best)};
}

/** A change that nobody was measured for is taken for none; the bounds put missing scores at the ends of the scale. */
function ofChange({instrument}: OutcomeWithMissing, patterns: readonly Pattern[]): Estimates {
  const declared = instruments.find(({id}) => id === instrument);
  const {n, measured, sum_y, sum_yy, n_baseline, sum_baseline} = add(patterns);
  const {no_change, worst, best} = meanChangeBounds({
    eligible: n,
    measured,
    sum: sum_y,
    baseline_sum: sum_baseline,
    without_baseline: n - measured - n_baseline,
    minimum: 0,
    maximum: declared === undefined ? 1 : maximumOf(declared)
  });
  // the change itself stands for x, and y is nothing
  const observed = meanChange({n: measured, sum_x: sum_y, sum_xx: sum_yy, sum_y: 0, sum_yy: 0, sum_xy: 0});
  return {observed, no_change: bound(no_change), worst: bound(worst), best: bound(best)};
}

function bound(value: number | null): Estimate {
  return {...notEstimable, value};
}

/** The estimate, or why there is none. */
type Weighted = Estimate | (Estimate & {readonly status: "insufficient"; readonly reason: string});

function weightedEstimate(outcome: OutcomeWithMissing, patterns: readonly Pattern[], eligible: number): Weighted {
  const weigh = outcome.kind === "proportion" ? inverseProbabilityShare : inverseProbabilityMean;
  const estimate: WeightedEstimate = weigh(outcomePatterns(patterns));
  const {value, lower, upper, unsupported} = estimate;
  if (value === null) {
    return {
      ...notEstimable,
      status: "insufficient",
      reason: "what decides who is measured cannot be told apart from the data"
    };
  }
  if ((unsupported ?? 0) > mostUnsupported * eligible) {
    return {...notEstimable, status: "insufficient", reason: "more than 5 % are like nobody who was measured"};
  }
  return {value, lower, upper};
}

function add(patterns: readonly Pattern[]) {
  const sum = (of: (pattern: Pattern) => number) => patterns.reduce((total, pattern) => total + of(pattern), 0);
  return {
    n: sum(({n}) => n),
    measured: sum(({measured}) => measured),
    sum_y: sum(({sum_y}) => sum_y),
    sum_yy: sum(({sum_yy}) => sum_yy),
    n_baseline: sum(({n_baseline}) => n_baseline),
    sum_baseline: sum(({sum_baseline}) => sum_baseline)
  };
}
