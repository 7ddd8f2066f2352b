import {Knowledge, type Range} from "../disclosure/knowledge.ts";
import type {Profile} from "../disclosure/profile.ts";
import {isTooNarrow, rangeOf, roundCount} from "../disclosure/rounding.ts";
import type {CountSet} from "../measures/count_sets.ts";
import type {Candidate} from "./candidates.ts";
import {DecidedParts, levelsDecided} from "./decided_parts.ts";
import {emptiedPlaces} from "./emptied_places.ts";
import {type Group, type Period, spotKey} from "./lattice.ts";
import {latticeSums} from "./lattice_sums.ts";
import type {Program} from "./programs.ts";
import {type ReleaseCounts, releaseCounts} from "./release_counts.ts";
import {type PlacedCount, partsOf, placedCounts, type SetParts} from "./rounded_parts.ts";
import type {KnownCount, ToldCounts} from "./told_counts.ts";

/** Every count of a release as a profile that rounds publishes it. */
export interface RoundedCounts {
  /** How many of a set there are in a place, made of rounded parts; null where that is not told. */
  readonly countOf: (set: CountSet, place: Group & Period) => number | null;
  /** Whether a count changed since it was last told, but by no more than a small count: what is made of its people stays. */
  readonly isHeld: (set: CountSet, place: Group & Period) => boolean;
  /** Whether a count is the same as it was last told. */
  readonly isSame: (set: CountSet, place: Group & Period) => boolean;
  /** Whether the count of a set, by its id, in a place, by its key, was decided on here. */
  readonly has: (set: string, place: string) => boolean;
  /** What the release tells of each kind of unit of which it tells something new. */
  readonly counts: readonly KnownCount[];
  readonly release: ReleaseCounts;
}

/** A sum is told while no more of it than this share, or one step of rounding, is in parts that are left out. */
const mostMissing = 0.05;

/** A part that has been decided on. */
interface Part extends PlacedCount {
  readonly index: number;
  /** The count that is rounded: the one that was last decided on, while too little has changed since. */
  readonly told: number;
  readonly rounded: number;
  /** Whether it was left out of the last release, and has hardly changed since. */
  readonly stays_out: boolean;
}

/**
 * Rounds the parts of every count. What rounds to nothing tells no more than that it may be nothing. A part that together with all
 * others would tell too nearly what may be a small count is left out, here and in every sum. Parts told before come first, and one
 * that was left out stays out until it has changed by more than a small count: told a night later, it would tell what it was left out
 * for.
 */
export function roundCounts(
  own: readonly Candidate[],
  programs: readonly Program[],
  profile: Profile,
  past: ToldCounts
): RoundedCounts {
  // in one order, whatever the warehouse gave first
  const candidates = [...own, ...emptiedPlaces(own, past, () => true)].sort((a, b) => (a.key < b.key ? -1 : 1));
  const {knowledge, release, indexOf} = readerOf(candidates, programs, profile);
  const placedSets = placedCounts(candidates);
  const unitSets = unitsOfOthers(own);
  const unitsOf = ({set, key}: PlacedCount) => placedSets.get(unitSets.get(set.id) ?? "")?.get(key);
  const decided = new DecidedParts(past, profile, unitsOf);
  const sets = new Map<string, {parts: SetParts; byKey: ReadonlyMap<string, PlacedCount>}>();
  const parts = new Map<PlacedCount, Part>();
  for (const [id, byKey] of placedSets) {
    const ofSet = partsOf([...byKey.values()], {programs, smallest: profile.base, wasTold: decided.wasTold});
    sets.set(id, {parts: ofSet, byKey});
    for (const part of ofSet.parts) {
      const told = decided.heldOf(part);
      const decision = {told, rounded: roundCount(told, profile), stays_out: decided.staysOut(part)};
      parts.set(part, {...part, ...decision, index: indexOf(part)});
    }
  }

  const rangeFor = ({index, told, count, rounded}: Part): Range => {
    const {lower, upper} = rangeOf(rounded, profile);
    const apart = told === count ? 0 : Math.max(profile.largest, Math.abs(told - count));
    return {count: index, lower: Math.max(0, lower - apart), upper: upper + apart};
  };
  const isOpen = ({stays_out}: Part) => !stays_out;
  const zeros = [...parts.values()].filter((part) => isOpen(part) && part.rounded === 0);
  const others = inOrder(candidates, sets, parts, decided.wasTold).filter((part) => isOpen(part) && part.rounded > 0);
  const shown = new Set([...tellable(zeros, knowledge, rangeFor), ...tellable(others, knowledge, rangeFor)]);

  const [sums, missed] = [new Map<string, number>(), new Map<string, number>()];
  for (const part of parts.values())
    for (const key of sets.get(part.set.id)?.parts.wholesOf(part) ?? [])
      add(shown.has(part) ? sums : missed, `${part.set.id}|${key}`, part.rounded);
  const sumOf = ({set, key}: PlacedCount) => sums.get(`${set.id}|${key}`) ?? 0;
  const isTold = (count: PlacedCount) => {
    const missing = missed.get(`${count.set.id}|${count.key}`) ?? 0;
    const isWhole = parts.has(count) ? missing === 0 : missing <= Math.max(profile.base, mostMissing * sumOf(count));
    return isWhole && sets.get(count.set.id)?.parts.isTold(count.place) === true;
  };
  const knownOf = (one: PlacedCount): KnownCount => {
    const {set, key} = one;
    return {scope: set.scope, set: set.id, place: key, count: decided.heldOf(one), is_known: isTold(one)};
  };
  const placed = (set: CountSet, place: Group & Period) => sets.get(set.id)?.byKey.get(spotKey(place));
  return {
    countOf: (set, place) => {
      const count = placed(set, place);
      return count === undefined || !isTold(count) ? null : sumOf(count);
    },
    isHeld: (set, place) => {
      const count = placed(set, place);
      return count !== undefined && decided.heldOf(count) !== count.count;
    },
    isSame: (set, place) => {
      const count = placed(set, place);
      return count !== undefined && past.isSame(set.id, count.key, count.count);
    },
    has: (set, place) => sets.get(set)?.byKey.has(place) === true,
    counts: past.newlyTold(
      [...sets.values()].flatMap(({byKey, parts: {levels}}) => {
        const counts = [...byKey.values()];
        return [...counts.map(knownOf), ...counts.slice(0, 1).flatMap(({set}) => levelsDecided(set, levels))];
      })
    ),
    release
  };
}

