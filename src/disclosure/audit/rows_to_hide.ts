import type {Told} from "../count_system.ts";

/**
 * Shown rows without which exposed counts would not be known, or not in this way: of the told counts that each follows from, all rows
 * that tell the `each` that matter least, or the lesser half of them. What earlier releases told cannot be taken back. A count behind which something is hidden
 * for another waits for the next look.
 */
export function rowsToHide(
  exposed: readonly number[],
  behind: (count: number) => readonly number[],
  rows: readonly Told[],
  shown: ReadonlySet<number>,
  each: number
): number[] {
  if (exposed.length === 0) return [];
  const tellers = new Map<number, number[]>();
  for (const row of shown)
    for (const count of rows[row]?.counts ?? []) tellers.set(count, [...(tellers.get(count) ?? []), row]);
  const rankOf = (count: number) => Math.min(...(tellers.get(count) ?? []).map((row) => rows[row]?.rank ?? 0));
  const isOurs = (count: number) => (tellers.get(count) ?? []).every((row) => rows[row]?.is_public !== true);
  const untold = new Set<number>();
  for (const count of exposed) {
    const told = behind(count).filter((one) => tellers.has(one) && isOurs(one));
    if (told.some((one) => untold.has(one))) continue;
    const most = Math.min(each, Math.ceil(told.length / 2));
    for (const one of told.sort((a, b) => rankOf(b) - rankOf(a) || a - b).slice(0, most)) untold.add(one);
  }
  return [...new Set([...untold].flatMap((count) => tellers.get(count) ?? []))];
}
