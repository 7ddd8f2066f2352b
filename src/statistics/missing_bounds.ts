import type {Estimate} from "./estimate.ts";
import {wilsonInterval} from "./wilson_interval.ts";

/** 0 <= numerator <= measured <= eligible, whole numbers. */
export interface ShareWithMissing {
  readonly eligible: number;
  readonly measured: number;
  readonly numerator: number;
}

/**
 * `observed` is the share of those measured; `failure` counts those not measured as failures; `worst` and `best` are
 * the shares if all of them had failed, or succeeded: no assumption about them can lead outside.
 */
export interface ShareBounds {
  readonly observed: Estimate;
  readonly failure: Estimate;
  readonly worst: number | null;
  readonly best: number | null;
}

/**
 * What a share can be, given that some were not measured. Null members and notEstimable where nobody was measured
 * (observed) or eligible (all).
 *
 * Method: worst-case bounds; the intervals are Wilson's. The bounds have none: they say what is not known, not chance.
 * Source: Manski 1990, https://www.jstor.org/stable/2006592; Horowitz & Manski 2000.
 *
 * @example shareBounds({eligible: 100, measured: 54, numerator: 33})
 * // observed 0.6111, failure 0.33, worst 0.33, best 0.79
 */
export function shareBounds({eligible, measured, numerator}: ShareWithMissing): ShareBounds {
  if (!(0 <= numerator && numerator <= measured && measured <= eligible)) {
    throw new RangeError("share with missing: expected 0 <= numerator <= measured <= eligible");
  }
  return {
    observed: wilsonInterval(numerator, measured),
    failure: wilsonInterval(numerator, eligible),
    worst: ratio(numerator, eligible),
    best: ratio(numerator + eligible - measured, eligible)
  };
}

/**
 * Change is baseline minus later score. `sum` is the sum of change over the measured. Of those not measured,
 * `baseline_sum` is the sum of their baselines, but for the `without_baseline` who have none either. Scores go from
 * `minimum` to `maximum`.
 */
export interface ChangeWithMissing {
  readonly eligible: number;
  readonly measured: number;
  readonly sum: number;
  readonly baseline_sum: number;
  readonly without_baseline: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** Means in points: `no_change` takes the change of those not measured as 0. Null where there is nobody to speak of. */
export interface ChangeBounds {
  readonly observed: number | null;
  readonly no_change: number | null;
  readonly worst: number | null;
  readonly best: number | null;
}

/**
 * What a mean change can be, given that some were not measured.
 *
 * Method: "no change" carries the baseline forward; the bounds put the later scores of those not measured at the worst
 * and the best end of the scale, and their baseline, where it is missing too, at the other end.
 * Source: Manski 1990, as above.
 *
 * @example eight of ten changed by 40 points in all, baselines of 10 and 20 of the others, on a scale from 0 to 27:
 * // observed 5, no_change 4, worst 1.6, best 7
 */
export function meanChangeBounds(change: ChangeWithMissing): ChangeBounds {
  const {eligible, measured, sum, baseline_sum, without_baseline, minimum, maximum} = change;
  const withBaseline = eligible - measured - without_baseline;
  if (!(measured >= 0 && without_baseline >= 0 && withBaseline >= 0 && minimum < maximum)) {
    throw new RangeError("change with missing: expected measured + without_baseline <= eligible and minimum < maximum");
  }
  const range = maximum - minimum;
  return {
    observed: ratio(sum, measured),
    no_change: ratio(sum, eligible),
    worst: ratio(sum + baseline_sum - withBaseline * maximum - without_baseline * range, eligible),
    best: ratio(sum + baseline_sum - withBaseline * minimum + without_baseline * range, eligible)
  };
}

function ratio(sum: number, count: number): number | null {
  return count === 0 ? null : sum / count;
}
