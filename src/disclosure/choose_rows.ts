import type {Changes} from "./changes.ts";
import type {CountSystem, Told} from "./count_system.ts";
import {Knowledge, type Protection} from "./knowledge.ts";

/**
 * Which rows may be shown, by index. Rows are taken in the order of `rank`, lowest first, and each is shown unless what it tells, put
 * together with all rows shown before it, gives a sensitive count away. So the rows that matter most are shown first, and no hidden
 * row could be shown beside those that are. `changes` are those since earlier releases, which must give no small change away either.
 */
export function chooseRows(
  system: CountSystem,
  rows: readonly Told[],
  protection: Protection,
  changes: readonly Changes[] = []
): Set<number> {
  const knowledge = new Knowledge(system, protection);
  const order = [...rows.keys()].sort((a, b) => (rows[a]?.rank ?? 0) - (rows[b]?.rank ?? 0) || a - b);
  const isShown = ({counts, must_hide}: Told) => {
    if (must_hide) return false;
    const learned = tellChanges(changes, counts);
    if (learned === null || knowledge.tell(counts)) return learned !== null;
    for (const [index, own] of learned.entries()) changes[index]?.takeBack(own);
    return false;
  };
  return new Set(order.filter((index) => rows[index] !== undefined && isShown(rows[index])));
}

/** What is learned of the changes since each earlier release, or null if one of them is small. */
function tellChanges(changes: readonly Changes[], counts: readonly number[]): (readonly number[])[] | null {
  const learned: (readonly number[])[] = [];
  for (const since of changes) {
    const own = since.tell(counts);
    if (own === null) {
      for (const [index, others] of learned.entries()) changes[index]?.takeBack(others);
      return null;
    }
    learned.push(own);
  }
  return learned;
}
