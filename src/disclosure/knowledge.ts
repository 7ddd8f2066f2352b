import {type CountSystem, sumsByCount} from "./count_system.ts";

/** What must stay open about counts. */
export interface Protection {
  /** A count that must not be seen. */
  readonly isSmall: (count: number) => boolean;
  /** A sensitive count must stay possible over a range at least this wide. */
  readonly width: number;
  /** What is too narrow for a sensitive count, where that does not hang on its width alone. */
  readonly isNarrow?: (lower: number, upper: number) => boolean;
}

/** Between what a count lies. */
export interface Range {
  readonly count: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * What a reader knows who puts all that was told together: between what each count lies. A told count is its own bound, no count is
 * negative, a whole lies between the sums of its parts' bounds, and a part between the whole's bounds less those of the other parts.
 */
export class Knowledge {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly #system: CountSystem;
  readonly #sumsOf: readonly (readonly number[])[];
  readonly #protection: Protection;
  /** For each sum: what its parts' lower and finite upper bounds add up to, how many have no upper bound, and the unknown rest. */
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #unbounded: Int32Array;
  readonly #rest: Float64Array;
  #changes: Range[] = [];
  #learned: number[] = [];
  #queue: number[] = [];
  #isAssuming = false;
  readonly #isQueued: Uint8Array;

  constructor(system: CountSystem, protection: Protection) {
    const {counts, sums} = system;
    this.#system = system;
    this.#protection = protection;
    this.#sumsOf = sumsByCount(system);
    this.lower = new Float64Array(counts.length);
    this.upper = new Float64Array(counts.length).fill(Number.POSITIVE_INFINITY);
    this.#low = new Float64Array(sums.length);
    this.#high = new Float64Array(sums.length);
    this.#unbounded = Int32Array.from(sums, ({parts}) => parts.length);
    this.#rest = Float64Array.from(sums, ({parts}) => parts.reduce((sum, part) => sum + (counts[part] ?? 0), 0));
    this.#isQueued = new Uint8Array(sums.length);
  }

  isKnown(count: number): boolean {
    return this.lower[count] === this.upper[count];
  }

  /** Whether a count is known so narrowly that, if it were sensitive, it would be known too narrowly. */
  isNearlyKnown(count: number): boolean {
    return this.#isNarrow(this.lower[count] ?? 0, this.upper[count] ?? 0);
  }

  /** The counts that became nearly known when something was told last. */
  get learned(): readonly number[] {
    return this.#learned;
  }

  /**
   * Adds what some counts tell, unless a sensitive count would become known too narrowly, or it would become known that several
   * unknown counts add up to a small one. Says whether they were added.
   */
  tell(counts: readonly number[]): boolean {
    const own = (count: number) => this.#system.counts[count] ?? 0;
    return this.tellRanges(counts.map((count) => ({count, lower: own(count), upper: own(count)})));
  }

  /** The same of counts of which a reader is told no more than between what they lie. */
  tellRanges(ranges: readonly Range[]): boolean {
    this.#changes = [];
    this.#learned = [];
    const isSafe = ranges.every(({count, lower, upper}) => this.#set(count, lower, upper)) && this.#follow();
    if (!isSafe) this.takeBack();
    return isSafe;
  }

  /** Takes counts for known, whatever that tells. What is told afterwards must not tell more of a sensitive one. */
  assume(counts: readonly number[]): void {
    this.#isAssuming = true;
    this.tell(counts);
    this.#isAssuming = false;
    [this.#changes, this.#learned] = [[], []];
  }

  #set(count: number, low: number, high: number): boolean {
    const [lower = 0, upper = 0] = [this.lower[count], this.upper[count]];
    if (low <= lower && high >= upper) return true;
    const [newLower, newUpper] = [Math.max(low, lower), Math.min(high, upper)];
    this.#changes.push({count, lower, upper});
    this.#write(count, newLower, newUpper);
    for (const sum of this.#sumsOf[count] ?? []) {
      if (this.#isQueued[sum]) continue;
      this.#isQueued[sum] = 1;
      this.#queue.push(sum);
    }
    if (!this.#isNarrow(newLower, newUpper)) return true;
    if (!this.#isNarrow(lower, upper)) this.#learned.push(count);
    return this.#isAssuming || !this.#system.sensitive[count];
  }

  #isNarrow(lower: number, upper: number): boolean {
    const {width, isNarrow} = this.#protection;
    return isNarrow === undefined ? upper - lower < width : isNarrow(lower, upper);
  }

  #write(count: number, lower: number, upper: number): void {
    const [oldLower = 0, oldUpper = 0] = [this.lower[count], this.upper[count]];
    const wasKnown = oldLower === oldUpper;
    const isKnown = lower === upper;
    this.lower[count] = lower;
    this.upper[count] = upper;
    const learned = Number(isKnown) - Number(wasKnown);
    const own = this.#system.counts[count] ?? 0;
    for (const index of this.#sumsOf[count] ?? []) {
      if (this.#system.sums[index]?.whole === count) continue;
      this.#low[index] = (this.#low[index] ?? 0) + lower - oldLower;
      this.#high[index] = (this.#high[index] ?? 0) + finite(upper) - finite(oldUpper);
      this.#unbounded[index] = (this.#unbounded[index] ?? 0) + infinite(upper) - infinite(oldUpper);
      this.#rest[index] = (this.#rest[index] ?? 0) - learned * own;
    }
  }

  #follow(): boolean {
    for (let next = 0; next < this.#queue.length; next += 1) {
      const index = this.#queue[next] ?? 0;
      this.#isQueued[index] = 0;
      if (!this.#look(index)) {
        for (const later of this.#queue.slice(next)) this.#isQueued[later] = 0;
        this.#queue = [];
        return false;
      }
    }
    this.#queue = [];
    return true;
  }

  #look(index: number): boolean {
    const {whole = 0, parts = []} = this.#system.sums[index] ?? {};
    const [low = 0, high = 0, unbounded = 0] = [this.#low[index], this.#high[index], this.#unbounded[index]];
    if (!this.#set(whole, low, unbounded === 0 ? high : Number.POSITIVE_INFINITY)) return false;
    if (!this.#isAssuming && this.isKnown(whole) && this.#protection.isSmall(this.#rest[index] ?? 0)) return false;
    const [least = 0, most = 0] = [this.lower[whole], this.upper[whole]];
    for (const part of parts) {
      const [lower = 0, upper = 0] = [this.lower[part], this.upper[part]];
      if (lower === upper) continue;
      const others = unbounded - infinite(upper);
      const from = others > 0 ? lower : least - ((this.#high[index] ?? 0) - finite(upper));
      if (!this.#set(part, from, most - ((this.#low[index] ?? 0) - lower))) return false;
    }
    return true;
  }

  /** Forgets what was told last. */
  takeBack(): void {
    for (const {count, lower, upper} of this.#changes.reverse()) this.#write(count, lower, upper);
    this.#changes = [];
    for (const sum of this.#queue) this.#isQueued[sum] = 0;
    this.#queue = [];
  }
}

function finite(bound: number): number {
  return bound === Number.POSITIVE_INFINITY ? 0 : bound;
}

function infinite(bound: number): 0 | 1 {
  return bound === Number.POSITIVE_INFINITY ? 1 : 0;
}
