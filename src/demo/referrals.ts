import {Random} from "../statistics/random.ts";
import {type Day, isoOf} from "./calendar.ts";
import {logNormal} from "./distributions.ts";
import type {Episode, Span} from "./episodes.ts";
import {keyOf} from "./keys.ts";
import {parameters} from "./parameters.ts";
import {type Client, drawClient} from "./people.ts";
import type {Program} from "./programs.ts";

/** An inquiry. `episode` is the stay that came of it; `settled_on` is when its outcome was known. */
export interface Referral {
  readonly referral_key: string;
  readonly client: Client | null;
  readonly program: Program;
  readonly received_on: Day;
  /** "HH:MM", or null where only the date was noted. */
  readonly received_at: string | null;
  readonly outcome: string;
  readonly settled_on: Day;
  readonly episode: Episode | null;
}

/** One referral for each person newly admitted, and those that led nowhere. Numbers of clients start at `firstClient`. */
export function drawReferrals(
  span: Span,
  episodes: readonly Episode[],
  programs: readonly Program[],
  firstClient: number
): Referral[] {
  const admitted = episodes.filter((episode) => episode.came === "new");
  const random = new Random(span.seed, "referrals");
  const others = Math.round((admitted.length * (1 - parameters.referrals_admitted)) / parameters.referrals_admitted);
  const referrals = [
    ...admitted.map((episode) => ofAdmission(random, episode)),
    ...Array.from({length: others}, (_, index) => withoutAdmission(random, span, programs, firstClient + index))
  ];
  return referrals.sort((a, b) => a.received_on - b.received_on || (a.referral_key < b.referral_key ? -1 : 1));
}

/** Whole days between inquiry and first service are the drawn hours rounded up: 48 hours are two calendar days. */
function ofAdmission(random: Random, episode: Episode): Referral {
  const {median, sigma} = parameters.inquiry_to_service_hours;
  const days = Math.ceil(logNormal(random, median, sigma) / 24);
  return {
    referral_key: keyOf("r", episode.number),
    client: episode.client,
    program: episode.program,
    received_on: episode.admitted_on - Math.min(days, 60),
    received_at: drawTime(random),
    outcome: "admitted",
    settled_on: episode.admitted_on,
    episode
  };
}

function withoutAdmission(random: Random, span: Span, programs: readonly Program[], number: number): Referral {
  const received = random.between(span.from, span.as_of);
  const client = random.chance(0.5) ? drawClient(span.seed, number, Number(isoOf(received).slice(0, 4))) : null;
  return {
    referral_key: keyOf("r", number),
    client,
    program: random.pick(programs),
    received_on: received,
    received_at: drawTime(random),
    outcome: random.choose(outcomes),
    settled_on: received + random.between(0, 20),
    episode: null
  };
}

function drawTime(random: Random): string | null {
  if (random.chance(0.1)) return null;
  const minute = random.pick(["00", "05", "10", "15", "20", "30", "40", "45", "50"]);
  return `${String(random.between(8, 18)).padStart(2, "0")}:${minute}`;
}

const outcomes: readonly (readonly [string, number])[] = Object.entries({
  lost: 36,
  declined: 27,
  ineligible: 17,
  referred_elsewhere: 13,
  client_delayed: 7
});
