import type {CountSystem} from "../count_system.ts";

/** Which counts stand in which sums, as flat lists: those of sum s are members[starts[s]] to members[starts[s + 1] - 1], its whole first. */
export interface Incidence {
  readonly starts: Int32Array;
  readonly members: Int32Array;
  /** The sums of count c are sums[sumStarts[c]] to sums[sumStarts[c + 1] - 1]. */
  readonly sumStarts: Int32Array;
  readonly sums: Int32Array;
}

/** Lays the sums of a system out flat. */
export function incidenceOf({counts, sums: all}: CountSystem): Incidence {
  const starts = new Int32Array(all.length + 1);
  for (const [index, {parts}] of all.entries()) starts[index + 1] = at(starts, index) + parts.length + 1;
  const members = new Int32Array(at(starts, all.length));
  const sumStarts = new Int32Array(counts.length + 1);
  for (const [index, {whole, parts}] of all.entries()) {
    members.set([whole, ...parts], at(starts, index));
    for (const count of [whole, ...parts]) sumStarts[count + 1] = at(sumStarts, count + 1) + 1;
  }
  for (let count = 0; count < counts.length; count += 1)
    sumStarts[count + 1] = at(sumStarts, count + 1) + at(sumStarts, count);
  const sums = new Int32Array(members.length);
  const next = sumStarts.slice();
  for (let sum = 0; sum < all.length; sum += 1)
    for (let index = at(starts, sum); index < at(starts, sum + 1); index += 1) {
      const count = at(members, index);
      sums[at(next, count)] = sum;
      next[count] = at(next, count) + 1;
    }
  return {starts, members, sumStarts, sums};
}

/** The number at a place of a list that has one there. */
export function at(list: Int32Array | Float64Array | Uint8Array, index: number): number {
  return list[index] as number;
}
