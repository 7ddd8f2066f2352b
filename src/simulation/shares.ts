import type {Random} from "../statistics/random.ts";

/** Shares add up to 1. The distributions here are tables, so that what is true of them is a sum and not a simulation. */
export type Shares = readonly number[];

/** Divides by the sum, so that the parts are shares of it. */
export function sharesOf(parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

/**
 * A draw of a place in the list of shares, by inversion: the first place at which the cumulated shares pass a uniform
 * number. One uniform number a draw.
 */
export function placeSampler(shares: Shares): (random: Random) => number {
  let total = 0;
  const cumulated = Float64Array.from(shares, (share) => {
    total += share;
    return total;
  });
  return (random) => firstAbove(cumulated, random.uniform() * total);
}

function firstAbove(cumulated: Float64Array, height: number): number {
  let low = 0;
  let high = cumulated.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulated[middle] ?? 0) > height) high = middle;
    else low = middle + 1;
  }
  return low;
}
