import {isAliveAtDay150, isClosedByDeath, isNeutralExit} from "./exits.ts";
import {ageAtAdmission, type Groups, groupsOf} from "./groups.ts";
import {compareKeys} from "./order.ts";
import {periodOf} from "./periods.ts";
import type {AssessmentRow, EpisodeRow, FollowupRow, Instrument, Reading, SessionRow, Statement} from "./rows.ts";
import {type InstrumentFacts, instrumentFacts} from "./scores.ts";
import {lengthOfStay, type TimeInProgram, timeInProgram, treatedSessions} from "./stay.ts";

/** Everything the measures ask of one episode that takes part. */
export interface EpisodeFacts {
  episode: EpisodeRow;
  sessions: SessionRow[];
  groups: Groups;
  age: number | null;
  under_12: boolean;
  treated_sessions: number;
  treated: boolean;
  finished: boolean;
  los_days: number | null;
  time_in_program: TimeInProgram | null;
  first_treated_on: string | null;
  closed_by_death: boolean;
  neutral_exit: boolean;
  alive_at_day_150: boolean;
  /** The person's last treated discharge of the quarter (17.5). */
  last_discharge_of_quarter: boolean;
  phq9: InstrumentFacts;
  gad7: InstrumentFacts;
  pcl5: InstrumentFacts;
}

/** One entry per episode; all rows given take part. */
export function episodeFacts(current: Statement, reading: Reading): EpisodeFacts[] {
  const facts = current.episodes.map((episode) => factsOf(current, episode, reading));
  return facts.map((one) => ({
    ...one,
    last_discharge_of_quarter: isLastDischargeOfQuarter(one, facts)
  }));
}

function factsOf(current: Statement, episode: EpisodeRow, reading: Reading): EpisodeFacts {
  const client = current.clients.find((c) => c.source === episode.source && c.client_key === episode.client_key);
  const program = current.programs.find((p) => p.source === episode.source && p.program_key === episode.program_key);
  if (client === undefined || program === undefined) throw new Error("an episode without its parents takes part");
  const sessions = childrenOf(current.sessions, episode);
  const assessments = childrenOf<AssessmentRow>(current.assessments, episode);
  const followups = childrenOf<FollowupRow>(current.followups, episode);
  const age = ageAtAdmission(episode, client);
  const treated = treatedSessions(sessions);
  const scores = (instrument: Instrument) =>
    instrumentFacts(episode, assessments, instrument, reading.settings.prorate);
  return {
    episode,
    sessions,
    groups: groupsOf({
      episode,
      client,
      program,
      programs: current.programs,
      sessions
    }),
    age,
    under_12: age !== null && age < 12, // 17.2: an unknown birth year is not under 12
    treated_sessions: treated.length,
    treated: treated.length >= 1, // 16.1
    finished: episode.discharged_on !== null && treated.length >= 2, // 16.7
    los_days: lengthOfStay(episode, sessions),
    time_in_program: timeInProgram(episode, client, sessions, reading),
    first_treated_on: treated.map((s) => s.held_on).sort()[0] ?? null,
    closed_by_death: isClosedByDeath(episode, client),
    neutral_exit: isNeutralExit(episode, client),
    alive_at_day_150: isAliveAtDay150(episode, client, followups),
    last_discharge_of_quarter: false,
    phq9: scores("phq9"),
    gad7: scores("gad7"),
    pcl5: scores("pcl5")
  };
}

function childrenOf<Row extends {source: string; episode_key: string}>(rows: Row[], episode: EpisodeRow): Row[] {
  return rows.filter((row) => row.source === episode.source && row.episode_key === episode.episode_key);
}

/** 17.5: latest discharged_on, then latest admitted_on, then greatest episode_key; death and groups play no part. */
function isLastDischargeOfQuarter(one: EpisodeFacts, all: EpisodeFacts[]): boolean {
  if (!one.treated || one.episode.discharged_on === null) return false;
  for (const other of all) {
    if (!other.treated || other.episode.discharged_on === null) continue;
    if (other.episode.source !== one.episode.source || other.episode.client_key !== one.episode.client_key) continue;
    if (periodOf(other.episode.discharged_on, "quarter") !== periodOf(one.episode.discharged_on, "quarter")) continue;
    if (isLaterDischarge(other.episode, one.episode)) return false;
  }
  return true;
}

function isLaterDischarge(a: EpisodeRow, b: EpisodeRow): boolean {
  const dischargeOfA = a.discharged_on ?? "";
  const dischargeOfB = b.discharged_on ?? "";
  if (dischargeOfA !== dischargeOfB) return dischargeOfA > dischargeOfB;
  if (a.admitted_on !== b.admitted_on) return a.admitted_on > b.admitted_on;
  return compareKeys(a.episode_key, b.episode_key) > 0;
}
