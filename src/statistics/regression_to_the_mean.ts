import {normalCdf, normalDensity} from "./normal_cdf.ts";
import type {PairChances} from "./unchanged_pairs.ts";

/** Mean and SD are those of everyone measured, not of those selected. */
export interface Selection {
  readonly mean: number;
  readonly sd: number;
  /** Correlation of two measurements between which nobody changed, 0 to 1. */
  readonly reliability: number;
  /** Lowest first score that is selected; null selects everyone. */
  readonly cutoff: number | null;
  /** "whole" where scores are whole points, so that the cut lies half a point lower. */
  readonly scores: "continuous" | "whole";
}

/**
 * The points by which the mean falls from the first measurement to the second, among people selected because their first
 * score was at or above a cut-off, where nobody changed. Null where the SD is not above 0, the reliability not 0 to 1, or
 * nobody is that high.
 *
 * Method: (1 - r)·σ·φ(z)/(1 - Φ(z)) with z = (cut-off - μ)/σ, from the mean of a truncated normal; the cut is half a point
 * lower for whole scores. It knows no highest score: `regressionOfScores` does.
 * Source: https://doi.org/10.1093/ije/dyh299 (Barnett, van der Pols and Dobson 2005); R: dnorm(z) / pnorm(-z).
 *
 * @example regressionToTheMean({mean: 15, sd: 5.7, reliability: 0.737, cutoff: 10, scores: "whole"}) // 0.4509
 */
export function regressionToTheMean({mean, sd, reliability, cutoff, scores}: Selection): number | null {
  if (!(sd > 0 && reliability >= 0 && reliability <= 1)) return null;
  if (cutoff === null) return 0;
  const z = (cutoff - (scores === "whole" ? 0.5 : 0) - mean) / sd;
  const selected = normalCdf(-z);
  return selected === 0 ? null : ((1 - reliability) * sd * normalDensity(z)) / selected;
}

/** Whom a measure selects and what it counts, in points. */
export interface CountingRules {
  /** Lowest first score that is selected; null selects everyone. */
  readonly cutoff: number | null;
  readonly remission_below: number;
  readonly reliable_change: number;
  readonly minimal_important_change: number;
}

/** What measures show of the selected where nobody changed: points (positive is a fall) and shares, 0 to 1. */
export interface RegressionOfScores {
  /** Share of everyone measured that the cut-off selects. */
  readonly selected: number;
  readonly change: number;
  /** Second score at most half of the first. */
  readonly response: number;
  readonly remission: number;
  readonly reliable_improvement: number;
  readonly reliable_deterioration: number;
  readonly important_change: number;
}

/**
 * What change, response, remission, reliable change and important change would be among those selected where nobody
 * changed: a sum over the chances of all pairs of scores. Null where nobody is selected.
 *
 * @example of `unchangedPairs({mean: 15, sd: 5.7, reliability: 0.737, maximum: 27})` with the rules of the PHQ-9 from 10
 * // change 0.466, response 0.029, remission 0.0073, reliable improvement 0.106
 */
export function regressionOfScores(pairs: PairChances, rules: CountingRules): RegressionOfScores | null {
  const lowest = rules.cutoff ?? 0;
  const sum = (term: (first: number, second: number) => number) =>
    pairs.reduce(
      (total, row, first) =>
        first < lowest ? total : total + row.reduce((part, chance, second) => part + chance * term(first, second), 0),
      0
    );
  const selected = sum(() => 1);
  if (selected === 0) return null;
  const mean = (term: (first: number, second: number) => number) => sum(term) / selected;
  const share = (counts: (first: number, second: number) => boolean) =>
    mean((first, second) => (counts(first, second) ? 1 : 0));
  return {
    selected,
    change: mean((first, second) => first - second),
    response: share((first, second) => 2 * second <= first),
    remission: share((_, second) => second < rules.remission_below),
    reliable_improvement: share((first, second) => first - second >= rules.reliable_change),
    reliable_deterioration: share((first, second) => second - first >= rules.reliable_change),
    important_change: share((first, second) => first - second >= rules.minimal_important_change)
  };
}
