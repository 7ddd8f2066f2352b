import {takingPart} from "./context.ts";
import {type MeetingFacts, meetingFacts} from "./meetings.ts";
import {type ReferralFacts, referralFacts} from "./referrals.ts";
import type {Reading, Statement} from "./rows.ts";
import {type EpisodeFacts, episodeFacts} from "./units.ts";

/** What the measures are read from: all that takes part. */
export interface Facts {
  as_of: string;
  episodes: EpisodeFacts[];
  referrals: ReferralFacts[];
  meetings: MeetingFacts[];
}

export function factsOf(statement: Statement, reading: Reading): Facts {
  const current = takingPart(statement);
  const episodes = episodeFacts(current, reading);
  return {
    as_of: reading.as_of,
    episodes,
    referrals: referralFacts(current, episodes),
    meetings: meetingFacts(episodes)
  };
}
