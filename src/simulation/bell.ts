import {sharesOf} from "./shares.ts";

/**
 * The shares of the whole numbers from 0 to `highest` for scores shaped like a normal curve: what would lie below 0 or
 * above `highest` piles up there, as scores of the very well and the very ill do.
 *
 * @example bell({mean: 0, sd: 1, highest: 2}) // 0.6995, 0.2420, 0.0585
 */
export function bell({mean, sd, highest}: {mean: number; sd: number; highest: number}): number[] {
  const reach = Math.ceil(8 * sd);
  const parts = new Array<number>(highest + 1).fill(0);
  for (let score = Math.floor(mean) - reach; score <= Math.ceil(mean) + reach; score++) {
    const kept = Math.max(0, Math.min(highest, score));
    parts[kept] = (parts[kept] ?? 0) + Math.exp(-0.5 * ((score - mean) / sd) ** 2);
  }
  return sharesOf(parts);
}

/** The shares of the days 1 to `longest` (day 1 first) for stays shaped like a log-normal curve. */
export function skewedDays({median, sigma, longest}: {median: number; sigma: number; longest: number}): number[] {
  return sharesOf(
    Array.from({length: longest}, (_, index) => {
      const day = index + 1;
      return Math.exp(-0.5 * (Math.log(day / median) / sigma) ** 2) / day;
    })
  );
}
