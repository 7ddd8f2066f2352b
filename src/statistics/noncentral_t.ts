import {normalCdf} from "./normal_cdf.ts";

/**
 * The probability that a noncentral t value with `df` degrees of freedom (1 or more, not necessarily whole) and
 * noncentrality `ncp` is at most t. The absolute error is below 1e-12, for any t and ncp, for df to a million. Null for
 * a smaller df and for what is no finite number.
 *
 * Method: given s, the standard deviation over its true value, the probability is Φ(t·s - ncp); that is averaged over
 * the chi density of s by the trapezoid rule in u = ln s. Both factors are entire functions of u, so the rule
 * converges geometrically. Moving the line of integration up by y, 0 < y < π/4, bounds its error for every t by
 *
 *   2·cos(2y)^(-df/2)·(1 + 0.31·exp(ncp²·sin²(y)/(2·cos(2y)))) / (exp(2πy/step) - 1),
 *
 * which with the step below and the best y is less than 2e-15. The sum of the weights, the same rule of the density
 * alone, stands for the constant of the density, so no gamma function is needed. The number of terms grows
 * with ncp and with 1/df: at ncp = 45 it is 341 for df = 11, 2700 for df = 1.
 *
 * R's pt sums a series (AS 243) to about 1e-11 up to |ncp| = 37.62, and beyond takes a normal approximation that is
 * wrong by 0.005 at 50 degrees of freedom and by 0.08 at 1.
 * Source: Johnson, Kotz & Balakrishnan 1995, Continuous Univariate Distributions 2, chapter 31; the rule:
 * Trefethen & Weideman 2014, https://doi.org/10.1137/130932132; R: pt(t, df, ncp).
 *
 * @example noncentralT(3, 19, 2) // 0.8063312
 */
export function noncentralT(t: number, df: number, ncp: number): number | null {
  if (!(df >= 1) || ![t, df, ncp].every(Number.isFinite)) return null;
  const step = 0.5 / Math.sqrt(25 + df + (ncp * ncp) / 2);
  let total = 0;
  let below = 0;
  for (const direction of [1, -1]) {
    for (let index = direction === 1 ? 0 : 1, weight = 1; weight > negligible; index++) {
      const u = direction * index * step;
      weight = Math.exp(df * (u - Math.expm1(2 * u) / 2));
      total += weight;
      below += weight * normalCdf(t * Math.exp(u) - ncp);
    }
  }
  return below / total;
}

/** The weight is 1 at its peak, and falls at least geometrically beyond the first weight below this. */
const negligible = 1e-17;
