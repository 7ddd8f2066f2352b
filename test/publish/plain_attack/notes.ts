import type {Equation} from "./fill_in.ts";
import {keyOf, type Place, type PublishedProgram, sumsAmong} from "./places.ts";
import type {Who} from "./who.ts";

/** What somebody writes down who reads published files: which counts stand there, which are hidden, and what adds up to what. */
export class Notes {
  readonly #people = new Map<string, Who>();
  /** By kind of unit: where the files speak of it. */
  readonly #places = new Map<string, Map<string, Place>>();
  /** By who: where a file has a row of them, with their count or without. */
  readonly #listed = new Map<string, Set<string>>();
  readonly #counts = new Map<string, number>();
  readonly #equations: Equation[] = [];
  /** Who has a row wherever anybody is: by who, the kinds of places. */
  readonly #isComplete = new Map<string, Set<string>>();

  /** A count that stands in a file; null where it is hidden. */
  write(who: Who, place: Place, count: number | null): void {
    const known = this.#people.get(who.name);
    if (known === undefined || known.conditions.size < who.conditions.size) this.#people.set(who.name, who);
    const key = keyOf(place);
    const places = this.#places.get(who.kind) ?? new Map<string, Place>();
    this.#places.set(who.kind, places.set(key, place));
    this.#listed.set(who.name, (this.#listed.get(who.name) ?? new Set()).add(key));
    if (count === null) return;
    const name = nameOf(who, key);
    const before = this.#counts.get(name);
    if (before !== undefined && before !== count) throw new Error(`${name}: ${before} and ${count}`);
    this.#counts.set(name, count);
  }

  /** In places of this kind, no row means nobody. */
  isComplete({name}: Who, place: Place): void {
    this.#isComplete.set(name, (this.#isComplete.get(name) ?? new Set()).add(kindOf(place)));
  }

  /** Some people are others taken together, who have nobody in common. */
  addUp(whole: Who, parts: readonly Who[], place: Place): void {
    const key = keyOf(place);
    for (const one of [whole, ...parts]) this.write(one, place, null);
    this.#equations.push({whole: nameOf(whole, key), parts: parts.map((part) => nameOf(part, key))});
  }

  people(): Who[] {
    return [...this.#people.values()];
  }

  placesOf({kind}: Who): string[] {
    return [...(this.#places.get(kind)?.keys() ?? [])];
  }

  known(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /** What is known, with zero where no row means nobody, and every equation. */
  all(programs: readonly PublishedProgram[]): {known: Map<string, number>; equations: Equation[]} {
    const known = new Map(this.#counts);
    const equations = [...this.#equations];
    const sums = new Map([...this.#places].map(([kind, places]) => [kind, sumsAmong([...places.values()], programs)]));
    for (const who of this.#people.values()) {
      const listed = this.#listed.get(who.name);
      const complete = this.#isComplete.get(who.name);
      for (const [key, place] of this.#places.get(who.kind) ?? [])
        if (complete?.has(kindOf(place)) && !listed?.has(key)) known.set(nameOf(who, key), 0);
      const {ofPlaces = [], ofTimes = []} = sums.get(who.kind) ?? {};
      for (const {whole, parts} of [...ofPlaces, ...(who.recurs ? [] : ofTimes)]) {
        if (![whole, ...parts].some((key) => listed?.has(key))) continue;
        equations.push({whole: nameOf(who, whole), parts: parts.map((part) => nameOf(who, part))});
      }
    }
    return {known, equations};
  }
}

export function nameOf({name}: Who, key: string): string {
  return `${name} @ ${key}`;
}

function kindOf({breakdown, period_type}: Place): string {
  return `${breakdown}|${period_type}`;
}
