/**
 * A figure with its 95 % limits, in the unit of the figure. `null` is "not estimable": a figure or a limit
 * that does not exist is never NaN, Infinity or 0.
 */
export interface Estimate {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export const notEstimable: Estimate = Object.freeze({value: null, lower: null, upper: null});
