import type {Estimate} from "../../statistics/estimate.ts";
import {inverseProbabilityShare} from "../../statistics/inverse_probability_weights.ts";
import {shareBounds} from "../../statistics/missing_bounds.ts";
import type {PatternCount} from "./cohort.ts";

/** What a report can say of a cohort of which not everyone answered. */
export interface Figures {
  /** The share that got better among those who answered. */
  readonly observed: Estimate;
  /** The same, weighted by who answers. */
  readonly weighted: Estimate;
  /** Among all, whoever did not answer counted as not better: also the lower bound. */
  readonly failure: Estimate;
  /** Whoever did not answer counted as better: the upper bound. */
  readonly best: number | null;
}

export function figuresOf(counts: readonly PatternCount[]): Figures {
  const {observed, failure, best} = shareBounds({
    eligible: sum(counts, ({people}) => people),
    measured: sum(counts, ({answered}) => answered),
    numerator: sum(counts, ({better}) => better)
  });
  return {observed, weighted: weightedShare(counts), failure, best};
}

export function weightedShare(counts: readonly PatternCount[]): Estimate {
  return inverseProbabilityShare(
    counts.map(({bands, people, answered, better}) => ({
      covariates: {...bands},
      units: people,
      measured: answered,
      sum: better,
      sum_squares: better
    }))
  );
}

function sum(counts: readonly PatternCount[], of: (count: PatternCount) => number): number {
  return counts.reduce((total, count) => total + of(count), 0);
}
