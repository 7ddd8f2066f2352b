import type {Range} from "./knowledge.ts";

/** How counts are rounded before they are published. */
export interface Rounding {
  /** Counts are published as multiples of this. */
  readonly base: number;
  /** The largest count that is small. */
  readonly largest: number;
}

/**
 * The nearest multiple of the base, halves up.
 *
 * @example with base 5: 0 to 2 // 0; 3 to 7 // 5; 8 to 12 // 10
 */
export function roundCount(count: number, {base}: Pick<Rounding, "base">): number {
  return base * Math.floor(count / base + 0.5);
}

/** Between what a count lies of which a reader sees the nearest multiple. */
export function rangeOf(rounded: number, {base}: Pick<Rounding, "base">): Omit<Range, "count"> {
  return {lower: Math.max(0, Math.ceil(rounded - base / 2)), upper: Math.ceil(rounded + base / 2) - 1};
}

/**
 * Whether a range says too much of a count that may be small: such a count must stay possible over a range as wide as the largest
 * small count, or over all that a rounded 0 stands for, nobody included. Says nothing of true counts, so that what is left out for
 * it does not either.
 */
export function isTooNarrow(lower: number, upper: number, rounding: Rounding): boolean {
  const mayBeSmall = lower <= rounding.largest && upper > 0;
  const isWide = upper - lower >= rounding.largest || (lower === 0 && upper >= rangeOf(0, rounding).upper);
  return mayBeSmall && !isWide;
}
