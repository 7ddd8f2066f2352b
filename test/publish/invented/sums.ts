import {levelOf, siteOf} from "./people.ts";
import type {Equation} from "./solve.ts";

export interface Fact {
  readonly set: string;
  readonly place: Place;
  /** Null where a row is there and does not tell. */
  readonly count: number | null;
}

export interface Place {
  readonly breakdown: string;
  readonly group: string;
  readonly period_type: string;
  readonly period: string;
}

export function nameOf(set: string, place: Place): string {
  return `${set}@${placeKey(place)}`;
}

function placeKey({breakdown, group, period_type, period}: Place): string {
  return [breakdown, period_type, period, group].join("|");
}

/** How counts add up, and which are known to be nobody. */
export interface Sums {
  readonly equations: readonly Equation[];
  /** Whether a release says of a count that it is nobody, by having no row of it. */
  readonly isAbsent: (name: string) => boolean;
}

/**
 * How counts of a set add up over places, and how many more are in a set than in one inside it. A figure without a row is about
 * nobody; a step of a ladder without a row only says that the figure that it leads to is.
 */
export function equationsOf(facts: readonly Fact[], figures: readonly Fact[]): Sums {
  const sets = placesBySet(facts);
  const everywhere = new Map(facts.map(({place}) => [placeKey(place), place]));
  const kinds = new Map(
    [...placesBySet(figures)].map(([set, places]) => [set, new Set([...places.values()].map(kindOf))])
  );
  const isNobody = (set: string, place: Place) =>
    kinds.get(set)?.has(kindOf(place)) === true && sets.get(set)?.has(placeKey(place)) !== true;
  const isThere = (set: string) => (place: Place) =>
    sets.get(set)?.has(placeKey(place)) === true || isNobody(set, place);
  const sums = [...sets.keys()].flatMap((set) => sumsOf(set, everywhere.values(), isThere(set)));
  const pairs = [...sets.keys()].flatMap((outer) =>
    [...sets.keys()].filter((inner) => isInside(inner, outer)).map((inner) => [outer, inner] as const)
  );
  const differences = pairs.flatMap(([outer, inner]) => {
    const name = `${outer} WITHOUT ${inner}`;
    const isBoth = (place: Place) => isThere(outer)(place) && isThere(inner)(place);
    const parts = [...everywhere.values()].filter(isBoth).map((place) => ({
      name: `${name}@${placeKey(place)}`,
      whole: nameOf(outer, place),
      parts: [nameOf(inner, place), nameOf(name, place)]
    }));
    return [...parts, ...sumsOf(name, everywhere.values(), isBoth)];
  });
  const isAbsent = (name: string) => {
    const at = name.indexOf("@");
    const [breakdown = "", period_type = "", period = "", ...group] = name.slice(at + 1).split("|");
    return isNobody(name.slice(0, at), {breakdown, period_type, period, group: group.join("|")});
  };
  return {equations: [...sums, ...differences], isAbsent};
}

function placesBySet(facts: readonly Fact[]): Map<string, Map<string, Place>> {
  const sets = new Map<string, Map<string, Place>>();
  for (const {set, place} of facts) {
    const places = sets.get(set) ?? new Map<string, Place>();
    sets.set(set, places);
    places.set(placeKey(place), place);
  }
  return sets;
}

function kindOf({breakdown, period_type}: Place): string {
  return `${breakdown}|${period_type}`;
}

/** "discharged_on: a & b" lies inside "discharged_on: a". */
function isInside(inner: string, outer: string): boolean {
  const [[date, own], [otherDate, others]] = [partsOf(inner), partsOf(outer)];
  return date === otherDate && own.size > others.size && [...others].every((one) => own.has(one));
}

function partsOf(set: string): [string, Set<string>] {
  const [date = "", conditions = ""] = set.split(": ");
  return [date, new Set(conditions === "" ? [] : conditions.split(" & "))];
}

/** Sums of which everybody knows all parts. */
function sumsOf(set: string, places: Iterable<Place>, isThere: (place: Place) => boolean): Equation[] {
  const sums = new Map<string, {name: string; whole: string; parts: string[]; isComplete: boolean}>();
  for (const place of places)
    for (const [how, whole] of wholesOf(set, place)) {
      const name = `${how}: ${nameOf(set, whole)}`;
      const sum = sums.get(name) ?? {name, whole: nameOf(set, whole), parts: [], isComplete: isThere(whole)};
      sums.set(name, sum);
      sum.isComplete &&= isThere(place);
      sum.parts.push(nameOf(set, place));
    }
  return [...sums.values()].filter(({isComplete}) => isComplete);
}

/** What a place is a part of. An episode has sessions in several months: such counts add up over groups only. */
function wholesOf(set: string, place: Place): (readonly [how: string, whole: Place])[] {
  const {breakdown, group, period_type, period} = place;
  const [first = "", second = ""] = group.split("+");
  const wider: (readonly [string, Place])[] = [];
  if (breakdown === "program+payer") {
    wider.push(["payers", {...place, breakdown: "program", group: first}]);
    wider.push(["programs", {...place, breakdown: "payer", group: second}]);
  } else if (breakdown !== "all") wider.push([breakdown, {...place, breakdown: "all", group: ""}]);
  if (breakdown === "program") {
    wider.push(["programs", {...place, breakdown: "site", group: siteOf(group)}]);
    wider.push(["programs", {...place, breakdown: "level_of_care", group: levelOf(group)}]);
  }
  if (set.includes(" by episode")) return wider;
  const quarter = `${period.slice(0, 4)}-Q${Math.ceil(Number(period.slice(5, 7)) / 3)}`;
  if (period_type === "month") wider.push(["months", {...place, period_type: "quarter", period: quarter}]);
  if (period_type === "quarter") wider.push(["quarters", {...place, period_type: "year", period: period.slice(0, 4)}]);
  if (period_type === "year") wider.push(["years", {...place, period_type: "all", period: ""}]);
  return wider;
}
