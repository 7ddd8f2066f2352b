import {chooseRows} from "../disclosure/choose_rows.ts";
import type {Profile} from "../disclosure/profile.ts";
import type {CountSet} from "../measures/count_sets.ts";
import {type Group, type Period, spotKey} from "./lattice.ts";
import {latticeSums} from "./lattice_sums.ts";
import type {Program} from "./programs.ts";
import {type CountedRow, releaseCounts} from "./release_counts.ts";

/** A row that may be published, by the key of its table, with what it tells of its place. */
export interface Candidate extends Omit<CountedRow, "place"> {
  readonly key: string;
  readonly place: Group & Period;
  readonly tells: readonly (readonly [set: CountSet, count: number])[];
}

/** Which candidates may be shown beside each other, by key. */
export type Shows = (key: string) => boolean;

/** Whether a row of a table, told from all others by its key, may be shown: decided for all rows of a release together. */
export function chooseCandidates(
  candidates: readonly Candidate[],
  programs: readonly Program[],
  profile: Profile
): Shows {
  const rows = candidates.map(({place, ...row}) => ({...row, place: spotKey(place)}));
  const spots = new Map(candidates.flatMap(({place, tells}) => (tells.length > 0 ? [[spotKey(place), place]] : [])));
  const counts = releaseCounts(rows, latticeSums([...spots.values()], programs), profile.isSmall);
  const shown = chooseRows(counts.system, counts.rows, profile);
  const keys = new Set([...shown].map((index) => candidates[index]?.key));
  return (key) => keys.has(key);
}
