import {quantileType7} from "./quantile_type7.ts";
import type {Tally} from "./tally.ts";

/** z_scores in the order of the units; tau_squared is the variance between units on the arcsine scale. */
export interface OverDispersion {
  readonly z_scores: readonly number[];
  readonly phi: number;
  readonly tau_squared: number;
}

/**
 * How much more the shares of units (denominators > 0) differ from a target share than chance would have it.
 *
 * Method: z on the arcsine scale with standard error 1/(2·sqrt(n)); phi, the mean of z² after pulling z in to their 10th
 * and 90th percentiles (type 7); additive tau² by DerSimonian and Laird, 0 where phi is within chance.
 * Source: https://nhs-r-community.github.io/FunnelPlotR/ (proportions); Spiegelhalter 2005,
 * https://doi.org/10.1002/sim.1970.
 *
 * @example 30/50, 22/48, 48/70, 9/25, 41/64 against their pooled share 0.583658 // phi 2.051612, tau_squared 0.00778863
 */
export function overDispersion(units: readonly Tally[], target: number): OverDispersion {
  const z_scores = units.map((unit) => zScore(unit, target));
  const phi = meanSquare(winsorized(z_scores));
  return {z_scores, phi, tau_squared: betweenVariance(units, phi)};
}

function zScore({numerator, denominator}: Tally, target: number): number {
  return 2 * Math.sqrt(denominator) * (Math.asin(Math.sqrt(numerator / denominator)) - Math.asin(Math.sqrt(target)));
}

function winsorized(z_scores: readonly number[]): number[] {
  const histogram = [...new Set(z_scores)]
    .toSorted((a, b) => a - b)
    .map((value) => ({
      value,
      count: z_scores.filter((z) => z === value).length
    }));
  const low = quantileType7(histogram, 0.1) ?? 0;
  const high = quantileType7(histogram, 0.9) ?? 0;
  return z_scores.map((z) => Math.min(high, Math.max(low, z)));
}

function meanSquare(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value * value, 0) / values.length;
}

/** The weights are 1/s² = 4n. */
function betweenVariance(units: readonly Tally[], phi: number): number {
  const excess = units.length * phi - (units.length - 1);
  if (units.length < 2 || excess <= 0) return 0;
  const weights = units.reduce((sum, {denominator}) => sum + 4 * denominator, 0);
  const squaredWeights = units.reduce((sum, {denominator}) => sum + (4 * denominator) ** 2, 0);
  return excess / (weights - squaredWeights / weights);
}
