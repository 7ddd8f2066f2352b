import {sharesOf} from "./shares.ts";

/**
 * The shares of 0 … n successes among n independent units.
 *
 * Method: from the most likely count outwards by the ratio of neighbours, then divided by the sum; nothing overflows.
 *
 * @example binomial(2, 0.5) // 0.25, 0.5, 0.25
 */
export function binomial(n: number, share: number): number[] {
  if (share <= 0 || share >= 1) return Array.from({length: n + 1}, (_, k) => (k === (share <= 0 ? 0 : n) ? 1 : 0));
  const odds = share / (1 - share);
  return outwards(n, Math.min(n, Math.floor((n + 1) * share)), (k) => ((n - k) / (k + 1)) * odds);
}

/**
 * The shares of 0 … n sessions attended where each episode has a share of its own, drawn from a beta distribution
 * with this mean; `alike` (0 to 1) is the correlation of two sessions of one episode.
 *
 * Source: https://en.wikipedia.org/wiki/Beta-binomial_distribution
 *
 * @example betaBinomial(2, {mean: 0.5, alike: 0.2}) // 0.3, 0.4, 0.3
 */
export function betaBinomial(n: number, {mean, alike}: {mean: number; alike: number}): number[] {
  const size = 1 / alike - 1;
  const [a, b] = [mean * size, (1 - mean) * size];
  return outwards(n, Math.round(n * mean), (k) => ((n - k) / (k + 1)) * ((k + a) / (n - k - 1 + b)));
}

/** `step(k)` is the probability of k + 1 over that of k. */
function outwards(n: number, start: number, step: (k: number) => number): number[] {
  const parts = new Array<number>(n + 1).fill(0);
  parts[start] = 1;
  for (let k = start; k < n; k++) parts[k + 1] = (parts[k] ?? 0) * step(k);
  for (let k = start; k > 0; k--) parts[k - 1] = (parts[k] ?? 0) / step(k - 1);
  return sharesOf(parts);
}
