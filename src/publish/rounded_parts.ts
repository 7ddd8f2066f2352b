import type {CountSet} from "../measures/count_sets.ts";
import {programBreakdowns} from "../measures/dimensions.ts";
import type {Candidate} from "./candidates.ts";
import {type Group, type Period, spotKey} from "./lattice.ts";
import {largerGroups, longerPeriods} from "./lattice_sums.ts";
import {type PeriodType, periodTypes} from "./periods.ts";
import type {Program} from "./programs.ts";

/** How many of a set there are in a place. */
export interface PlacedCount {
  readonly set: CountSet;
  readonly place: Group & Period;
  readonly key: string;
  readonly count: number;
}

/** What the counts of a set are made of, where each part is rounded for itself. */
export interface SetParts {
  readonly parts: readonly PlacedCount[];
  /** Places of which a part is a part, its own included. */
  readonly wholesOf: (part: PlacedCount) => readonly string[];
  /** Whether the set is counted in periods of this length, and not only in longer ones. */
  readonly isTold: (place: Group & Period) => boolean;
  /** For each breakdown that is not made of another, the length of period of its parts. */
  readonly levels: ReadonlyMap<string, PeriodType>;
}

export interface PartsOptions {
  readonly programs: readonly Program[];
  /** Parts of a length of period are this large on average, or longer periods are taken. */
  readonly smallest: number;
  /** Whether a count was told by an earlier release. */
  readonly wasTold: (count: PlacedCount) => boolean;
}

/** The counts that rows tell, by set and by place. */
export function placedCounts(candidates: readonly Candidate[]): Map<string, Map<string, PlacedCount>> {
  const sets = new Map<string, Map<string, PlacedCount>>();
  for (const {place, tells} of candidates)
    for (const [set, count] of tells) {
      const places = sets.get(set.id) ?? new Map<string, PlacedCount>();
      sets.set(set.id, places);
      const key = spotKey(place);
      if (!places.has(key)) places.set(key, {set, place, key, count});
    }
  return sets;
}

/**
 * The parts of all counts of one set. In each breakdown these are its groups by the shortest period in which they are large enough
 * and add up: what is rarer is rounded in longer periods, or nothing would be left of it. All, sites, levels of care and populations
 * are made of programs.
 */
export function partsOf(counts: readonly PlacedCount[], options: PartsOptions): SetParts {
  const breakdowns = new Set(counts.map(({place}) => place.breakdown));
  const familyOf = (breakdown: string) => {
    const family = madeOf(breakdown);
    return breakdowns.has(family) ? family : breakdown;
  };
  const byProgram = new Map(options.programs.map((program) => [program.group, program]));
  const own = Map.groupBy(
    counts.filter(({place}) => familyOf(place.breakdown) === place.breakdown),
    ({place}) => place.breakdown
  );
  const levels = new Map([...own].map(([family, some]) => [family, levelOf(some, options)]));
  const isOfLevel = ({set, place}: PlacedCount) => recurs(set) || levels.get(place.breakdown) === place.period_type;
  return {
    levels,
    parts: [...own.values()].flat().filter(isOfLevel),
    wholesOf: ({set, place}) => {
      const groups = largerGroups(place, byProgram).filter(
        ({breakdown}) => breakdown !== place.breakdown && madeOf(breakdown) === place.breakdown
      );
      return [place, ...groups].flatMap((one) => (recurs(set) ? [one] : andLonger(one))).map(spotKey);
    },
    isTold: ({breakdown, period_type}) => {
      const level = levels.get(familyOf(breakdown));
      const isRecurring = counts.some(({set}) => recurs(set));
      return isRecurring || (level !== undefined && lengthOf(period_type) <= lengthOf(level));
    }
  };
}

/** Episodes that have sessions in several months are counted in each of them. */
export function recurs({scope}: CountSet): boolean {
  return scope.endsWith(" by episode");
}

/** The breakdown by program of which a breakdown by something of programs is made; others are made of themselves. */
function madeOf(breakdown: string): string {
  const isOfPrograms = (one: string) => one === "all" || (programBreakdowns as readonly string[]).includes(one);
  return breakdown
    .split("+")
    .map((one) => (isOfPrograms(one) ? "program" : one))
    .join("+");
}

function andLonger(place: Group & Period): (Group & Period)[] {
  return [place, ...longerPeriods(place).flatMap(andLonger)];
}

function lengthOf(period_type: PeriodType): number {
  return periodTypes.indexOf(period_type);
}

/** The shortest period by which groups are large enough; one that releases were made by before, while they are half as large. */
function levelOf(counts: readonly PlacedCount[], {smallest, wasTold}: PartsOptions): PeriodType {
  const byType = Map.groupBy(counts, ({place}) => place.period_type);
  const types = [...byType.keys()].sort((a, b) => lengthOf(b) - lengthOf(a));
  const isEnough = (type: PeriodType) => {
    const some = (byType.get(type) ?? []).filter(({count}) => count > 0);
    const average = total(some) / some.length;
    return average >= (some.some(wasTold) ? smallest / 2 : smallest) && addsUp(some, counts);
  };
  return types.find(isEnough) ?? types.at(-1) ?? "all";
}

/** Whether parts make up all counts of longer periods. */
function addsUp(parts: readonly PlacedCount[], counts: readonly PlacedCount[]): boolean {
  const sums = new Map<string, number>();
  for (const {place, count} of parts)
    for (const key of andLonger(place).map(spotKey)) sums.set(key, (sums.get(key) ?? 0) + count);
  const shortest = Math.max(...parts.map(({place}) => lengthOf(place.period_type)));
  return counts.every(
    ({place, key, count}) => lengthOf(place.period_type) > shortest || (sums.get(key) ?? 0) === count
  );
}

function total(counts: readonly PlacedCount[]): number {
  return counts.reduce((sum, {count}) => sum + count, 0);
}
