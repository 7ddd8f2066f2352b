import {isSmall} from "./primary.ts";

/** A count that is the sum of others, all by name. */
export interface Sum {
  readonly whole: string;
  readonly parts: readonly string[];
}

interface Bounds {
  lower: number;
  upper: number;
}

/**
 * Names of counts that may not be told beside each other in tens, rounded up: those of 1 to 10, the parts of such a count, and more, the
 * smallest first, until a reader who adds up and subtracts what the tens allow finds every small count possible from 1 to 10. The reader
 * may also take every hidden count for one of at most 10.
 */
export function hiddenTogether(counts: ReadonlyMap<string, number>, sums: readonly Sum[]): Set<string> {
  const hidden = new Set([...counts].filter(([, count]) => isSmall(count)).map(([name]) => name));
  for (const {whole, parts} of sums) if (isSmall(counts.get(whole) ?? 0)) for (const part of parts) hidden.add(part);
  for (;;) {
    const told = toldTooMuch(counts, sums, hidden);
    if (told === undefined) return hidden;
    const beside = sums.filter(({whole, parts}) => whole === told || parts.includes(told));
    const shown = beside.flatMap(({whole, parts}) => [whole, ...parts]).filter((name) => !hidden.has(name));
    // nobody is the last to hide: it leaves the least room
    const sizeOf = (name: string) => counts.get(name) || Number.POSITIVE_INFINITY;
    const [smallest] = shown.sort((a, b) => (sizeOf(a) < sizeOf(b) ? -1 : sizeOf(a) > sizeOf(b) ? 1 : 0));
    for (const name of smallest === undefined ? counts.keys() : [smallest]) hidden.add(name);
  }
}

/** A small count of which a reader finds that it cannot be every number from 1 to 10. */
function toldTooMuch(
  counts: ReadonlyMap<string, number>,
  sums: readonly Sum[],
  hidden: ReadonlySet<string>
): string | undefined {
  if (hidden.size === counts.size) return undefined;
  const readings = [Number.POSITIVE_INFINITY, 10]
    .map((most) => narrowed(boundsOf(counts, hidden, most), sums))
    .filter((bounds) => bounds !== null);
  const isOpen = ({lower, upper}: Bounds) => lower <= 1 && upper >= 10;
  const small = [...counts].filter(([, count]) => isSmall(count)).map(([name]) => name);
  return small.find((name) => readings.some((bounds) => !isOpen(boundsIn(bounds, name))));
}

/** What a reader sees of each count. */
function boundsOf(counts: ReadonlyMap<string, number>, hidden: ReadonlySet<string>, most: number): Map<string, Bounds> {
  const seen = (name: string, count: number): Bounds => {
    if (hidden.has(name)) return {lower: 0, upper: most};
    const upper = 10 * Math.ceil(count / 10);
    return {lower: Math.max(0, upper - 9), upper};
  };
  return new Map([...counts].map(([name, count]) => [name, seen(name, count)]));
}

/** The bounds after every sum and difference has been made, again and again until none says more; null where they contradict each other. */
function narrowed(bounds: Map<string, Bounds>, sums: readonly Sum[]): Map<string, Bounds> | null {
  let before = "";
  for (let now = textOf(bounds); now !== before; now = textOf(bounds)) {
    before = now;
    for (const {whole, parts} of sums) {
      const [all, each] = [boundsIn(bounds, whole), parts.map((part) => boundsIn(bounds, part))];
      const lower = total(each.map((part) => part.lower));
      const upper = total(each.map((part) => part.upper));
      if (lower > all.upper || upper < all.lower) return null;
      const narrower = each.map((part, index) => ({
        lower: Math.max(
          part.lower,
          all.lower - total(each.filter((_, other) => other !== index).map((one) => one.upper))
        ),
        upper: Math.min(part.upper, all.upper - (lower - part.lower))
      }));
      for (const [index, part] of parts.entries()) bounds.set(part, narrower[index] ?? {lower: 0, upper: 0});
      bounds.set(whole, {lower: Math.max(all.lower, lower), upper: Math.min(all.upper, upper)});
    }
  }
  return bounds;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function boundsIn(bounds: ReadonlyMap<string, Bounds>, name: string): Bounds {
  const found = bounds.get(name);
  if (found === undefined) throw new Error(`${name}: a sum of a count that is not there`);
  return found;
}

function textOf(bounds: ReadonlyMap<string, Bounds>): string {
  return [...bounds.values()].map(({lower, upper}) => `${lower},${upper}`).join(" ");
}
