import type {OutcomeWithMissing} from "../measures/pattern_statement.ts";
import {type Estimate, notEstimable} from "../statistics/estimate.ts";
import {
  inverseProbabilityMean,
  inverseProbabilityShare,
  type WeightedEstimate
} from "../statistics/inverse_probability_weights.ts";
import {byFirstSeverity, outcomePatterns} from "./outcome_patterns.ts";
import type {Pattern} from "./patterns.ts";

/** What an outcome would be if everyone had been measured, or why weights do not say. */
export type Weighted = Estimate & {readonly status?: "insufficient"; readonly reason?: string};

/** BM-08: a model of who was measured needs this many measured. Fewer give intervals of more than half of the scale. */
const fewestMeasured = 50;

/** Units for which no weight can speak may be this share of those eligible, at most. */
const mostUnsupported = 0.05;

/**
 * The outcome with each unit that was measured weighted by how rarely units like it in attendance, completion and severity were.
 * Where the severities on two instruments together leave no such model, the first alone is taken.
 */
export function weightedEstimate({kind}: OutcomeWithMissing, patterns: readonly Pattern[]): Weighted {
  const [eligible, measured] = patterns.reduce(([all, some], one) => [all + one.n, some + one.measured], [0, 0]);
  if (measured < fewestMeasured) return insufficient(`fewer than ${fewestMeasured} measured: too few for weights`);
  const weigh = kind === "proportion" ? inverseProbabilityShare : inverseProbabilityMean;
  const both = weigh(outcomePatterns(patterns));
  const {value, lower, upper, unsupported}: WeightedEstimate =
    both.value === null ? weigh(outcomePatterns(byFirstSeverity(patterns))) : both;
  if (value === null)
    return insufficient("no weights: attendance, completion and severity alone tell who was measured");
  if ((unsupported ?? 0) > mostUnsupported * eligible) {
    return insufficient("no weights: more than 5 % are like nobody who was measured");
  }
  return {value, lower, upper};
}

function insufficient(reason: string): Weighted {
  return {...notEstimable, status: "insufficient", reason};
}
