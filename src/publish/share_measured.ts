import {isSmall} from "../disclosure/primary.ts";
import type {Group, Period} from "./lattice.ts";
import {hasPatterns, type PatternsOf} from "./patterns.ts";

/**
 * The share of those a measure should speak for that it was measured of, in a place; null where it is not counted there, or
 * where it would give a small count away.
 */
export function shareMeasured(patternsOf: PatternsOf, measure: string, place: Group & Period): number | null {
  if (!hasPatterns(place)) return null;
  const patterns = patternsOf(measure, place);
  const n = patterns.reduce((sum, pattern) => sum + pattern.n, 0);
  const measured = patterns.reduce((sum, pattern) => sum + pattern.measured, 0);
  return n === 0 || [n, measured, n - measured].some(isSmall) ? null : measured / n;
}
