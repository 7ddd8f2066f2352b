import {z95} from "./normal_quantile.ts";

/** Limits of a funnel plot at one size of unit, all shares. */
export interface FunnelLimits {
  readonly lower_95: number;
  readonly upper_95: number;
  readonly lower_998: number;
  readonly upper_998: number;
}

/**
 * Between which shares a unit of a size would lie 95 and 99.8 times in 100 if its true share were the target, given the
 * variance between units (0: chance alone).
 *
 * Method: normal limits on the arcsine scale, sin²(asin(sqrt(target)) ± z·sqrt(1/(4n) + tau²)). Angles beyond 0 and
 * 90 degrees are cut off there: the limits are then 0 and 1 and never turn back at small n.
 * Source: https://nhs-r-community.github.io/FunnelPlotR/ (proportions); Spiegelhalter 2005,
 * https://doi.org/10.1002/sim.1970.
 *
 * @example funnelLimits(0.55, 20, 0) // 95 %: 0.3342 to 0.7564; 99.8 %: 0.2215 to 0.8556
 */
export function funnelLimits(target: number, denominator: number, tauSquared: number): FunnelLimits {
  const centre = Math.asin(Math.sqrt(target));
  const sigma = Math.sqrt(1 / (4 * denominator) + tauSquared);
  return {
    lower_95: shareAt(centre - z95 * sigma),
    upper_95: shareAt(centre + z95 * sigma),
    lower_998: shareAt(centre - z998 * sigma),
    upper_998: shareAt(centre + z998 * sigma)
  };
}

/** normalQuantile(0.999) */
const z998 = 3.0902323061678132;

function shareAt(angle: number): number {
  if (angle <= 0) return 0;
  return angle >= Math.PI / 2 ? 1 : Math.sin(angle) ** 2;
}
