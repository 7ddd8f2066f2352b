import type {Random} from "../statistics/random.ts";

/*
 * Only + - * / and comparisons, which IEEE 754 fixes to the last bit: Math.log, exp and cos may differ between machines.
 */

/** A standard normal draw: the sum of twelve uniforms minus six (Irwin-Hall; mean 0, SD 1, kurtosis 2.9, within +-6). */
export function normal(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random.uniform();
  return sum;
}

/** A log-normal draw from its median and the SD of its logarithm. */
export function logNormal(random: Random, median: number, sigma: number): number {
  return median * exponential(sigma * normal(random));
}

/** A Beta(a, b) draw for whole a and b: the a-th smallest of a + b - 1 uniforms. */
export function beta(random: Random, a: number, b: number): number {
  const draws = Array.from({length: a + b - 1}, () => random.uniform()).sort((left, right) => left - right);
  return draws[a - 1] ?? 0;
}

/** e^x by the Taylor series of x/1024, squared ten times; error below 1e-12 for |x| < 10. */
export function exponential(x: number): number {
  const small = x / 1024;
  let power = 1 + small * (1 + (small / 2) * (1 + (small / 3) * (1 + (small / 4) * (1 + small / 5))));
  for (let i = 0; i < 10; i++) power *= power;
  return power;
}

/** The probability whose odds are those of `share` times e^shift. */
export function shiftOdds(share: number, shift: number): number {
  const odds = (share / (1 - share)) * exponential(shift);
  return odds / (1 + odds);
}