/** For sets of other things than the units of the results that tell them, the ids of the sets of these units. */
function unitsOfOthers(candidates: readonly Candidate[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const {key, tells: [units, ...others] = []} of candidates)
    for (const [{id, scope}] of units !== undefined && key.startsWith("results|") ? others : [])
      if (scope !== units?.[0].scope) found.set(id, units?.[0].id ?? "");
  return found;
}

/** Someone who reads everything that is told, and what is known of sums beforehand. */
function readerOf(candidates: readonly Candidate[], programs: readonly Program[], profile: Profile) {
  const rows = candidates.map(({place, ...row}) => ({...row, place: spotKey(place)}));
  const spots = new Map(candidates.map(({place}) => [spotKey(place), place]));
  const release = releaseCounts(rows, latticeSums([...spots.values()], programs), () => false);
  const {counts, sums} = release.system;
  const sensitive = counts.map(() => true);
  const protection = {
    isSmall: () => false,
    width: profile.width,
    isNarrow: (lower: number, upper: number) => isTooNarrow(lower, upper, profile)
  };
  const indices = new Map<string, number>();
  for (const [row, {place, tells}] of candidates.entries())
    for (const [position, [set]] of tells.entries()) {
      const name = `${set.id}|${spotKey(place)}`;
      if (!indices.has(name)) indices.set(name, release.rows[row]?.counts[position] ?? 0);
    }
  return {
    knowledge: new Knowledge({counts, sensitive, sums}, protection),
    release,
    indexOf: ({set, key}: PlacedCount) => indices.get(`${set.id}|${key}`) ?? 0
  };
}

/** Those of some parts that may be told one after the other: many at once, and where that tells too much, half of them. */
function tellable(parts: readonly Part[], knowledge: Knowledge, rangeFor: (part: Part) => Range): readonly Part[] {
  if (parts.length === 0 || (parts.length <= atOnce && knowledge.tellRanges(parts.map(rangeFor)))) return parts;
  if (parts.length === 1) return [];
  const middle = Math.ceil(parts.length / 2);
  return [parts.slice(0, middle), parts.slice(middle)].flatMap((half) => tellable(half, knowledge, rangeFor));
}

const atOnce = 4096;

/** Parts in the order of the rows that tell them, those first that were told before. */
function inOrder(
  candidates: readonly Candidate[],
  sets: ReadonlyMap<string, {byKey: ReadonlyMap<string, PlacedCount>}>,
  parts: ReadonlyMap<PlacedCount, Part>,
  wasTold: (count: PlacedCount) => boolean
): Part[] {
  const ranked = [...candidates].sort((a, b) => a.rank - b.rank);
  const found = new Set<Part>();
  for (const {place, tells} of ranked)
    for (const [set] of tells) {
      const count = sets.get(set.id)?.byKey.get(spotKey(place));
      const part = count === undefined ? undefined : parts.get(count);
      if (part !== undefined) found.add(part);
    }
  const all = [...found];
  return [...all.filter(wasTold), ...all.filter((part) => !wasTold(part))];
}

function add(sums: Map<string, number>, key: string, count: number): void {
  sums.set(key, (sums.get(key) ?? 0) + count);
}
