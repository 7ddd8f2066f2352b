import {laneyPChart} from "../statistics/laney_p_chart.ts";
import {chartPoint, pChart} from "../statistics/p_chart.ts";
import {quantileType7} from "../statistics/quantile_type7.ts";
import type {Tally} from "../statistics/tally.ts";

/**
 * Limits of one point of a chart of shares; empty for other values, or where fewer than five are expected in the
 * numerator.
 */
export interface ShareLimits {
  readonly p_chart: "" | "p" | "p_prime";
  readonly p_lower_limit: number | null;
  readonly p_upper_limit: number | null;
}

export const noShareLimits: ShareLimits = {p_chart: "", p_lower_limit: null, p_upper_limit: null};

/** In periods of more units, shares move by more than the chance of who was counted. */
const largePeriod = 500;

/**
 * Limits that know the size of each period, from the first `baseline` periods: of a p-chart, or of Laney's p'-chart
 * where periods are large, or where units go together so that a p-chart would be too narrow.
 */
export function shareLimits(periods: readonly Tally[], baseline: number, isClustered: boolean): ShareLimits[] {
  const first = periods.slice(0, baseline);
  const isLarge = typicalSize(first) > largePeriod;
  if (!isClustered && !isLarge) return limitsOf("p", periods, pChart(first)[0]?.centre ?? null, 1);
  const {sigma_z, points} = laneyPChart(first);
  return limitsOf("p_prime", periods, sigma_z === null ? null : (points[0]?.centre ?? null), sigma_z ?? 1);
}

function limitsOf(
  p_chart: "p" | "p_prime",
  periods: readonly Tally[],
  centre: number | null,
  widening: number
): ShareLimits[] {
  return periods.map((period) => {
    if (centre === null) return {...noShareLimits, p_chart};
    const {lower_limit, upper_limit} = chartPoint(period, centre, widening);
    return {p_chart, p_lower_limit: lower_limit, p_upper_limit: upper_limit};
  });
}

function typicalSize(periods: readonly Tally[]): number {
  const sizes = [...Map.groupBy(periods, ({denominator}) => denominator)];
  const histogram = sizes.map(([value, {length}]) => ({value, count: length})).sort((a, b) => a.value - b.value);
  return quantileType7(histogram, 0.5) ?? 0;
}
