import type {Random} from "../statistics/random.ts";
import {skewedDays} from "./bell.ts";
import {placeSampler} from "./shares.ts";

export type Exit = "planned" | "unplanned";

export const exits: readonly Exit[] = ["planned", "unplanned"];

const longest = 365;
const plannedShare = 0.68;
/** Cohorts are admitted evenly over the half year before the data were made: an open stay is seen for 1 to 180 days. */
const longestSeen = 180;

const days: Readonly<Record<Exit, readonly number[]>> = {
  planned: skewedDays({median: 50, sigma: 0.45, longest}).map((share) => plannedShare * share),
  unplanned: skewedDays({median: 24, sigma: 0.6, longest}).map((share) => (1 - plannedShare) * share)
};
const place = placeSampler(exits.flatMap((exit) => days[exit]));

/** The share of stays that end by this exit on this day or before. */
export function leftBy(exit: Exit, day: number): number {
  return days[exit].slice(0, day).reduce((sum, share) => sum + share, 0);
}

/** The share of stays that last longer than this day. */
export function stillIn(day: number): number {
  return 1 - leftBy("planned", day) - leftBy("unplanned", day);
}

/** The first day by whose end at least half have left. */
export function medianStay(): number {
  let day = 1;
  while (stillIn(day) > 0.5) day++;
  return day;
}

/** How a stay ends and after how many days, the first day being 1. */
export function drawStay(random: Random): {exit: Exit; day: number} {
  const at = place(random);
  return {exit: at < longest ? "planned" : "unplanned", day: (at % longest) + 1};
}

/** A stay as known when the data were made: one that lasts beyond that is open, and is last seen on that day. */
export function drawSeenStay(random: Random): {exit: Exit | "open"; day: number} {
  const stay = drawStay(random);
  const seen = random.between(1, longestSeen);
  return stay.day <= seen ? stay : {exit: "open", day: seen};
}

/** The stays of a cohort, counted by day and exit, days ascending; days without any are left out. */
export function drawSeenStays(
  random: Random,
  n: number
): {time: number; events: Record<Exit, number>; censored: number}[] {
  const counts = {
    planned: new Uint32Array(longest + 1),
    unplanned: new Uint32Array(longest + 1),
    open: new Uint32Array(longest + 1)
  };
  for (let unit = 0; unit < n; unit++) {
    const {exit, day} = drawSeenStay(random);
    counts[exit][day] = (counts[exit][day] ?? 0) + 1;
  }
  return Array.from(counts.open, (censored, time) => ({
    time,
    events: {planned: counts.planned[time] ?? 0, unplanned: counts.unplanned[time] ?? 0},
    censored
  })).filter(({events, censored}) => events.planned + events.unplanned + censored > 0);
}
