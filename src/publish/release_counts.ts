import type {CountSystem, Sum, Told} from "../disclosure/count_system.ts";
import {apart, type CountSet, nested, nestedOverAllTime, nextOf, overlaps} from "../measures/count_sets.ts";
import type {PlaceSum} from "./lattice_sums.ts";
import {type Terms, ToldCounts} from "./told_counts.ts";

/** One row that may be published: which counts of which sets it tells of its place. */
export interface CountedRow {
  /** Key of the place. */
  readonly place: string;
  readonly tells: readonly (readonly [set: CountSet, count: number])[];
  /** Rows of a lower rank are shown before others. */
  readonly rank: number;
  /** Hidden whatever other rows tell. */
  readonly must_hide: boolean;
  /** Told just so by an earlier release. */
  readonly is_public?: boolean;
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
 * (units that recur), it does not count as a sum. A count is sensitive if it is small, or if it changed by a small count since
 * a release that told it.
 */
export function releaseCounts(
  rows: readonly CountedRow[],
  sums: readonly PlaceSum[],
  isSmall: (count: number) => boolean,
  past: ToldCounts = new ToldCounts()
): ReleaseCounts {
  const builder = new Builder(isSmall, past);
  const told = rows.map(({place, tells, rank, must_hide, is_public = false, hides_extremes}) => ({
    counts: tells.map(([set, count]) => builder.tell(set, place, count, hides_extremes)),
    ...{rank, must_hide, is_public}
  }));
  builder.addInside();
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
  /** Sets that some row tells that is no step of a curve. */
  readonly #byThemselves = new Set<string>();
  readonly #isSmall: (count: number) => boolean;
  readonly #past: ToldCounts;

  constructor(isSmall: (count: number) => boolean, past: ToldCounts) {
    this.#isSmall = isSmall;
    this.#past = past;
  }

  tell(set: CountSet, place: string, count: number, hidesExtremes: boolean): number {
    if (set.holds.size >= (this.#sets.get(set.id)?.holds.size ?? 0)) this.#sets.set(set.id, set);
    if (hidesExtremes) this.#extreme.add(set.id);
    if (set.splits === undefined) this.#byThemselves.add(set.id);
    return this.#at(set.id, place, count, hidesExtremes, [[set.id, 1]]);
  }

  /** The count of a set in a place, made of those of `terms`; another count of the same name is a set of its own. */
  #at(set: string, place: string, count: number, hidesExtremes: boolean, terms: Terms): number {
    const places = this.#placesOf(set);
    const known = places.get(place);
    if (known !== undefined && this.#counts[known] !== count)
      return this.#at(`${set} (counted otherwise)`, place, count, hidesExtremes, terms);
    if (known !== undefined) return known;
    const index = this.#counts.length;
    this.#counts.push(count);
    this.#sensitive.push(this.#tellsFew(count, place, terms) || (hidesExtremes && count === 0));
    this.#names.push({set, place});
    places.set(place, index);
    return index;
  }

  /** Whether a count is small, or its change since a release in which readers knew it. */
  #tellsFew(count: number, place: string, terms: Terms): boolean {
    if (this.#isSmall(count)) return true;
    for (const before of this.#past.valuesOf(terms, place)) if (this.#isSmall(Math.abs(count - before))) return true;
    return false;
  }

  #placesOf(set: string): Map<string, number> {
    const places = this.#places.get(set) ?? new Map<string, number>();
    this.#places.set(set, places);
    return places;
  }

  /** Every count that follows from those of sets inside each other. */
  addInside(): void {
    const pairs = nested([...this.#sets.values()]);
    this.addDifferences(pairs, () => true);
    this.addDifferences(nestedOverAllTime([...this.#sets.values()]), isAllTime);
    this.addNeithers(pairs);
    this.addRests();
    this.addSplits();
  }

  /**
   * How many a set has more than one inside it. Of sets that only curves tell, which are many, than the next one, and than any where
   * it is a small count.
   */
  addDifferences(pairs: Pairs, isAmong: (place: string) => boolean): void {
    const isNext = nextOf(pairs);
    for (const [outer, inner] of pairs) {
      const isWanted = this.#byThemselves.has(inner.id) || isNext(outer, inner);
      const terms = lessOf(outer, inner);
      const own = this.#placesOf(inner.id);
      for (const [place, whole] of this.#placesOf(outer.id)) {
        const part = own.get(place);
        if (part === undefined || !isAmong(place)) continue;
        const difference = this.#count(whole) - this.#count(part);
        if (difference >= 0 && (isWanted || this.#tellsFew(difference, place, terms)))
          this.#outside(outer, inner, place);
      }
    }
  }

  /**
   * Who is in neither of two sets that overlap: those outside the one less those of them in the other. Of several sets around the two
   * it is that of the next, and of any where it is a small count.
   */
  addNeithers(pairs: Pairs): void {
    const isNext = nextOf(pairs);
    for (const {whole, one, other, both} of overlaps(pairs)) {
      const name = `${whole.id} less ${one.id} and ${other.id}`;
      const isNextInside = isNext(whole, one) || isNext(whole, other);
      const terms = [
        [whole.id, 1],
        [one.id, -1],
        [other.id, -1],
        [both.id, 1]
      ] as const;
      for (const place of this.#placesOf(both.id).keys()) {
        const [all, first, second, shared] = [whole, one, other, both].map(({id}) => this.#placesOf(id).get(place));
        if (all === undefined || first === undefined || second === undefined || shared === undefined) continue;
        const neither = this.#count(all) - this.#count(first) - this.#count(second) + this.#count(shared);
        if (neither < 0 || !(isNextInside || this.#tellsFew(neither, place, terms))) continue;
        const rest = this.#at(name, place, neither, false, terms);
        this.#sums.push({whole: this.#outside(whole, one, place), parts: [this.#outside(other, both, place), rest]});
        this.#sums.push({whole: this.#outside(whole, other, place), parts: [this.#outside(one, both, place), rest]});
      }
    }
  }

  /** The count of those of a set who are not in one inside it, in a place that has both. */
  #outside(outer: CountSet, inner: CountSet, place: string): number {
    const name = `${outer.id} less ${inner.id}`;
    const known = this.#placesOf(name).get(place);
    if (known !== undefined) return known;
    const [whole = 0, part = 0] = [outer, inner].map(({id}) => this.#placesOf(id).get(place));
    const left = this.#count(whole) - this.#count(part);
    const difference = this.#at(name, place, left, this.#extreme.has(inner.id), lessOf(outer, inner));
    this.#sums.push({whole, parts: [part, difference]});
    return difference;
  }

  /** What is left of a set beside parts of it that have nobody in common. */
  addRests(): void {
    for (const {outer, parts} of apart([...this.#sets.values()])) {
      const name = `${outer.id} beside ${parts.map(({id}) => id).join(", ")}`;
      const terms = [[outer.id, 1], ...parts.map(({id}) => [id, -1] as const)] as const;
      for (const [place, whole] of this.#placesOf(outer.id)) {
        const own = parts.flatMap(({id}) => this.#placesOf(id).get(place) ?? []);
        const rest = own.reduce((left, part) => left - this.#count(part), this.#count(whole));
        if (own.length < parts.length || rest < 0) continue;
        this.#sums.push({whole, parts: [...own, this.#at(name, place, rest, false, terms)]});
      }
    }
  }

  /** Sets that are made up of others. */
  addSplits(): void {
    for (const {id, splits = []} of this.#sets.values())
      for (const parts of splits)
        for (const [place, whole] of this.#placesOf(id)) {
          const own = parts.flatMap((part) => this.#placesOf(part).get(place) ?? []);
          if (own.length === parts.length) this.#sums.push({whole, parts: own});
        }
  }

  /** What is left of a whole beside the parts that have a row is a count too: of those in the places that have none. */
  addSums(sums: readonly PlaceSum[]): void {
    for (const [set, places] of this.#places) {
      for (const {whole, parts} of sums) {
        const total = places.get(whole);
        if (total === undefined) continue;
        const own = parts.flatMap((part) => places.get(part) ?? []);
        const sum = own.reduce((all, part) => all + this.#count(part), 0);
        const left = this.#count(total) - sum;
        if (own.length === 0 || left < 0) continue;
        this.#sums.push({whole: total, parts: left === 0 ? own : [...own, this.#elsewhere(set, whole, left)]});
      }
    }
  }

  #elsewhere(set: string, place: string, count: number): number {
    this.#counts.push(count);
    this.#sensitive.push(this.#isSmall(count));
    this.#names.push({set: `${set} elsewhere`, place});
    return this.#counts.length - 1;
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

type Pairs = ReturnType<typeof nested>;

function lessOf(outer: CountSet, inner: CountSet): Terms {
  return [
    [outer.id, 1],
    [inner.id, -1]
  ];
}

function isAllTime(place: string): boolean {
  return place.split("|")[1] === "all";
}
