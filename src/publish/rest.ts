import type {Measure} from "../measures/measure.ts";
import {type Estimate, notEstimable} from "../statistics/estimate.ts";
import type {Moments} from "../statistics/moments.ts";
import {newcombeDifference} from "../statistics/newcombe_difference.ts";
import {ratioDifference} from "../statistics/ratio_difference.ts";
import type {SampleSums} from "../statistics/sample_sums.ts";
import {scoreTest} from "../statistics/score_test.ts";
import type {Tally} from "../statistics/tally.ts";
import {welchDifference} from "../statistics/welch_difference.ts";
import {welchTest} from "../statistics/welch_test.ts";
import type {Counts} from "./cells.ts";
import {ratioTotals} from "./figure.ts";

/** Counts from which a group and everyone else can be compared. */
export type ComparedCounts = Pick<Counts, "n" | "numerator" | "moments">;

/** A difference with its 95 % limits, in the unit of the measure, and its two-sided p-value. */
export interface TestedDifference extends Estimate {
  readonly p_value: number | null;
}

/** Whether figures of a kind can be compared from counts that add up, with units that are people. */
export function hasDifference({kind, grain}: Measure): boolean {
  return grain !== "meeting" && ["proportion", "session_ratio", "unit_ratio", "mean_change"].includes(kind);
}

/**
 * The figure of the group minus that of the rest: shares by Newcombe, ratios of totals by their variances, changes by
 * Welch.
 */
export function differenceOf({kind}: Measure, group: ComparedCounts, rest: ComparedCounts): TestedDifference {
  switch (kind) {
    case "proportion": {
      const [one, two] = [tallyOf(group), tallyOf(rest)];
      return {...newcombeDifference(one, two), p_value: scoreTest(one, two)};
    }
    case "session_ratio":
    case "unit_ratio":
      return ratioDifference(ratioTotals(group.moments), ratioTotals(rest.moments));
    case "mean_change": {
      const [one, two] = [changesOf(group.moments), changesOf(rest.moments)];
      return {...welchDifference(one, two), p_value: welchTest(one, two)};
    }
    default:
      return {...notEstimable, p_value: null};
  }
}

function tallyOf({n, numerator}: ComparedCounts): Tally {
  return {numerator, denominator: n};
}

/** Sums of the changes x - y. */
function changesOf({n, sum_x, sum_y, sum_xx, sum_yy, sum_xy}: Moments): SampleSums {
  return {n, sum_x: sum_x - sum_y, sum_xx: sum_xx - 2 * sum_xy + sum_yy};
}
