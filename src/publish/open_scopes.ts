import type {Profile} from "../disclosure/profile.ts";
import type {Candidate} from "./candidates.ts";
import {spotKey} from "./lattice.ts";
import type {ToldCounts} from "./told_counts.ts";

const everywhere = spotKey({breakdown: "all", group: "", period_type: "all", period: ""});

/**
 * The kinds of units (by the date that places them) whose figures may change in a release: those of which nothing changed since they
 * were last told, and those of which some count over all programs and all time changed by more than a small count. The others keep
 * the figures of the last release, so that releases of one night after the other do not tell who came in between.
 */
export function openScopes(
  candidates: readonly Candidate[],
  told: ToldCounts,
  {isSmall}: Pick<Profile, "isSmall">
): (scope: string) => boolean {
  const states = new Map<string, {hasChanged: boolean; isLarge: boolean}>();
  for (const {place, tells} of candidates) {
    const key = spotKey(place);
    for (const [{id, scope}, count] of tells) {
      const state = states.get(scope) ?? {hasChanged: false, isLarge: false};
      states.set(scope, state);
      const change = Math.abs(count - (told.ago(id, key, 0)?.count ?? count));
      if (change === 0) continue;
      state.hasChanged = true;
      if (key === everywhere && !isSmall(change)) state.isLarge = true;
    }
  }
  return (scope) => {
    const {hasChanged = false, isLarge = false} = states.get(scope) ?? {};
    return isLarge || !hasChanged;
  };
}
