import type {CountSystem, Sum, Told} from "../disclosure/count_system.ts";
import {apart, type CountSet, nested} from "../measures/count_sets.ts";
import type {PlaceSum} from "./lattice_sums.ts";

/** One row that may be published: which counts of which sets it tells of its place. */
export interface CountedRow {
  /** Key of the place. */
  readonly place: string;
  readonly tells: readonly (readonly [set: CountSet, count: number])[];
  /** Rows of a lower rank are shown before others. */
  readonly rank: number;
  /** Hidden whatever other rows tell. */
  readonly must_hide: boolean;
  /** Whether even nobody, or everybody, tells too much. */
  readonly hides_extremes: boolean;
}

/** The counts that rows tell, with every sum that a reader can make of them. */
export interface ReleaseCounts {
  readonly system: CountSystem;
  readonly rows: readonly Told[];
  /** What a count is, for messages to the organisation: its set and its place. */
  readonly nameOf: (count: number) => CountName;
}

export interface CountName {
  readonly set: string;
  readonly place: string;
}

/**
 * Every count of the rows, and every count that follows from two of them: what a set has more than one inside it, and what is left
 * of a set beside parts of it that have nobody in common. `sums` are those over places and periods; where counts do not obey one
 * (units that recur), it does not count as a sum.
 */
export function releaseCounts(
  rows: readonly CountedRow[],
  sums: readonly PlaceSum[],
  isSmall: (count: number) => boolean
): ReleaseCounts {
  const builder = new Builder(isSmall);
  const told = rows.map(({place, tells, rank, must_hide, hides_extremes}) => ({
    counts: tells.map(([set, count]) => builder.tell(set, place, count, hides_extremes)),
    rank,
    must_hide
  }));
  builder.addDifferences();
  builder.addRests();
  builder.addSums(sums);
  return {system: builder.system(), rows: told, nameOf: (count) => builder.nameOf(count)};
}

class Builder {
  readonly #counts: number[] = [];
  readonly #sensitive: boolean[] = [];
  readonly #names: CountName[] = [];
  readonly #sums: Sum[] = [];
  readonly #sets = new Map<string, CountSet>();
  /** Counts by place, by set. */
  readonly #places = new Map<string, Map<string, number>>();
  /** Sets of which nobody, or everybody, tells too much. */
  readonly #extreme = new Set<string>();
  readonly #isSmall: (count: number) => boolean;

  constructor(isSmall: (count: number) => boolean) {
    this.#isSmall = isSmall;
  }

  tell(set: CountSet, place: string, count: number, hidesExtremes: boolean): number {
    this.#sets.set(set.id, set);
    if (hidesExtremes) this.#extreme.add(set.id);
    return this.#at(set.id, place, count, hidesExtremes);
  }

  /** The count of a set in a place; another count of the same name is a set of its own. */
  #at(set: string, place: string, count: number, hidesExtremes: boolean): number {
    const places = this.#placesOf(set);
    const known = places.get(place);
    if (known !== undefined && this.#counts[known] !== count)
      return this.#at(`${set} (counted otherwise)`, place, count, hidesExtremes);
    if (known !== undefined) return known;
    const index = this.#counts.length;
    this.#counts.push(count);
    this.#sensitive.push(this.#isSmall(count) || (hidesExtremes && count === 0));
    this.#names.push({set, place});
    places.set(place, index);
    return index;
  }

  #placesOf(set: string): Map<string, number> {
    const places = this.#places.get(set) ?? new Map<string, number>();
    this.#places.set(set, places);
    return places;
  }

  /** How many a set has more than the next one inside it; and more than any inside it, where that is a small count. */
  addDifferences(): void {
    const pairs = nested([...this.#sets.values()]);
    const inside = Map.groupBy(pairs, ([outer]) => outer.id);
    const isBetween = (outer: string, inner: string) =>
      (inside.get(outer) ?? []).some(([, {id}]) => (inside.get(id) ?? []).some(([, last]) => last.id === inner));
    for (const [outer, inner] of pairs) {
      const isNext = !isBetween(outer.id, inner.id);
      const name = `${outer.id} less ${inner.id}`;
      const own = this.#placesOf(inner.id);
      for (const [place, whole] of this.#placesOf(outer.id)) {
        const part = own.get(place);
        if (part === undefined) continue;
        const difference = this.#count(whole) - this.#count(part);
        if (difference < 0 || !(isNext || this.#isSmall(difference))) continue;
        this.#sums.push({whole, parts: [part, this.#at(name, place, difference, this.#extreme.has(inner.id))]});
      }
    }
  }

  /** What is left of a set beside parts of it that have nobody in common. */
  addRests(): void {
    for (const {outer, parts} of apart([...this.#sets.values()])) {
      const name = `${outer.id} beside ${parts.map(({id}) => id).join(", ")}`;
      for (const [place, whole] of this.#placesOf(outer.id)) {
        const own = parts.flatMap(({id}) => this.#placesOf(id).get(place) ?? []);
        const rest = own.reduce((left, part) => left - this.#count(part), this.#count(whole));
        if (own.length < parts.length || rest < 0) continue;
        this.#sums.push({whole, parts: [...own, this.#at(name, place, rest, false)]});
      }
    }
  }

  addSums(sums: readonly PlaceSum[]): void {
    for (const places of this.#places.values()) {
      for (const {whole, parts} of sums) {
        const total = places.get(whole);
        if (total === undefined) continue;
        const own = parts.flatMap((part) => places.get(part) ?? []);
        const sum = own.reduce((all, part) => all + this.#count(part), 0);
        if (own.length > 0 && sum === this.#count(total)) this.#sums.push({whole: total, parts: own});
      }
    }
  }

  #count(index: number): number {
    return this.#counts[index] ?? 0;
  }

  system(): CountSystem {
    return {counts: this.#counts, sensitive: this.#sensitive, sums: this.#sums};
  }

  nameOf(count: number): CountName {
    return this.#names[count] ?? {set: "", place: ""};
  }
}
