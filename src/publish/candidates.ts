import {Changes} from "../disclosure/changes.ts";
import {chooseRows} from "../disclosure/choose_rows.ts";
import type {Profile} from "../disclosure/profile.ts";
import type {CountSet} from "../measures/count_sets.ts";
import type {History, KnownCount} from "./history.ts";
import {type Group, type Period, spotKey} from "./lattice.ts";
import {latticeSums} from "./lattice_sums.ts";
import {openScopes} from "./open_scopes.ts";
import type {Program} from "./programs.ts";
import {type CountedRow, type ReleaseCounts, releaseCounts} from "./release_counts.ts";

/** A row that may be published, by the key of its table, with what it tells of its place. */
export interface Candidate extends Omit<CountedRow, "place"> {
  readonly key: string;
  readonly place: Group & Period;
}

/** Which candidates may be shown beside each other, by key. */
export type Shows = (key: string) => boolean;

/** What was decided for all rows of a release together. */
export interface Choice {
  readonly shows: Shows;
  /** Every count, and whether the release tells it now; null where it tells nothing that was not told before. */
  readonly counts: readonly KnownCount[] | null;
  readonly release: ReleaseCounts;
}

/**
 * Whether a row of a table, told from all others by its key, may be shown: beside all other rows of the release, and beside the
 * releases before it. Rows told before come first, so that the pattern of what is hidden stays as it is.
 */
export function chooseCandidates(
  candidates: readonly Candidate[],
  programs: readonly Program[],
  profile: Profile,
  history: History = {told: [], shown: null}
): Choice {
  const isOpen = openScopes(candidates, history.told, profile);
  const wasTold = (set: CountSet, place: string) => history.told.some(({countOf}) => countOf(set.id, place)?.was_told);
  const isSame = (set: CountSet, place: string, count: number) =>
    history.told.find(({countOf}) => countOf(set.id, place)?.was_told)?.countOf(set.id, place)?.count === count;
  const rows = candidates.map(({place, ...row}) => {
    const key = spotKey(place);
    const isOld = row.tells.length > 0 && row.tells.every(([set]) => wasTold(set, key));
    const isUnchanged = isOld && row.tells.every(([set, count]) => isSame(set, key, count));
    return {
      ...row,
      place: key,
      must_hide: row.must_hide || !row.tells.every(([set]) => isOpen(set.scope)),
      rank: row.rank - (isUnchanged ? 2 : isOld ? 1 : 0) * toldBefore
    };
  });
  const spots = new Map(candidates.flatMap(({place, tells}) => (tells.length > 0 ? [[spotKey(place), place]] : [])));
  const release = releaseCounts(rows, latticeSums([...spots.values()], programs), profile.isSmall);
  const {system, nameOf} = release;
  const earlier = history.told.map(({countOf}) => (count: number) => {
    const {set, place} = nameOf(count);
    return countOf(set, place);
  });
  const changes = earlier.map((of) => new Changes(system, of, profile.isSmall));
  const shown = chooseRows(system, release.rows, profile, changes);
  const keys = new Set([...shown].map((index) => candidates[index]?.key));
  return {shows: (key) => keys.has(key), release, counts: newlyTold(candidates, release, shown, isOpen, history)};
}

/** Ranks are positive and below this. */
const toldBefore = 2 ** 46;

function newlyTold(
  candidates: readonly Candidate[],
  {rows, system, nameOf}: ReleaseCounts,
  shown: ReadonlySet<number>,
  isOpen: (scope: string) => boolean,
  {told: earlier}: History
): KnownCount[] | null {
  const told = new Set([...shown].flatMap((index) => rows[index]?.counts ?? []));
  const known = new Map<number, KnownCount>();
  for (const [index, {tells}] of candidates.entries())
    for (const [position, count] of (rows[index]?.counts ?? []).entries()) {
      const scope = tells[position]?.[0].scope ?? "";
      if (isOpen(scope))
        known.set(count, {...nameOf(count), scope, count: system.counts[count] ?? 0, is_told: told.has(count)});
    }
  const counts = [...known.values()];
  const isNew = ({set, scope, place, count, is_told}: KnownCount) => {
    const before = earlier.find(({hasScope}) => hasScope(scope))?.countOf(set, place);
    return is_told && !(before?.was_told === true && before.count === count);
  };
  return counts.some(isNew) ? counts : null;
}
