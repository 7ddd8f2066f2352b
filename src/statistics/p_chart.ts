import type {Tally} from "./tally.ts";

/** One period of a p-chart, all shares; a signal is a value beyond its limits. */
export interface PChartPoint {
  readonly value: number | null;
  readonly centre: number;
  readonly lower_limit: number | null;
  readonly upper_limit: number | null;
  readonly signal: "high" | "low" | null;
}

/**
 * The shares of consecutive periods with three-sigma limits, which are the wider the fewer units a period has.
 * A period of which fewer than 5 units are expected in the numerator has no limits (pool periods first); one
 * without units has no value. Empty if no period has units.
 *
 * Method: Shewhart p-chart with limits that vary with the size of the subgroup, cut off at 0 and 1.
 * Source: https://www.itl.nist.gov/div898/handbook/pmc/section3/pmc332.htm
 *
 * @example a period of 30 units where the overall share is 0.62 // limits 0.354 to 0.886
 */
export function pChart(periods: readonly Tally[]): PChartPoint[] {
  const units = periods.reduce((sum, {denominator}) => sum + denominator, 0);
  if (units === 0) return [];
  const centre = periods.reduce((sum, {numerator}) => sum + numerator, 0) / units;
  return periods.map((period) => chartPoint(period, centre));
}

/** One period around the share of all; `widening` multiplies the distance of its limits. */
export function chartPoint({numerator, denominator}: Tally, centre: number, widening = 1): PChartPoint {
  const value = denominator === 0 ? null : numerator / denominator;
  if (value === null || denominator * centre < 5) {
    return {value, centre, lower_limit: null, upper_limit: null, signal: null};
  }
  const threeSigma = 3 * widening * Math.sqrt((centre * (1 - centre)) / denominator);
  const lower_limit = Math.max(0, centre - threeSigma);
  const upper_limit = Math.min(1, centre + threeSigma);
  const signal = value > upper_limit ? "high" : value < lower_limit ? "low" : null;
  return {value, centre, lower_limit, upper_limit, signal};
}
