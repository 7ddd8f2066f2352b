import {escapeGroup, type ProgramBreakdown} from "../measures/dimensions.ts";
import {type Group, type Period, spotKey} from "./lattice.ts";
import type {PeriodType} from "./periods.ts";
import type {Program} from "./programs.ts";

/** A place whose counts are the sum of those of other places. */
export interface PlaceSum {
  readonly whole: string;
  readonly parts: readonly string[];
}

type Spot = Group & Period;

/**
 * The sums that counts of people obey over some places, by key of place: all is the sum of every breakdown's groups, a site that of
 * its programs, one side of a crossed breakdown that of its pairs, a year that of its quarters. Counts of units that recur (clients
 * of several meetings, episodes with sessions in several months) obey only some of them.
 */
export function latticeSums(spots: readonly Spot[], programs: readonly Program[]): PlaceSum[] {
  const byProgram = new Map(programs.map((program) => [program.group, program]));
  const known = new Set(spots.map(spotKey));
  const parts = new Map<string, {whole: string; parts: string[]}>();
  for (const spot of spots) {
    const own = spotKey(spot);
    for (const {family, ...place} of wholesOf(spot, byProgram)) {
      const whole = spotKey(place);
      if (!known.has(whole)) continue;
      const key = `${family}|${whole}`;
      const sum = parts.get(key) ?? {whole, parts: []};
      parts.set(key, sum);
      sum.parts.push(own);
    }
  }
  return [...parts.values()];
}

type Whole = Spot & {readonly family: string};

function wholesOf(spot: Spot, byProgram: ReadonlyMap<string, Program>): Whole[] {
  return [...longerPeriods(spot), ...largerGroups(spot, byProgram)];
}

const longer: Readonly<Record<PeriodType, readonly PeriodType[]>> = {
  month: ["quarter"],
  quarter: ["year"],
  year: ["all"],
  all: []
};

export function longerPeriods({breakdown, group, period_type, period}: Spot): Whole[] {
  return longer[period_type].map((type) => ({
    ...{family: "time", breakdown, group, period_type: type},
    period: type === "all" ? "" : type === "year" ? period.slice(0, 4) : quarterOf(period)
  }));
}

function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
}

export function largerGroups(
  {breakdown, group, period_type, period}: Spot,
  byProgram: ReadonlyMap<string, Program>
): Whole[] {
  if (breakdown === "all") return [];
  const at = (family: string, one: string, of: string) => ({family, breakdown: one, group: of, period_type, period});
  const [first, second] = breakdown.split("+");
  if (first === undefined || second === undefined) {
    const places = breakdown === "program" ? placesOf(byProgram.get(group)) : [];
    return [at(breakdown, "all", ""), ...places.map(([place, key]) => at("program", place, unescapeGroup(key)))];
  }
  const [one = "", other = ""] = group.split("+");
  const pair = (family: string, names: readonly string[], keys: readonly string[]) =>
    at(family, names.join("+"), keys.join("+"));
  return [
    at(breakdown, first, unescapeGroup(one)),
    at(breakdown, second, unescapeGroup(other)),
    // the same people, named the other way round
    pair("turned", [second, first], [other, one]),
    ...(first === "program" ? placesOf(byProgram.get(unescapeGroup(one))) : []).map(([place, key]) =>
      pair(breakdown, [place, second], [key, other])
    ),
    ...(second === "program" ? placesOf(byProgram.get(unescapeGroup(other))) : []).map(([place, key]) =>
      pair(breakdown, [first, place], [one, key])
    )
  ];
}

/** What a program is part of, with the key of it as it stands in a joined one. */
function placesOf(program: Program | undefined): (readonly [place: ProgramBreakdown, key: string])[] {
  if (program === undefined) return [];
  return (["site", "level_of_care", "population"] as const).map((place) => [place, escapeGroup(program[place])]);
}

function unescapeGroup(key: string): string {
  return key.replaceAll("%2B", "+");
}
