import {setsOf} from "../measures/count_sets.ts";
import type {CumulativeIncidence, Measure, TimeToEvent} from "../measures/measure.ts";
import {type CurveDays, type Fate, fateBy} from "../measures/timed_sets.ts";
import type {Settings} from "../settings.ts";
import type {Candidate} from "./candidates.ts";
import type {Cell, Counts, Place} from "./cells.ts";
import {type Group, type Period, spotKey} from "./lattice.ts";
import {rankBeside} from "./result_candidates.ts";

/** A measure of which there are curves. */
export type Timed = TimeToEvent | CumulativeIncidence;

export function isTimed(measure: Measure): measure is Timed {
  return measure.kind === "time_to_event" || measure.kind === "cumulative_incidence";
}

/** Curves are told for all, programs and sites, over all time and by year. */
export function hasCurve({breakdown, period_type}: Group & Period): boolean {
  return ["all", "program", "site"].includes(breakdown) && ["all", "year"].includes(period_type);
}

/** Curves have steps on days that are fixed beforehand, up to a year, so that those of places and of years add up. */
const week = 7;
const lastDay = 364;

/** The days on which a curve may have a step. A curve of exits ends on the day of its measure. */
export function stepDays(measure: Timed, settings: Settings): number[] {
  if (measure.kind === "time_to_event") return everyDays(week, lastDay);
  const exit_day = Number(settings[measure.by_day]);
  return [...everyDays(2 * week, exit_day - 1), exit_day];
}

function everyDays(step: number, last: number): number[] {
  return Array.from({length: Math.floor(last / step)}, (_, index) => step * (index + 1));
}

/**
 * What each step of a curve would tell: how many have left (or been seen), and how many were last seen without it, by its day. Steps of
 * planned and of unplanned exits stand or fall together. The last ones tell what their results tell.
 */
export function curveCandidates(cells: Iterable<Cell>, measures: readonly Measure[], settings: Settings): Candidate[] {
  const timed = new Map(measures.filter(isTimed).map((measure) => [measure.id, measure]));
  const own = [...cells].flatMap((cell) => {
    const measure = timed.get(cell.place.measure);
    return measure === undefined || !hasCurve(cell.place) ? [] : [{measure, ...cell, spot: spotKey(cell.place)}];
  });
  const lastOf = new Map(
    [...Map.groupBy(own, ({measure}) => measure.id)].map(([id, some]) => [
      id,
      Math.max(...some.map(({counts}) => lastEvent(counts)))
    ])
  );
  const found = new Map<string, Candidate>();
  // cells come in any order
  for (const {measure, place, counts} of own.sort((a, b) => (a.spot < b.spot ? -1 : 1)))
    for (const candidate of candidatesOf(measure, place, counts, settings, lastOf.get(measure.id) ?? 0))
      found.set(candidate.key, candidate);
  return [...found.values()];
}

function lastEvent({days}: Counts): number {
  return Math.max(0, ...[...days].flatMap(([event, byDay]) => (event === "open" ? [] : [...byDay.keys()])));
}

/** The steps of one place, up to the first on which the last of any place has left. */
function candidatesOf(measure: Timed, place: Place, counts: Counts, settings: Settings, last: number): Candidate[] {
  const {units} = setsOf(measure);
  const fates = measure.kind === "time_to_event" ? fatesOfTime : fatesOfExits;
  const curveDays = curveDaysOf(measure, settings);
  const own = stepDays(measure, settings);
  const {breakdown, group, period_type, period} = place;
  return curveDays.days.flatMap((day): Candidate[] => {
    const isLast = measure.kind === "cumulative_incidence" && day === own.at(-1);
    if (measure.kind === "cumulative_incidence" ? !own.includes(day) : day >= last + week) return [];
    return [
      {
        key: stepKey(measure, place, day),
        place: {breakdown, group, period_type, period},
        tells: Object.entries(fates).map(([fate, events]) => [
          fateBy(units, fate as Fate, day, curveDays),
          countBy(counts, day, events)
        ]),
        rank: rankBeside(place, orderOf(measure, day)),
        // what the last step tells stands in its result; here it is counted for what others would tell of it
        must_hide: isLast || !own.includes(day),
        hides_extremes: false
      }
    ];
  });
}

/** All days that the curves of the same units need. */
function curveDaysOf(measure: Timed, settings: Settings): CurveDays {
  const weeks = everyDays(week, lastDay);
  if (measure.grain === "referral")
    return {days: [2, ...weeks], knownAs: {"ended by day 2": "is_seen_within_48_hours"}};
  const {exit_day} = settings;
  const knownAs = Object.fromEntries(
    ["planned", "unplanned"].map((way) => [`${way} by day ${exit_day}`, `${way} by exit_day`])
  );
  return {days: [...new Set([...weeks, exit_day])].sort((a, b) => a - b), knownAs};
}

/** Curves of exits and of all who left keep to weeks of their own first, since where both have a step they tell who died. */
function orderOf(measure: Timed, day: number): number {
  if (measure.kind === "cumulative_incidence") return 700;
  return measure.grain === "episode" && day % (2 * week) === 0 ? 800 : 600;
}

export function stepKey(measure: Timed, place: Group & Period, day: number): string {
  const name = measure.kind === "cumulative_incidence" ? "exits" : measure.id;
  return `curves|${name}|${spotKey(place)}|${day}`;
}

type IsOf = (event: string) => boolean;

const fatesOfTime: Partial<Record<Fate, IsOf>> = {
  gone: () => true,
  ended: (event) => event !== "open",
  open: (event) => event === "open"
};

const isExit: IsOf = (event) => event === "planned" || event === "unplanned";
const fatesOfExits: Partial<Record<Fate, IsOf>> = {
  gone: () => true,
  exited: isExit,
  lost: (event) => !isExit(event),
  planned: (event) => event === "planned",
  unplanned: (event) => event === "unplanned"
};

/** How many had one of some events, up to a day. */
export function countBy({days}: Counts, day: number, isOf: IsOf): number {
  let count = 0;
  for (const [event, byDay] of days) if (isOf(event)) for (const [time, n] of byDay) if (time <= day) count += n;
  return count;
}
