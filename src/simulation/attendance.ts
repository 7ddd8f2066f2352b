import type {Random} from "../statistics/random.ts";
import type {RatioTotals} from "../statistics/ratio_of_totals.ts";
import {bell} from "./bell.ts";
import {betaBinomial} from "./binomial.ts";
import {placeSampler, type Shares} from "./shares.ts";

/**
 * Episodes of two kinds: those who complete have more sessions and come to more of them, those who leave have fewer and
 * come to fewer. So the number of sessions and the share attended go together, and sessions of one episode are alike.
 */
const kinds = [
  {part: 0.68, sessions: bell({mean: 24, sd: 6, highest: 48}), mean: 0.84, alike: 0.15},
  {part: 0.32, sessions: bell({mean: 9, sd: 5, highest: 48}), mean: 0.62, alike: 0.25}
];

const kindPlace = placeSampler(kinds.map(({part}) => part));
const samplers = kinds.map(({sessions, mean, alike}) => ({
  sessions: placeSampler(sessions),
  // one table for each number of sessions
  attended: sessions.map((_, s) => placeSampler(s === 0 ? [1] : betaBinomial(s, {mean, alike})))
}));

/** Attended over scheduled sessions of all episodes: the mean of one over the mean of the other. */
export function attendanceTruth(): number {
  const scheduled = kinds.map(({part, sessions}) => part * meanPlace(sessions));
  const attended = kinds.map(({mean}, kind) => mean * (scheduled[kind] ?? 0));
  return sum(attended) / sum(scheduled);
}

/** The totals of a cohort; an episode without a scheduled session is not in them. */
export function drawAttendance(random: Random, episodes: number): RatioTotals {
  const totals = {episodes: 0, sum_a: 0, sum_s: 0, sum_aa: 0, sum_ss: 0, sum_as: 0};
  for (let episode = 0; episode < episodes; episode++) {
    const sampler = samplers[kindPlace(random)];
    const s = sampler?.sessions(random) ?? 0;
    const a = sampler?.attended[s]?.(random) ?? 0;
    if (s > 0) totals.episodes += 1;
    totals.sum_a += a;
    totals.sum_s += s;
    totals.sum_aa += a * a;
    totals.sum_ss += s * s;
    totals.sum_as += a * s;
  }
  return totals;
}

function meanPlace(shares: Shares): number {
  return sum(shares.map((share, place) => share * place));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
