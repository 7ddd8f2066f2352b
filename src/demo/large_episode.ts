import {Random} from "../statistics/random.ts";
import {type Day, dayOf, isoOf} from "./calendar.ts";
import {clinicDays} from "./clinic_days.ts";
import {keyOf} from "./keys.ts";
import {examplePrograms} from "./programs.ts";

export const sessionsPerEpisode = 24;

/** What all rows of a large organisation draw on, computed once. */
export interface LargePlan {
  readonly seed: number;
  readonly episodes: number;
  readonly programs: number;
  readonly as_of: Day;
  /** Text of each day from `first_day` on. */
  readonly dates: readonly string[];
  readonly first_day: Day;
  /** Days on which groups meet, three a week. */
  readonly meetings: readonly Day[];
}

/** An episode of a large organisation: as plain as it can be and still have every kind of end, score and gap. */
export interface LargeEpisode {
  readonly number: number;
  readonly key: string;
  readonly client: number;
  readonly program: number;
  /** Index of the first of its 24 meetings. */
  readonly start: number;
  readonly reason: string;
  readonly discharged_on: Day | null;
  /** Day of the follow-up scores, or null. */
  readonly followed_on: Day | null;
  /** Draws what the rows of the episode need. */
  readonly random: Random;
}

/** Three years of meetings up to the delivery. */
export function largePlan(seed: number, episodes: number, programs: number, deliveredOn: string): LargePlan {
  const as_of = dayOf(deliveredOn);
  const first_day = as_of - 1200;
  const [program] = examplePrograms;
  if (program === undefined) throw new RangeError("no program to take the weekdays from");
  const dates = Array.from({length: 1202}, (_, index) => isoOf(first_day + index));
  return {seed, episodes, programs, as_of, dates, first_day, meetings: clinicDays(program, as_of - 1095, as_of)};
}

export function clientsOf(plan: LargePlan): number {
  return Math.ceil(plan.episodes * 0.8);
}

/** The episode of a number; those past the number of clients are second stays, more than a year after the first. */
export function largeEpisode(plan: LargePlan, number: number): LargeEpisode {
  const random = new Random(plan.seed, "large", number);
  const clients = clientsOf(plan);
  const returns = number >= clients && number < plan.episodes;
  const client = returns ? number - clients : number;
  const start = startOf(plan, random, returns, number < plan.episodes - clients);
  const last = plan.meetings[start + sessionsPerEpisode - 1] ?? plan.as_of;
  const discharged_on = last > plan.as_of - 14 ? null : last;
  const followed = discharged_on !== null && discharged_on + 195 <= plan.as_of && random.chance(0.42);
  return {
    number,
    key: keyOf("e", number),
    client,
    program: client % plan.programs,
    start,
    reason: random.choose(reasons),
    discharged_on,
    followed_on: followed ? discharged_on + random.between(165, 195) : null,
    random
  };
}

/** People who will return start in the first third of the meetings, returns in the last. */
function startOf({meetings}: LargePlan, random: Random, returns: boolean, willReturn: boolean): number {
  const latest = meetings.length - sessionsPerEpisode;
  if (returns) return random.between(Math.floor(latest * 0.7), latest);
  return random.between(0, willReturn ? Math.floor(latest / 3) : latest);
}

const reasons = [
  ["completed", 62],
  ["dropped_out", 20],
  ["transferred", 10],
  ["terminated", 5],
  ["other", 2],
  ["unknown", 1]
] as const;
