import type {Changes} from "./changes.ts";
import type {CountSystem, Told} from "./count_system.ts";
import {Knowledge, type Protection} from "./knowledge.ts";

/** The rows that may be shown, by index, and what their readers know. */
export interface Chosen {
  readonly shown: ReadonlySet<number>;
  readonly knowledge: Knowledge;
}

/**
 * Which rows may be shown, by index. Rows are taken in the order of `rank`, lowest first, and each is shown unless what it tells, put
 * together with all rows shown before it, gives a sensitive count away. So the rows that matter most are shown first, and no hidden
 * row could be shown beside those that are. `changes` are those since earlier releases, which must give no small change away either;
 * `reader`, if one is given, knows more than what is shown, and must not learn a sensitive count either.
 */
export function chooseRows(
  system: CountSystem,
  rows: readonly Told[],
  protection: Protection,
  changes: readonly Changes[] = [],
  reader: Knowledge | null = null
): Chosen {
  const knowledge = new Knowledge(system, protection);
  const order = [...rows.keys()].sort((a, b) => (rows[a]?.rank ?? 0) - (rows[b]?.rank ?? 0) || a - b);
  const isShown = ({counts, must_hide}: Told) => {
    if (must_hide || !knowledge.tell(counts)) return false;
    if (reader === null || reader.tell(counts)) {
      if (tellChanges(changes, knowledge.learned)) return true;
      reader?.takeBack();
    }
    knowledge.takeBack();
    return false;
  };
  return {shown: new Set(order.filter((index) => rows[index] !== undefined && isShown(rows[index]))), knowledge};
}

/** Adds what is learned of the changes since each earlier release, unless one of them is small. Says whether it was added. */
function tellChanges(changes: readonly Changes[], counts: readonly number[]): boolean {
  const told: Changes[] = [];
  for (const since of changes) {
    if (since.tell(counts)) told.push(since);
    else {
      for (const one of told) one.takeBack();
      return false;
    }
  }
  return true;
}
