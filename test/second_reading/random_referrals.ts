import fc from "fast-check";
import {addDays} from "./days.ts";
import {earlier, keyPrefix, mostly} from "./random_days.ts";
import type {EpisodeRow, ReferralRow, Statement} from "./rows.ts";
import {treatedSessions} from "./stay.ts";

/** What one of several asks for a client says. */
interface AskPlan {
  prefix: string;
  /** Days since the ask before. */
  gap: number;
  clock: string | null;
  outcome: string | null;
  program: "own" | "other" | "dangling";
  episode: "own" | "other" | "dangling" | "none";
}

/** Asks for the client of an episode, each soon after the other. */
export interface ReferralPlan {
  episode: number;
  client: "own" | "other" | "dangling" | "none";
  received: {days_before_service: number} | {days_before_as_of: number};
  asks: AskPlan[];
}

const outcomes = ["admitted", "declined", "ineligible", "referred_elsewhere", "client_delayed", "lost", "waiting"];

const askPlan: fc.Arbitrary<AskPlan> = fc.record({
  prefix: keyPrefix,
  gap: fc.constantFrom(0, 0, 1, 15, 15, 29, 30, 30, 31, 31),
  clock: fc.constantFrom(null, "00:00", "09:30", "23:59"),
  outcome: fc.constantFrom(null, "admitted", "admitted", "admitted", ...outcomes),
  program: mostly<AskPlan["program"]>(6, "own", fc.constantFrom("other", "other", "dangling")),
  episode: fc.constantFrom<AskPlan["episode"][]>(
    "own",
    "own",
    "own",
    "other",
    "other",
    "none",
    "none",
    "none",
    "dangling"
  )
});

export const referralPlan: fc.Arbitrary<ReferralPlan> = fc.record({
  episode: fc.nat(5),
  client: mostly<ReferralPlan["client"]>(4, "own", fc.constantFrom("other", "none", "none", "dangling")),
  received: fc.oneof(
    {weight: 2, arbitrary: fc.constantFrom(-3, 0, 1, 2, 2, 2, 3, 3, 30).map((days) => ({days_before_service: days}))},
    {weight: 1, arbitrary: fc.constantFrom(0, 29, 30, 30, 31, 61).map((days) => ({days_before_as_of: days}))}
  ),
  asks: fc.array(askPlan, {minLength: 1, maxLength: 5, size: "max"})
});

/** Referrals of a plan; those whose plan says so name a client, a program or an episode that is not there. */
export function plannedReferrals(
  plan: ReferralPlan,
  statement: Statement,
  number: number,
  as_of: string
): ReferralRow[] {
  const episode = statement.episodes[plan.episode % Math.max(1, statement.episodes.length)];
  if (episode === undefined) return [];
  let received_on =
    "days_before_as_of" in plan.received
      ? addDays(as_of, -plan.received.days_before_as_of)
      : earlier(addDays(serviceOf(episode, statement), -plan.received.days_before_service), as_of);
  return plan.asks.map((ask, i) => {
    received_on = earlier(addDays(received_on, i === 0 ? 0 : ask.gap), as_of);
    return {
      source: episode.source,
      referral_key: `${ask.prefix}r${number}-${i}`,
      client_key: clientOf(plan, episode, statement),
      program_key: programOf(ask, episode, statement),
      received_at: ask.clock === null ? received_on : `${received_on}T${ask.clock}`,
      received_on,
      outcome: ask.outcome,
      episode_key: episodeOf(ask, episode, statement)
    };
  });
}

/** First treated session of an episode, or its admission. */
function serviceOf({source, episode_key, admitted_on}: EpisodeRow, {sessions}: Statement): string {
  const own = sessions.filter((s) => s.source === source && s.episode_key === episode_key);
  const treated = treatedSessions(own).map(({held_on}) => held_on);
  return treated.sort()[0] ?? admitted_on;
}

function clientOf({client}: ReferralPlan, episode: EpisodeRow, {clients}: Statement): string | null {
  if (client === "none") return null;
  if (client === "dangling") return "nobody";
  if (client === "own") return episode.client_key;
  return clients.find((c) => c.source === episode.source)?.client_key ?? null;
}

function programOf({program}: AskPlan, episode: EpisodeRow, {programs}: Statement): string {
  if (program === "dangling") return "nowhere";
  if (program === "own") return episode.program_key;
  return programs.find((p) => p.source === episode.source)?.program_key ?? "nowhere";
}

function episodeOf({episode: named}: AskPlan, episode: EpisodeRow, {episodes}: Statement): string | null {
  if (named === "none") return null;
  if (named === "dangling") return "nothing";
  if (named === "own") return episode.episode_key;
  return episodes.find((e) => e.source === episode.source)?.episode_key ?? null;
}
