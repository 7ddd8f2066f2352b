import type {Estimate} from "../statistics/estimate.ts";
import {Random} from "../statistics/random.ts";
import type {IntervalStudy} from "./study.ts";

/** What the cohorts of one study and size came to. Shares are of the cohorts that have an interval. */
export interface Coverage {
  readonly study: IntervalStudy;
  readonly size: number;
  readonly cohorts: number;
  /** Cohorts with an interval; a figure that is not estimable has none. */
  readonly intervals: number;
  readonly covered: number;
  /** Intervals that lie wholly below, and wholly above, the truth. */
  readonly below: number;
  readonly above: number;
  /** Intervals without an upper end, because the curve did not reach it. */
  readonly open: number;
  /** Mean of the values, and of the widths of the intervals with both ends; null where there is none. */
  readonly meanValue: number | null;
  readonly meanWidth: number | null;
}

/** Cohort k of a study draws from the stream seed/study/size/k. */
export function cohortOf(study: IntervalStudy, size: number, {seed, cohort}: {seed: number; cohort: number}): Estimate {
  return study.cohort(new Random(seed, study.id, size, cohort), size);
}

export function coverageOf(
  study: IntervalStudy,
  size: number,
  {seed, cohorts}: {seed: number; cohorts: number}
): Coverage {
  const estimates = Array.from({length: cohorts}, (_, cohort) => cohortOf(study, size, {seed, cohort}));
  const withInterval = estimates.filter(({lower, upper}) => lower !== null || upper !== null);
  const below = withInterval.filter(({upper}) => upper !== null && upper < study.truth).length;
  const above = withInterval.filter(({lower}) => lower !== null && lower > study.truth).length;
  const widths = withInterval.flatMap(({lower, upper}) => (lower === null || upper === null ? [] : [upper - lower]));
  return {
    study,
    size,
    cohorts,
    intervals: withInterval.length,
    covered: withInterval.length - below - above,
    below,
    above,
    open: withInterval.length - widths.length,
    meanValue: meanOf(estimates.flatMap(({value}) => (value === null ? [] : [value]))),
    meanWidth: meanOf(widths)
  };
}

/** The share of the intervals that hold the truth; null where no cohort has one. */
export function coverageRate({covered, intervals}: Coverage): number | null {
  return intervals === 0 ? null : covered / intervals;
}

/** The standard error of a share of independent cohorts. */
export function monteCarloError(share: number, cohorts: number): number {
  return Math.sqrt((share * (1 - share)) / cohorts);
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
