import {isSmall} from "./primary.ts";

/** A part of one or more known wholes: its count in each. */
export type Part = readonly number[];

/**
 * Which parts stay hidden, by index: those that must, and the smallest of the others with them, until no part follows from what is
 * shown: never one alone, and in no whole do they add up to 1 to 10.
 *
 * @example hideParts([[40], [7], [23]], new Set([1])) // 1 and 2: of 70, 40 are shown, and 30 are in the two others
 */
export function hideParts(parts: readonly Part[], mustHide: ReadonlySet<number>): Set<number> {
  const hidden = new Set(mustHide);
  const rest = [...parts.keys()]
    .filter((index) => !hidden.has(index))
    .sort((a, b) => sizeOf(parts[a]) - sizeOf(parts[b]) || a - b);
  while (rest.length > 0 && isTold(parts, hidden)) hidden.add(rest.shift() ?? 0);
  return hidden;
}

function isTold(parts: readonly Part[], hidden: ReadonlySet<number>): boolean {
  if (hidden.size < 2) return hidden.size === 1;
  const wholes = parts[0] ?? [];
  return wholes.some((_, whole) => isSmall([...hidden].reduce((sum, index) => sum + (parts[index]?.[whole] ?? 0), 0)));
}

function sizeOf(part: Part | undefined): number {
  return (part ?? []).reduce((sum, count) => sum + count, 0);
}
