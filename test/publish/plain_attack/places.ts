import type {Equation} from "./fill_in.ts";

/** Where, and of when, a row speaks. */
export interface Place {
  readonly breakdown: string;
  readonly group: string;
  readonly period_type: string;
  readonly period: string;
}

/** A program as catalogue.json names it. */
export interface PublishedProgram {
  readonly group: string;
  readonly site: string;
  readonly level_of_care: string;
  readonly population: string;
}

export function keyOf({breakdown, group, period_type, period}: Place): string {
  return `${breakdown}|${group}|${period_type}|${period}`;
}

export function placeOf(row: Readonly<Record<string, string>>): Place {
  const {breakdown = "all", group = "", period_type = "all", period = ""} = row;
  return {breakdown, group, period_type, period};
}

export interface Sums {
  /** All is the sum of its programs, sites and other groups; a site that of its programs; a group that of its pairs with others. */
  readonly ofPlaces: readonly Equation[];
  /** All time is the sum of its years, a year that of its quarters, a quarter that of its months. */
  readonly ofTimes: readonly Equation[];
}

/** The sums among some places, by key. */
export function sumsAmong(places: readonly Place[], programs: readonly PublishedProgram[]): Sums {
  const there = new Set(places.map(keyOf));
  const collect = (wholesOf: (place: Place) => readonly Place[]): Equation[] => {
    const found = new Map<string, {whole: string; parts: string[]}>();
    for (const place of places)
      for (const whole of wholesOf(place)) {
        if (!there.has(keyOf(whole))) continue;
        const name = `${keyOf(whole)} by ${place.breakdown} ${place.period_type}`;
        const sum = found.get(name) ?? {whole: keyOf(whole), parts: []};
        found.set(name, sum);
        sum.parts.push(keyOf(place));
      }
    return [...found.values()];
  };
  return {ofPlaces: collect((place) => widerPlaces(place, programs)), ofTimes: collect(longerTime)};
}

function longerTime(place: Place): Place[] {
  const {period_type, period} = place;
  switch (period_type) {
    case "month": {
      const quarter = Math.ceil(Number(period.slice(5)) / 3);
      return [{...place, period_type: "quarter", period: `${period.slice(0, 4)}-Q${quarter}`}];
    }
    case "quarter":
      return [{...place, period_type: "year", period: period.slice(0, 4)}];
    case "year":
      return [{...place, period_type: "all", period: ""}];
    default:
      return [];
  }
}

function widerPlaces(place: Place, programs: readonly PublishedProgram[]): Place[] {
  const {breakdown, group} = place;
  if (breakdown === "all") return [];
  if (!breakdown.includes("+"))
    return [{...place, breakdown: "all", group: ""}, ...homesOf(breakdown, group, programs, place)];
  const [first = "", second = ""] = breakdown.split("+");
  const [one = "", other = ""] = group.split("+").map((key) => key.replaceAll("%2B", "+"));
  const pair = ({breakdown: of, group: key}: Place) => ({
    ...place,
    breakdown: `${of}+${second}`,
    group: `${escaped(key)}+${escaped(other)}`
  });
  return [
    {...place, breakdown: first, group: one},
    {...place, breakdown: second, group: other},
    ...homesOf(first, one, programs, place).map(pair)
  ];
}

export function escaped(key: string): string {
  return key.replaceAll("+", "%2B");
}

/** The site, level of care and population that a program is part of. */
function homesOf(breakdown: string, group: string, programs: readonly PublishedProgram[], place: Place): Place[] {
  const program = breakdown === "program" ? programs.find((one) => one.group === group) : undefined;
  if (program === undefined) return [];
  return (["site", "level_of_care", "population"] as const).map((home) => ({
    ...place,
    breakdown: home,
    group: program[home]
  }));
}
