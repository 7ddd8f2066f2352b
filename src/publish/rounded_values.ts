import {profiles} from "../disclosure/profile.ts";
import {roundCount} from "../disclosure/rounding.ts";
import type {Estimate} from "../statistics/estimate.ts";

const {base, largest} = profiles.round5;

/** How counts are rounded, and the fewest, rounded, of which there is a share, or a mean or median. */
export const limits = {base, largest, share: 5 * base, mean: 2 * base} as const;

/** Decimal places of figures that are made of people's values: more of them would tell how many people those are. */
export function places(unit: string): number {
  if (unit === "days") return 0;
  return unit === "share" || unit === "sd" ? 2 : 1;
}

/** A number as it is published; the limits of an estimate likewise. */
export function rounded<Value extends number | null>(value: Value, decimals: number): Value {
  return (value === null ? null : Number(value.toFixed(decimals))) as Value;
}

export function roundedEstimate({value, lower, upper}: Estimate, decimals: number): Estimate {
  return {value: rounded(value, decimals), lower: rounded(lower, decimals), upper: rounded(upper, decimals)};
}

/** A share that no count stands behind, as the nearest that a rounded count would give. */
export function nearestShare(value: number, denominator: number): number {
  return roundCount(value * denominator, limits) / denominator;
}
