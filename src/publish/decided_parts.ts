import type {Profile} from "../disclosure/profile.ts";
import type {CountSet} from "../measures/count_sets.ts";
import {type PeriodType, periodTypes} from "./periods.ts";
import {type PlacedCount, recurs} from "./rounded_parts.ts";
import type {Known, KnownCount, ToldCounts} from "./told_counts.ts";

/** What the last release decided on counts that are rounded, and which of that still stands. */
export class DecidedParts {
  readonly #past: ToldCounts;
  readonly #largest: number;
  readonly #unitsOf: (one: PlacedCount) => PlacedCount | undefined;

  /** `unitsOf` gives the people behind a count of something else, of which one has many: their sessions, for instance. */
  constructor(
    past: ToldCounts,
    {largest}: Pick<Profile, "largest">,
    unitsOf: (one: PlacedCount) => PlacedCount | undefined
  ) {
    this.#past = past;
    this.#largest = largest;
    this.#unitsOf = unitsOf;
  }

  /** Whether the last release told a count. */
  readonly wasTold = (one: PlacedCount): boolean => this.#last(one)?.is_known === true;

  /** Whether the last release left a part out, and too little has changed since. */
  staysOut(one: PlacedCount): boolean {
    const last = this.#last(one);
    return last?.is_known === false && this.#wasPart(one) && this.#isNear(one, last);
  }

  /** The count that the last release decided on while that stands; the count as it is otherwise. */
  heldOf(one: PlacedCount): number {
    const last = this.#last(one);
    const stands = last !== null && (this.staysOut(one) || (last.is_known && this.#isNear(one, last)));
    return stands ? last.count : one.count;
  }

  #last({set, key}: PlacedCount): Known | null {
    return this.#past.ago(set.id, key, 0);
  }

  /** Whether a count changed by no more than a small count, or with no more than a few people. */
  #isNear(one: PlacedCount, last: Known): boolean {
    const units = this.#unitsOf(one);
    const isOfFew = units !== undefined && this.heldOf(units) !== units.count;
    return isOfFew || Math.abs(one.count - last.count) <= this.#largest;
  }

  /** Counts of other lengths of period were not left out: nobody decided on them. A history without lengths says nothing. */
  #wasPart({set, place}: PlacedCount): boolean {
    const last = this.#past.ago(levelSet(set), place.breakdown, 0);
    if (last === null) return true;
    return recurs(set) ? last.count > 0 : last.count === numberOf(place.period_type);
  }
}

/** The length of period by which a release rounds each breakdown of a set, to be told from what it left out. */
export function levelsDecided(set: CountSet, levels: ReadonlyMap<string, PeriodType>): KnownCount[] {
  return [...levels].map(([breakdown, level]) => ({
    ...{scope: set.scope, set: levelSet(set), place: breakdown},
    ...{count: numberOf(level), is_known: true}
  }));
}

function levelSet({id}: CountSet): string {
  return `length of parts of ${id}`;
}

/** From 1, since 0 is a breakdown that nobody decided on. */
function numberOf(period_type: PeriodType): number {
  return 1 + periodTypes.indexOf(period_type);
}
