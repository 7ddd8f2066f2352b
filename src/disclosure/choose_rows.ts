import type {CountSystem, Told} from "./count_system.ts";
import {Knowledge, type Protection} from "./knowledge.ts";

/**
 * Which rows may be shown, by index. Rows are taken in the order of `rank`, lowest first, and each is shown unless what it tells, put
 * together with all rows shown before it, gives a sensitive count away. So the rows that matter most are shown first, and no hidden
 * row could be shown beside those that are.
 */
export function chooseRows(system: CountSystem, rows: readonly Told[], protection: Protection): Set<number> {
  const knowledge = new Knowledge(system, protection);
  const order = [...rows.keys()].sort((a, b) => (rows[a]?.rank ?? 0) - (rows[b]?.rank ?? 0) || a - b);
  return new Set(order.filter((row) => rows[row]?.must_hide === false && knowledge.tell(rows[row].counts)));
}
