import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import {type Estimate, notEstimable} from "./estimate.ts";
import {z95} from "./normal_quantile.ts";

/** What one completed set of data gives: an estimate and its squared standard error. */
export interface CompletedEstimate {
  readonly value: number;
  readonly variance: number;
}

/**
 * `degrees_of_freedom` is null where they are without bound; `fraction_missing` is the share, 0 to 1, of what is known
 * about the value that the missing data took away.
 */
export interface PooledEstimate extends Estimate {
  readonly standard_error: number | null;
  readonly degrees_of_freedom: number | null;
  readonly fraction_missing: number | null;
}

/**
 * The estimates of several imputations as one, with a 95 % t interval. `completeFreedom` are the degrees of freedom
 * that the estimate would have without missing data (unbounded for a share). One imputation has a value and nothing
 * else, as it cannot tell how far imputations differ; none is not estimable.
 *
 * Method: Rubin's rules, T = U + (1 + 1/m)·B; degrees of freedom (m - 1)/λ² with λ = (1 + 1/m)·B/T, joined with those
 * of the complete data as Barnard and Rubin do.
 * Source: Rubin 1987; Barnard & Rubin 1999, https://doi.org/10.1093/biomet/86.4.948; R: mice::pool.scalar().
 *
 * @example rubin([.46, .49, .44, .47, .45].map((value) => ({value, variance: .0026}))) // 0.462, 0.3532 to 0.5708
 */
export function rubin(estimates: readonly CompletedEstimate[], completeFreedom?: number): PooledEstimate {
  const m = estimates.length;
  const value = mean(estimates.map((each) => each.value));
  const nothing = {standard_error: null, degrees_of_freedom: null, fraction_missing: null};
  if (value === null) return {...notEstimable, ...nothing};
  if (m === 1) return {value, lower: null, upper: null, ...nothing};
  const within = mean(estimates.map(({variance}) => variance)) ?? 0;
  const between = estimates.reduce((sum, each) => sum + (each.value - value) ** 2, 0) / (m - 1);
  const added = (1 + 1 / m) * between;
  const share = added === 0 ? 0 : added / (within + added);
  const freedom = pooledFreedom((m - 1) / share ** 2, share, completeFreedom);
  const standard_error = Math.sqrt(within + added);
  const half = quantile(freedom) * standard_error;
  return {
    value,
    lower: value - half,
    upper: value + half,
    standard_error,
    degrees_of_freedom: Number.isFinite(freedom) ? freedom : null,
    fraction_missing: share + (2 / (freedom + 3)) * (1 - share)
  };
}

function pooledFreedom(imputed: number, share: number, complete = Number.POSITIVE_INFINITY): number {
  if (!Number.isFinite(complete)) return imputed;
  const observed = ((complete + 1) / (complete + 3)) * complete * (1 - share);
  return 1 / (1 / imputed + 1 / observed);
}

/** From here on the t quantile is the normal one to ten figures. */
function quantile(freedom: number): number {
  return freedom > 1e10 ? z95 : tQuantile(0.975, freedom);
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
