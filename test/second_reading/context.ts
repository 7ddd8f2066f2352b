import {addDays} from "./days.ts";
import {compareKeys} from "./order.ts";
import type {EpisodeRow, Statement} from "./rows.ts";

export type WaitingCode = "unknown_parent" | "session_outside_episode" | "assessment_too_early" | "second_open_episode";

export interface Waiting {
  file: "referrals" | "episodes" | "sessions" | "assessments" | "followups";
  source: string;
  key: string;
  code: WaitingCode;
}

/** Rows that wait for their context, each with its first code (delivery format, "Two kinds of trouble with a row"). */
export function whatWaits(statement: Statement): Waiting[] {
  const episodes = episodesThatWait(statement);
  const standing = statement.episodes.filter((e) => !waits(episodes, "episodes", e.source, e.episode_key));
  return [
    ...episodes,
    ...referralsThatWait(statement, standing),
    ...sessionsThatWait(statement, standing),
    ...assessmentsThatWait(statement, standing),
    ...followupsThatWait(statement, standing)
  ];
}

/** The rows that do not wait. */
export function takingPart(statement: Statement): Statement {
  const waiting = whatWaits(statement);
  return {
    programs: statement.programs,
    clients: statement.clients,
    referrals: statement.referrals.filter((row) => !waits(waiting, "referrals", row.source, row.referral_key)),
    episodes: statement.episodes.filter((row) => !waits(waiting, "episodes", row.source, row.episode_key)),
    sessions: statement.sessions.filter((row) => !waits(waiting, "sessions", row.source, row.session_key)),
    assessments: statement.assessments.filter((row) => !waits(waiting, "assessments", row.source, row.assessment_key)),
    followups: statement.followups.filter((row) => !waits(waiting, "followups", row.source, row.followup_key))
  };
}

function waits(waiting: Waiting[], file: Waiting["file"], source: string, key: string): boolean {
  return waiting.some((row) => row.file === file && row.source === source && row.key === key);
}

function episodesThatWait(statement: Statement): Waiting[] {
  const waiting: Waiting[] = [];
  const withParents: EpisodeRow[] = [];
  for (const e of statement.episodes) {
    if (hasClient(statement, e.source, e.client_key) && hasProgram(statement, e.source, e.program_key)) {
      withParents.push(e);
    } else {
      waiting.push({
        file: "episodes",
        source: e.source,
        key: e.episode_key,
        code: "unknown_parent"
      });
    }
  }
  for (const e of withParents) {
    if (withParents.some((other) => isEarlierOpenEpisode(other, e))) {
      waiting.push({
        file: "episodes",
        source: e.source,
        key: e.episode_key,
        code: "second_open_episode"
      });
    }
  }
  return waiting;
}

/** Other is open, as episode is, of the same client in the same program, and was admitted earlier (same day: the smaller key). */
function isEarlierOpenEpisode(other: EpisodeRow, episode: EpisodeRow): boolean {
  if (episode.discharged_on !== null || other.discharged_on !== null) return false;
  if (other.source !== episode.source) return false;
  if (other.client_key !== episode.client_key || other.program_key !== episode.program_key) return false;
  if (other.admitted_on !== episode.admitted_on) return other.admitted_on < episode.admitted_on;
  return compareKeys(other.episode_key, episode.episode_key) < 0;
}

function referralsThatWait(statement: Statement, standing: EpisodeRow[]): Waiting[] {
  const waiting: Waiting[] = [];
  for (const r of statement.referrals) {
    const programKnown = hasProgram(statement, r.source, r.program_key);
    const clientKnown = r.client_key === null || hasClient(statement, r.source, r.client_key);
    const episodeKnown = r.episode_key === null || episodeOf(standing, r.source, r.episode_key) !== undefined;
    if (programKnown && clientKnown && episodeKnown) continue;
    waiting.push({
      file: "referrals",
      source: r.source,
      key: r.referral_key,
      code: "unknown_parent"
    });
  }
  return waiting;
}

function sessionsThatWait(statement: Statement, standing: EpisodeRow[]): Waiting[] {
  const waiting: Waiting[] = [];
  for (const s of statement.sessions) {
    const episode = episodeOf(standing, s.source, s.episode_key);
    if (episode === undefined) {
      waiting.push({
        file: "sessions",
        source: s.source,
        key: s.session_key,
        code: "unknown_parent"
      });
    } else if (isOutside(s.held_on, episode)) {
      waiting.push({
        file: "sessions",
        source: s.source,
        key: s.session_key,
        code: "session_outside_episode"
      });
    }
  }
  return waiting;
}

function isOutside(held_on: string, episode: EpisodeRow): boolean {
  if (held_on < episode.admitted_on) return true;
  return episode.discharged_on !== null && held_on > addDays(episode.discharged_on, 1);
}

function assessmentsThatWait(statement: Statement, standing: EpisodeRow[]): Waiting[] {
  const waiting: Waiting[] = [];
  for (const a of statement.assessments) {
    const episode = episodeOf(standing, a.source, a.episode_key);
    if (episode === undefined) {
      waiting.push({
        file: "assessments",
        source: a.source,
        key: a.assessment_key,
        code: "unknown_parent"
      });
    } else if (a.assessed_on < addDays(episode.admitted_on, -14)) {
      waiting.push({
        file: "assessments",
        source: a.source,
        key: a.assessment_key,
        code: "assessment_too_early"
      });
    }
  }
  return waiting;
}

function followupsThatWait(statement: Statement, standing: EpisodeRow[]): Waiting[] {
  return statement.followups
    .filter((f) => episodeOf(standing, f.source, f.episode_key) === undefined)
    .map((f) => ({
      file: "followups",
      source: f.source,
      key: f.followup_key,
      code: "unknown_parent"
    }));
}

function hasClient(statement: Statement, source: string, key: string): boolean {
  return statement.clients.some((row) => row.source === source && row.client_key === key);
}

function hasProgram(statement: Statement, source: string, key: string): boolean {
  return statement.programs.some((row) => row.source === source && row.program_key === key);
}

function episodeOf(standing: EpisodeRow[], source: string, key: string): EpisodeRow | undefined {
  return standing.find((row) => row.source === source && row.episode_key === key);
}
