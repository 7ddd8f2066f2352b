import type {CountSystem} from "../count_system.ts";
import {at, type Incidence} from "./incidence.ts";

/** One end of the range of a count: twice its index, and one more for the upper end. */
export type End = number;

export const lowerEnd = (count: number): End => 2 * count;
export const upperEnd = (count: number): End => 2 * count + 1;

const unbounded = Number.POSITIVE_INFINITY;
/** Why an end is where it is, besides the index of a sum: nobody moved it, it was told, or a linear program found it. */
const natural = -1;
const told = -2;
const programs = -3;

/**
 * Between what each count lies, for a reader who knows some of them and every sum. It is worked out apart from `Knowledge`, by which
 * rows were chosen, and remembers why each end is where it is.
 */
export class Bounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly #counts: readonly number[];
  readonly #incidence: Incidence;
  readonly #reasons: Int32Array;
  readonly #found = new Map<End, readonly End[]>();
  readonly #queue: number[] = [];
  readonly #isQueued: Uint8Array;

  constructor({counts, sums}: CountSystem, incidence: Incidence) {
    this.#counts = counts;
    this.#incidence = incidence;
    this.lower = new Float64Array(counts.length);
    this.upper = new Float64Array(counts.length).fill(unbounded);
    this.#reasons = new Int32Array(2 * counts.length).fill(natural);
    this.#isQueued = new Uint8Array(sums.length);
  }

  isKnown(count: number): boolean {
    return this.lower[count] === this.upper[count];
  }

  width(count: number): number {
    return at(this.upper, count) - at(this.lower, count);
  }

  /** Adds that some counts are told, and what follows from that. */
  tell(counts: Iterable<number>): void {
    for (const count of counts) {
      const value = this.#counts[count] ?? 0;
      this.#set(count, value, value, told);
      this.#reasons[lowerEnd(count)] = told;
      this.#reasons[upperEnd(count)] = told;
    }
    this.#follow();
  }

  /** Adds that a count lies within some range, because of some ends, and what follows from that. */
  narrow(count: number, lower: number, upper: number, because: readonly End[]): void {
    if (lower > at(this.lower, count)) this.#found.set(lowerEnd(count), because);
    if (upper < at(this.upper, count)) this.#found.set(upperEnd(count), because);
    this.#set(count, lower, upper, programs);
    this.#follow();
  }

  /** The told counts without which some ends would not be known to be where they are; or not in this way. */
  toldBehind(ends: Iterable<End>): number[] {
    const seen = new Set(ends);
    const found = new Set<number>();
    for (const end of seen) {
      const reason = at(this.#reasons, end);
      if (reason === told) found.add(end >> 1);
      else if (reason === programs) for (const other of this.#found.get(end) ?? []) seen.add(other);
      else if (reason !== natural) for (const other of this.#endsIn(reason, end)) seen.add(other);
    }
    return [...found];
  }

  /** The ends in a sum that put one of its ends where it is: of a whole, the same ends of its parts. */
  #endsIn(sum: number, end: End): End[] {
    const {starts, members} = this.#incidence;
    const [whole, ...parts] = members.subarray(at(starts, sum), at(starts, sum + 1));
    const [count, side] = [end >> 1, end & 1];
    if (count === whole) return parts.map((part) => 2 * part + side);
    return [2 * (whole ?? 0) + side, ...parts.filter((part) => part !== count).map((part) => 2 * part + 1 - side)];
  }

  #set(count: number, low: number, high: number, reason: number): void {
    const rises = low > at(this.lower, count);
    const falls = high < at(this.upper, count);
    if (!rises && !falls) return;
    if (rises) {
      this.lower[count] = low;
      this.#reasons[lowerEnd(count)] = reason;
    }
    if (falls) {
      this.upper[count] = high;
      this.#reasons[upperEnd(count)] = reason;
    }
    const {sumStarts, sums} = this.#incidence;
    for (let index = at(sumStarts, count); index < at(sumStarts, count + 1); index += 1) {
      const sum = at(sums, index);
      if (this.#isQueued[sum] === 1) continue;
      this.#isQueued[sum] = 1;
      this.#queue.push(sum);
    }
  }

  #follow(): void {
    for (let next = 0; next < this.#queue.length; next += 1) {
      const sum = this.#queue[next] ?? 0;
      this.#isQueued[sum] = 0;
      this.#look(sum);
    }
    this.#queue.length = 0;
  }

  /** A whole lies between the sums of its parts' ends, and a part between the whole's ends less those of the other parts. */
  #look(sum: number): void {
    const {starts, members} = this.#incidence;
    const [first, last] = [at(starts, sum), at(starts, sum + 1)];
    const whole = at(members, first);
    let [low, high, open] = [0, 0, 0];
    for (let index = first + 1; index < last; index += 1) {
      const part = at(members, index);
      low += at(this.lower, part);
      if (at(this.upper, part) === unbounded) open += 1;
      else high += at(this.upper, part);
    }
    this.#set(whole, low, open === 0 ? high : unbounded, sum);
    const [least, most] = [at(this.lower, whole), at(this.upper, whole)];
    for (let index = first + 1; index < last; index += 1) {
      const part = at(members, index);
      const [lower, upper] = [at(this.lower, part), at(this.upper, part)];
      if (lower === upper) continue;
      const others = upper === unbounded ? open - 1 : open;
      const from = others > 0 ? 0 : least - (upper === unbounded ? high : high - upper);
      this.#set(part, from, most - (low - lower), sum);
    }
  }
}
