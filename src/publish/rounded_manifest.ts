import type {PublishedCheck} from "../checks/protect_checks.ts";
import type {Profile} from "../disclosure/profile.ts";
import {type CountedRows, tellChecks, tellRows} from "./counts_of_people.ts";
import {tellVodim, type VodimRow} from "./vodim.ts";

/**
 * What checks found of people, where a profile rounds counts: none of them, or how many is not said. The same people are counted in
 * results, by parts that are rounded for themselves; all at once, rounded once more, they would narrow down small parts.
 */
export function withoutChecked(
  rows: readonly PublishedCheck[],
  {base}: Pick<Profile, "base">
): readonly PublishedCheck[] {
  return base === 1 ? rows : tellChecks(rows, orNothing);
}

/** How many rows were delivered, and what became of them, likewise. */
export function withoutRows<Whole extends CountedRows>(manifest: Whole, {base}: Pick<Profile, "base">): Whole {
  return base === 1 ? manifest : tellRows(manifest, orNothing);
}

/** How many rows hold what in coded columns, likewise. */
export function withoutVodim(rows: readonly VodimRow[], {base}: Pick<Profile, "base">): VodimRow[] {
  return base === 1 ? [...rows] : tellVodim(rows, orNothing).map(withStatus);
}

function withStatus(row: VodimRow): VodimRow {
  return row.checked === null ? {...row, status: "suppressed"} : row;
}

/** 0 as it is, and null for any other count. */
function orNothing(count: number | null): 0 | null {
  return count === 0 ? 0 : null;
}
