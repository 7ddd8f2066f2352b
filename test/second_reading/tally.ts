import type {Measure, Unit} from "./measure.ts";
import {compareKeys} from "./order.ts";
import type {TimeToEvent} from "./stay.ts";

export interface Tally {
  /** Episodes, referrals or meetings behind the row (17.20). */
  units: number;
  denominator: number;
  numerator: number | null;
  /** [earlier, later], sorted. */
  pairs?: [number, number][];
  /** Days, hours a week or attendees, sorted. */
  values?: number[];
  /** Days and event, sorted by time, then event. */
  times?: TimeToEvent[];
  /** Numerator and denominator of each episode, sorted by s, then a. */
  ratio?: {a: number; s: number}[];
  /** Distinct clients behind a row of meetings (17.34). */
  people?: number;
}

/** 17.20, 17.22: numerator is empty unless the value is a proportion or a ratio of totals. */
export function tally(measure: Measure, units: Unit[]): Tally {
  const n = units.length;
  const met = units.filter((u) => u.met).length;
  if (measure.kind === "proportion") return {units: n, denominator: n, numerator: met, ...peopleOf(units)};
  if (measure.kind === "ratio") {
    const ratio = perEpisode(units);
    return {units: ratio.length, denominator: n, numerator: met, ratio};
  }
  const counts = {units: n, denominator: n, numerator: null};
  if (measure.kind === "pairs") return {...counts, pairs: pairsOf(units)};
  if (measure.kind === "values") return {...counts, values: valuesOf(units), ...peopleOf(units)};
  return {...counts, times: timesOf(units)};
}

/** 17.26: the longest time is shorter than the day that is judged, and somebody is still in program then. */
export function isTooEarly({judged_on_day}: Measure, units: Unit[]): boolean {
  if (judged_on_day === undefined) return false;
  const times = timesOf(units);
  const longest = times.at(-1)?.time ?? 0;
  const stayed = times.some(({time, event}) => time === longest && (event === "censored" || event === "death")); // 17.12
  return longest < judged_on_day && stayed;
}

/** 16.3: an episode's sessions or weeks of the period. */
function perEpisode(parts: Unit[]): {a: number; s: number}[] {
  const episodes = new Map<object, {a: number; s: number}>();
  for (const part of parts) {
    const totals = episodes.get(part.of) ?? {a: 0, s: 0};
    episodes.set(part.of, {
      a: totals.a + (part.met ? 1 : 0),
      s: totals.s + 1
    });
  }
  return [...episodes.values()].sort((x, y) => x.s - y.s || x.a - y.a);
}

function pairsOf(units: Unit[]): [number, number][] {
  return units.flatMap((u) => (u.pair === null ? [] : [u.pair])).sort((x, y) => x[0] - y[0] || x[1] - y[1]);
}

function valuesOf(units: Unit[]): number[] {
  return units.flatMap((u) => u.value ?? []).sort((x, y) => x - y);
}

function timesOf(units: Unit[]): TimeToEvent[] {
  return units.flatMap((u) => u.time ?? []).sort((x, y) => x.time - y.time || compareKeys(x.event, y.event));
}

function peopleOf(units: Unit[]): {people?: number} {
  if (units.every((u) => u.people === null)) return {};
  return {people: new Set(units.flatMap((u) => u.people ?? [])).size};
}
