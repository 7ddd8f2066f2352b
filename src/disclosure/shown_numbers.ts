import {isSmall} from "./primary.ts";

/** Counts that stand beside figures (violations of a check, rows of a file), by what they count: each that was ever shown. */
export type WrittenNumbers = Readonly<Record<string, readonly number[]>>;

/**
 * Keeps counts that are shown again and again from telling small changes. A count may be shown if it is the same as, or more than a
 * small count away from, every other that was ever shown of the same.
 */
export class ShownNumbers {
  readonly #before: ReadonlyMap<string, ReadonlySet<number>>;
  readonly #added = new Map<string, Set<number>>();

  constructor(written: readonly WrittenNumbers[] = []) {
    const before = new Map<string, Set<number>>();
    for (const numbers of written)
      for (const [name, counts] of Object.entries(numbers))
        before.set(name, new Set([...(before.get(name) ?? []), ...counts]));
    this.#before = before;
  }

  /** Whether a count tells no small change. */
  mayShow(name: string, count: number): boolean {
    const others = [...(this.#before.get(name) ?? []), ...(this.#added.get(name) ?? [])];
    return !others.some((other) => isSmall(Math.abs(other - count)));
  }

  /** Remembers that a count is shown. */
  show(name: string, count: number): void {
    if (this.#before.get(name)?.has(count) === true) return;
    this.#added.set(name, (this.#added.get(name) ?? new Set()).add(count));
  }

  /** Those that were never shown before, to be written down. */
  get added(): WrittenNumbers {
    return Object.fromEntries([...this.#added].map(([name, counts]) => [name, [...counts]]));
  }
}
