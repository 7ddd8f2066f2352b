import {type CountSystem, type Sum, sumsByCount} from "./count_system.ts";

/** A count as it was in an earlier release, and whether its readers knew it, or nearly. */
export interface Earlier {
  readonly count: number;
  readonly is_known: boolean;
}

/**
 * What a reader of an earlier release and of this one learns by subtracting: how much each count that is known of both has changed,
 * and what follows from that by the sums. What did not change is taken for known.
 */
export class Changes {
  readonly #changes: Float64Array;
  readonly #wasKnown: Uint8Array;
  readonly #isKnown: Uint8Array;
  readonly #sums: readonly Sum[];
  readonly #sumsOf: readonly (readonly number[])[];
  readonly #unknown: Int32Array;
  readonly #rest: Float64Array;
  readonly #isSmall: (count: number) => boolean;
  #learned: number[] = [];

  /** `earlier` gives a count as it was; null where nothing is known of it, and for what only follows from others. */
  constructor(system: CountSystem, earlier: (count: number) => Earlier | null, isSmall: (count: number) => boolean) {
    const {counts, sums} = system;
    this.#isSmall = isSmall;
    const before = counts.map((_, index) => earlier(index));
    const known = before.map((one, index) => (one === null ? null : (counts[index] ?? 0) - one.count));
    for (const {whole, parts} of sums) complete(known, whole, parts);
    this.#changes = Float64Array.from(known, (change) => change ?? 0);
    this.#wasKnown = Uint8Array.from(before, (one) => (one?.is_known === true ? 1 : 0));
    this.#isKnown = Uint8Array.from(known, (change) => (change === null || change === 0 ? 1 : 0));
    this.#sums = sums.filter((sum) => this.#holds(sum));
    this.#sumsOf = sumsByCount({...system, sums: this.#sums});
    this.#unknown = Int32Array.from(this.#sums, ({parts}) => parts.filter((part) => !this.#isKnown[part]).length);
    this.#rest = Float64Array.from(this.#sums, ({parts}) =>
      parts.reduce((sum, part) => sum + (this.#changes[part] ?? 0), 0)
    );
  }

  /** A sum of changes that is not all nothing. */
  #holds({whole, parts}: Sum): boolean {
    const change = (count: number) => this.#changes[count] ?? 0;
    if (parts.reduce((sum, part) => sum + change(part), 0) !== change(whole)) return false;
    return [whole, ...parts].some((count) => change(count) !== 0);
  }

  /** Adds that some counts are known now, unless a small change follows. Says whether it was added. */
  tell(counts: readonly number[]): boolean {
    this.#learned = [];
    const queue = counts.filter((count) => this.#wasKnown[count] === 1);
    for (let count = queue.pop(); count !== undefined; count = queue.pop()) {
      if (this.#isKnown[count] === 1) continue;
      this.#know(count, 1);
      this.#learned.push(count);
      const isSafe = !this.#isSmall(Math.abs(this.#changes[count] ?? 0));
      if (isSafe && (this.#sumsOf[count] ?? []).every((sum) => this.#follow(sum, queue))) continue;
      this.takeBack();
      return false;
    }
    return true;
  }

  /** Forgets what was told last. */
  takeBack(): void {
    for (const count of this.#learned) this.#know(count, 0);
    this.#learned = [];
  }

  #know(count: number, isKnown: 0 | 1): void {
    this.#isKnown[count] = isKnown;
    const by = isKnown === 1 ? -1 : 1;
    for (const sum of this.#sumsOf[count] ?? []) {
      if (this.#sums[sum]?.whole === count) continue;
      this.#unknown[sum] = (this.#unknown[sum] ?? 0) + by;
      this.#rest[sum] = (this.#rest[sum] ?? 0) + by * (this.#changes[count] ?? 0);
    }
  }

  #follow(index: number, queue: number[]): boolean {
    const {whole = 0, parts = []} = this.#sums[index] ?? {};
    const unknown = this.#unknown[index] ?? 0;
    if (this.#isKnown[whole] !== 1) {
      if (unknown === 0) queue.push(whole);
      return true;
    }
    if (unknown > 0 && this.#isSmall(Math.abs(this.#rest[index] ?? 0))) return false;
    if (unknown === 1) queue.push(...parts.filter((part) => this.#isKnown[part] !== 1));
    return true;
  }
}

/** The change of the one count of a sum that is not known from its others. */
function complete(changes: (number | null)[], whole: number, parts: readonly number[]): void {
  const missing = [whole, ...parts].filter((count) => changes[count] === null);
  const [count] = missing;
  if (count === undefined || missing.length > 1) return;
  const sum = parts.reduce((all, part) => all + (changes[part] ?? 0), 0);
  changes[count] = count === whole ? sum : (changes[whole] ?? 0) - sum;
}
