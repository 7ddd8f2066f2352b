import type {Group, Period} from "./lattice.ts";
import {hasPatterns, type PatternsOf} from "./patterns.ts";

/** The share of those a measure should speak for that it was measured of, in a place; null where it is not shown. */
export type ShareMeasured = (measure: string, place: Group & Period) => number | null;

/**
 * The shares measured that missing.csv says too, given those eligible as it counts them. Effect sizes have the missing scores of the
 * changes that they are made of.
 */
export function sharesMeasured(shownPatternsOf: PatternsOf): ShareMeasured {
  return (measure, place) => {
    if (!hasPatterns(place)) return null;
    const {n, measured} = shownPatternsOf(measure.replace("_effect_size", "_change"), place)?.total ?? {
      n: 0,
      measured: 0
    };
    return n === 0 ? null : measured / n;
  };
}
