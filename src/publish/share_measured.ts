import {isSmall} from "../disclosure/primary.ts";
import type {Group, Period} from "./lattice.ts";
import {hasPatterns, type PatternsOf} from "./patterns.ts";

/**
 * The share of those a measure should speak for that it was measured of, in a place, as missing.csv says it; null where it is not
 * counted there, or where it would give a small count away. Effect sizes have the missing scores of the changes that they are made of.
 */
export function shareMeasured(patternsOf: PatternsOf, measure: string, place: Group & Period): number | null {
  if (!hasPatterns(place)) return null;
  const eligible = patternsOf(measure.replace("_effect_size", "_change"), place);
  if (eligible === null || eligible.guarded.some(isSmall)) return null;
  const {n, measured} = eligible.total;
  return n === 0 ? null : measured / n;
}
