import {type FunnelLimits, funnelLimits} from "./funnel_limits.ts";
import {overDispersion} from "./over_dispersion.ts";
import type {Tally} from "./tally.ts";

export type FunnelPosition = "above_998" | "above_95" | "within" | "below_95" | "below_998";

/** A unit among its like, all shares. */
export interface FunnelPoint extends FunnelLimits {
  readonly denominator: number;
  readonly value: number;
  readonly target: number;
  readonly position: FunnelPosition;
}

/**
 * Where each unit (denominators > 0, RangeError otherwise) lies in the funnel around the pooled share of all of them,
 * in the order given. From 10 units on the limits allow for variance between units; with fewer it cannot be told.
 *
 * Method and source: see `funnel_limits.ts` and `over_dispersion.ts`.
 *
 * @example a single unit is the target itself // position "within"
 */
export function funnelPlot(units: readonly Tally[]): FunnelPoint[] {
  if (units.some(({denominator}) => !(denominator > 0))) throw new RangeError("funnel: expected denominators above 0");
  const all = units.reduce((sum, {denominator}) => sum + denominator, 0);
  const target = units.reduce((sum, {numerator}) => sum + numerator, 0) / all;
  const tauSquared = units.length >= fewestForDispersion ? overDispersion(units, target).tau_squared : 0;
  return units.map(({numerator, denominator}) => {
    const limits = funnelLimits(target, denominator, tauSquared);
    const value = numerator / denominator;
    return {denominator, value, target, ...limits, position: positionOf(value, limits)};
  });
}

const fewestForDispersion = 10;

function positionOf(value: number, limits: FunnelLimits): FunnelPosition {
  if (value > limits.upper_998) return "above_998";
  if (value < limits.lower_998) return "below_998";
  if (value > limits.upper_95) return "above_95";
  return value < limits.lower_95 ? "below_95" : "within";
}
