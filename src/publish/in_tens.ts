import type {PublishedCheck} from "../checks/protect_checks.ts";
import {type CountedRows, tellChecks, tellRows} from "./counts_of_people.ts";
import {tellVodim, type VodimRow} from "./vodim.ts";

/**
 * What checks found of people, rounded up to tens: these counts are not held between releases as figures are, so from exact ones of
 * two nights a reader could tell that one more person came. Counts of files, programs and months stay exact.
 */
export function checksInTens(rows: readonly PublishedCheck[]): readonly PublishedCheck[] {
  return tellChecks(rows, inTens);
}

/** How many rows were delivered, what became of them, and how many are quarantined or wait, likewise. */
export function rowsInTens<Whole extends CountedRows>(manifest: Whole): Whole {
  return tellRows(manifest, inTens);
}

/** How many rows hold what in coded columns, likewise. */
export function vodimInTens(rows: readonly VodimRow[]): VodimRow[] {
  return tellVodim(rows, inTens);
}

/** A hidden count stays hidden, and none is none. */
function inTens(count: number | null): number | null {
  return count === null ? null : 10 * Math.ceil(count / 10);
}
