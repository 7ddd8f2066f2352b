import {noncentralT} from "./noncentral_t.ts";

/**
 * The 95 % limits of the noncentrality of which t, with `df` degrees of freedom (1 or more), is an observation: at
 * `lower` a value up to t has probability 0.975, at `upper` 0.025. To 1e-9, relative above 1. Both null where t or df
 * is no such number.
 *
 * Method: inversion of the distribution function, which falls in the noncentrality, by the Illinois variant of
 * false position between bounds widened until they enclose the limit.
 * Source: Steiger & Fouladi 1997; R: uniroot(function(ncp) pt(t, df, ncp) - 0.975, …); MBESS conf.limits.nct.
 *
 * @example noncentralTLimits(4.62678999, 11) // 1.838090, 7.309779
 */
export function noncentralTLimits(t: number, df: number): {lower: number | null; upper: number | null} {
  if (!(df >= 1) || !Number.isFinite(df) || !Number.isFinite(t)) return {lower: null, upper: null};
  return {lower: noncentralityAt(t, df, 0.975), upper: noncentralityAt(t, df, 0.025)};
}

function noncentralityAt(t: number, df: number, probability: number): number {
  const excess = (ncp: number) => (noncentralT(t, df, ncp) ?? Number.NaN) - probability;
  const spread = Math.sqrt(1 + (t * t) / (2 * df));
  let width = 3 * spread;
  while (excess(t - width) < 0 || excess(t + width) > 0) width *= 2;
  return fallingRoot(excess, t - width, t + width);
}

/** Where a falling function that is positive at `left` and negative at `right` is 0. */
function fallingRoot(f: (x: number) => number, left: number, right: number): number {
  let low = {x: left, y: f(left)};
  let high = {x: right, y: f(right)};
  for (let previous = Number.NaN; ; ) {
    const x = (low.x * high.y - high.x * low.y) / (high.y - low.y);
    const y = f(x);
    if (y === 0 || Math.abs(x - previous) <= 1e-11 * Math.max(1, Math.abs(x))) return x;
    // an end that stays a second time counts half, so that both ends move
    const half = (y > 0 ? previous === low.x : previous === high.x) ? 0.5 : 1;
    if (y > 0)
      [low, high] = [
        {x, y},
        {x: high.x, y: high.y * half}
      ];
    else
      [low, high] = [
        {x: low.x, y: low.y * half},
        {x, y}
      ];
    previous = x;
  }
}
