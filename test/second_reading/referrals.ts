import {daysBetween} from "./days.ts";
import {type PlaceGroups, placeGroups} from "./groups.ts";
import {compareKeys} from "./order.ts";
import type {ReferralRow, Statement} from "./rows.ts";
import type {EpisodeFacts} from "./units.ts";

/** A referral that is no duplicate of another and not excluded by its outcome. */
export interface ReferralFacts {
  received_on: string;
  groups: PlaceGroups;
  /** Days to the first service, 0 where it came before the referral (17.14); null where there was none. */
  days_to_service: number | null;
}

/** 16.11 */
const excluded: readonly (string | null)[] = ["ineligible", "referred_elsewhere", "client_delayed"];

/** The referrals given take part, and the episodes are those that do. */
export function referralFacts(current: Statement, episodes: EpisodeFacts[]): ReferralFacts[] {
  return keptReferrals(current.referrals)
    .filter((referral) => !excluded.includes(referral.outcome))
    .map((referral) => ({
      received_on: referral.received_on,
      groups: groupsOfReferral(current, referral),
      days_to_service: daysToService(referral, episodes)
    }));
}

/**
 * 17.14, 17.37: those not within 30 days of the last kept one of their client and program, in order of received_at and key;
 * each with its own episode, or else that of its earliest duplicate that has one.
 */
export function keptReferrals(referrals: ReferralRow[]): ReferralRow[] {
  const kept: ReferralRow[] = [];
  for (const referral of [...referrals].sort(byReceipt)) {
    const last = kept.findLast((one) => isSameAsk(one, referral));
    if (last === undefined || daysBetween(last.received_on, referral.received_on) > 30) kept.push({...referral});
    else last.episode_key ??= referral.episode_key;
  }
  return kept;
}

/** A date alone comes before the same date with a time, as the beginning of a text comes before the text. */
function byReceipt(a: ReferralRow, b: ReferralRow): number {
  return compareKeys(a.received_at, b.received_at) || compareKeys(a.referral_key, b.referral_key);
}

function isSameAsk(a: ReferralRow, b: ReferralRow): boolean {
  if (a.client_key === null) return false; // 17.14: without a client, never a duplicate
  return a.source === b.source && a.client_key === b.client_key && a.program_key === b.program_key;
}

/** 17.14: by its own program, whatever the episode's is. */
function groupsOfReferral({programs}: Statement, referral: ReferralRow): PlaceGroups {
  const program = programs.find((p) => p.source === referral.source && p.program_key === referral.program_key);
  if (program === undefined) throw new Error("a referral without its program takes part");
  return placeGroups(programs, program);
}

/** 16.11: to the first treated session of the referral's episode. */
function daysToService(referral: ReferralRow, episodes: EpisodeFacts[]): number | null {
  const first = episodes.find(
    ({episode}) => episode.source === referral.source && episode.episode_key === referral.episode_key
  )?.first_treated_on;
  if (first === undefined || first === null) return null;
  return Math.max(0, daysBetween(referral.received_on, first));
}
