import type {CountSet} from "../measures/count_sets.ts";
import type {Candidate} from "./candidates.ts";
import {type Group, type Period, spotKey} from "./lattice.ts";
import type {PeriodType} from "./periods.ts";
import type {ToldCounts} from "./told_counts.ts";

/**
 * Places where an earlier release counted somebody, and now nobody is left: no row speaks of them any more, which tells as much.
 * They come before all rows, since nothing can be held back of them. A breakdown that is no longer published tells nothing.
 */
export function emptiedPlaces(
  candidates: readonly Candidate[],
  told: ToldCounts,
  isOpen: (scope: string) => boolean
): Candidate[] {
  const sets = new Map<string, {set: CountSet; places: Set<string>; kinds: Set<string>}>();
  for (const {place, tells} of candidates)
    for (const [set] of tells) {
      const known = sets.get(set.id) ?? {set, places: new Set(), kinds: new Set()};
      sets.set(set.id, known);
      known.places.add(spotKey(place));
      known.kinds.add(`${place.breakdown}|${place.period_type}`);
    }
  return [...sets.values()]
    .filter(({set}) => isOpen(set.scope))
    .flatMap(({set, places, kinds}) =>
      [...told.placesOf(set.id)]
        .filter((key) => !places.has(key))
        .map(placeOf)
        .filter(({breakdown, period_type}) => kinds.has(`${breakdown}|${period_type}`))
        .map((place) => ({
          key: `nobody|${set.id}|${spotKey(place)}`,
          place,
          tells: [[set, 0] as const],
          ...{rank: Number.NEGATIVE_INFINITY, must_hide: false, hides_extremes: false}
        }))
    );
}

/** A place by its key. */
function placeOf(key: string): Group & Period {
  const [breakdown = "", period_type, period = "", ...group] = key.split("|");
  return {breakdown, group: group.join("|"), period_type: period_type as PeriodType, period};
}
