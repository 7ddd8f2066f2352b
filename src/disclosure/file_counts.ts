import {isSmall} from "./primary.ts";

/** Where the rows of a delivered file ended; they add up to `read`, but for `withdrawn`. */
export interface FileCounts {
  readonly read: number;
  readonly accepted: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly deleted: number;
  readonly quarantined: number;
  readonly withdrawn: number;
}

type Fate = "accepted" | "corrected" | "unchanged" | "deleted" | "quarantined";

const fates: readonly Fate[] = ["accepted", "corrected", "unchanged", "deleted", "quarantined"];

/**
 * The counts as they may be published: 1 to 10 rows about people are hidden (null). Where one fate alone would be hidden, the
 * next smallest goes with it, or `read`, from which it would follow.
 */
export function protectFileCounts(counts: FileCounts): {readonly [Count in keyof FileCounts]: number | null} {
  const present = fates.filter((fate) => counts[fate] > 0).sort((a, b) => counts[a] - counts[b]);
  const small = present.filter((fate) => isSmall(counts[fate]));
  const hidden = new Set<keyof FileCounts>(small.length === 1 ? present.slice(0, 2) : small);
  if (hidden.size === 1 || isSmall(counts.read)) hidden.add("read");
  if (isSmall(counts.withdrawn)) hidden.add("withdrawn");
  const entries = Object.entries(counts) as [keyof FileCounts, number][];
  return Object.fromEntries(entries.map(([name, count]) => [name, hidden.has(name) ? null : count])) as Record<
    keyof FileCounts,
    number | null
  >;
}
