import {chartPoint, type PChartPoint} from "./p_chart.ts";
import type {Tally} from "./tally.ts";

/** `sigma_z` is how much wider the limits are than those of a p-chart; null where it cannot be told. */
export interface LaneyChart {
  readonly sigma_z: number | null;
  readonly points: readonly PChartPoint[];
}

/**
 * The shares of consecutive periods with three-sigma limits that take in how shares usually move from period to period,
 * beyond the chance of who was counted: for periods of many hundred units, where a p-chart signals at every turn.
 * There are no limits with fewer than two periods with units, or where all or none are in the numerator; else the
 * periods have values and limits as in pChart().
 *
 * Method: Laney's p'-chart: z is the deviation of a period from the overall share in standard deviations, sigma_z the
 * mean moving range of z divided by 1.128. Periods without units are passed over. sigma_z below 1 narrows the limits.
 * Source: Laney 2002, https://doi.org/10.1081/QEN-120003555.
 *
 * @example 620/1000, 655/1000, 580/1000, 610/1000 // sigma_z 2.6903, limits 0.4921 to 0.7404
 */
export function laneyPChart(periods: readonly Tally[]): LaneyChart {
  const units = periods.reduce((sum, {denominator}) => sum + denominator, 0);
  if (units === 0) return {sigma_z: null, points: []};
  const centre = periods.reduce((sum, {numerator}) => sum + numerator, 0) / units;
  const sigma_z = sigmaZ(periods, centre);
  const points = periods.map((period) => chartPoint(period, centre, sigma_z ?? 1));
  if (sigma_z !== null) return {sigma_z, points};
  return {sigma_z, points: points.map((point) => ({...point, lower_limit: null, upper_limit: null, signal: null}))};
}

/** The mean of |z - z'| of normal z is 1.128 standard deviations. */
function sigmaZ(periods: readonly Tally[], centre: number): number | null {
  const z = periods
    .filter(({denominator}) => denominator > 0)
    .map(({numerator, denominator}) => {
      return (numerator / denominator - centre) / Math.sqrt((centre * (1 - centre)) / denominator);
    });
  if (z.length < 2 || centre === 0 || centre === 1) return null;
  const ranges = z.slice(1).map((value, index) => Math.abs(value - (z[index] ?? Number.NaN)));
  return ranges.reduce((sum, range) => sum + range, 0) / ranges.length / 1.128;
}
