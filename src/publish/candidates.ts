import {Changes} from "../disclosure/changes.ts";
import {chooseRows} from "../disclosure/choose_rows.ts";
import {Knowledge} from "../disclosure/knowledge.ts";
import type {Profile} from "../disclosure/profile.ts";
import {type AuditedRows, type Auditing, audited} from "./audited.ts";
import {emptiedPlaces} from "./emptied_places.ts";
import {type Group, type Period, spotKey} from "./lattice.ts";
import {latticeSums} from "./lattice_sums.ts";
import {openScopes} from "./open_scopes.ts";
import type {Program} from "./programs.ts";
import {type CountedRow, type ReleaseCounts, releaseCounts} from "./release_counts.ts";
import {measureIn} from "./result_candidates.ts";
import {type KnownCount, ToldCounts} from "./told_counts.ts";

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
  /** Whether figures of a kind of unit may change at all. */
  readonly isOpen: (scope: string) => boolean;
  /** What the release tells, and what it hides, of each kind of unit that it tells something new of. */
  readonly counts: readonly KnownCount[];
  readonly release: ReleaseCounts;
  /** What an audit looked at, and the chosen rows that it hid; null where nobody audited. */
  readonly audited: Pick<AuditedRows, "hidden" | "work"> | null;
}

/** What the changes of several counts add up to is looked at since so many releases; changes of each since all of them. */
const mostReleases = 24;

/**
 * Whether a row of a table, told from all others by its key, may be shown: beside all other rows of the release, and beside the
 * releases before it. Rows told before come first, so that the pattern of what is hidden stays as it is.
 */
export function chooseCandidates(
  unordered: readonly Candidate[],
  programs: readonly Program[],
  profile: Profile,
  told: ToldCounts = new ToldCounts(),
  auditing: Auditing | null = null
): Choice {
  // rows of one rank in one order, whatever the warehouse gave first
  const candidates = unordered.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const isOpen = openScopes(candidates, told, profile);
  const rows = candidates.map(({place, ...row}) => {
    const key = spotKey(place);
    const isOld = row.tells.length > 0 && row.tells.every(([set]) => told.wasKnown(set.id, key));
    const isUnchanged = isOld && row.tells.every(([set, count]) => told.isSame(set.id, key, count));
    return {
      ...row,
      place: key,
      // what another profile let be shown, this one may not
      is_public: isUnchanged && told.lastProfile === profile.name,
      must_hide: row.must_hide || !row.tells.every(([set]) => isOpen(set.scope)),
      rank: row.rank - (isUnchanged ? 2 : isOld ? 1 : 0) * toldBefore
    };
  });
  const gone = emptiedPlaces(candidates, told, isOpen);
  const spots = [...candidates.filter(({tells}) => tells.length > 0), ...gone].map(({place}) => place);
  const sums = latticeSums(uniqueSpots(spots), programs);
  const all = [...rows, ...gone.map(({place, ...row}) => ({...row, place: spotKey(place)}))];
  const release = releaseCounts(all, sums, profile.isSmall, told);
  const {system, nameOf} = release;
  const changes = Array.from({length: Math.min(told.releases, mostReleases)}, (_, releases) => {
    const earlier = (count: number) => told.ago(nameOf(count).set, nameOf(count).place, releases);
    return new Changes(system, earlier, profile.isSmall);
  });
  const chosen = chooseRows(system, release.rows, profile, changes, readerOf(release, profile, told));
  const measureOf = (row: number) => measureIn(candidates[row]?.key ?? "");
  const textOf = (row: number) =>
    [candidates[row]?.key, ...(candidates[row]?.tells.map(([, count]) => count) ?? [])].join("|");
  const after = auditing && audited(release, {...chosen, measureOf, textOf}, profile, auditing);
  const shown = after?.shown ?? chosen.shown;
  const knowledge = after === null ? chosen.knowledge : knowledgeOf(release, shown, profile);
  const keys = new Set([...shown].map((index) => candidates[index]?.key));
  const counts = knownCounts([...candidates, ...gone], release, knowledge).filter(({scope}) => isOpen(scope));
  return {shows: (key) => keys.has(key), isOpen, release, counts: told.newlyTold(counts), audited: after};
}

/** What a reader of some rows knows. */
function knowledgeOf({system, rows}: ReleaseCounts, shown: ReadonlySet<number>, profile: Profile): Knowledge {
  const knowledge = new Knowledge(system, profile);
  knowledge.assume([...shown].flatMap((row) => rows[row]?.counts ?? []));
  return knowledge;
}

/** Someone who has read the releases under other profiles, and takes what they told for what it is now; null without any. */
function readerOf({system, nameOf}: ReleaseCounts, profile: Profile, told: ToldCounts): Knowledge | null {
  if ([...told.profiles].every((name) => name === profile.name)) return null;
  const reader = new Knowledge(system, profile);
  const wasTold = (count: number) => told.wasKnownBeside(profile.name, nameOf(count).set, nameOf(count).place);
  reader.assume([...system.counts.keys()].filter(wasTold));
  return reader;
}

/** Ranks are positive and below this. */
const toldBefore = 2 ** 46;

function uniqueSpots(spots: readonly Candidate["place"][]): Candidate["place"][] {
  return [...new Map(spots.map((spot) => [spotKey(spot), spot])).values()];
}

function knownCounts(
  candidates: readonly Pick<Candidate, "tells">[],
  {rows, system, nameOf}: ReleaseCounts,
  knowledge: Knowledge
): KnownCount[] {
  const known = new Map<number, KnownCount>();
  for (const [index, {tells}] of candidates.entries())
    for (const [position, count] of (rows[index]?.counts ?? []).entries()) {
      const scope = tells[position]?.[0].scope ?? "";
      known.set(count, {
        ...nameOf(count),
        scope,
        count: system.counts[count] ?? 0,
        is_known: knowledge.isNearlyKnown(count)
      });
    }
  return [...known.values()];
}
