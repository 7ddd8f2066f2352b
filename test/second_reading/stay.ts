import {daysBetween} from "./days.ts";
import {isClosedByDeath, isPlannedExit} from "./exits.ts";
import type {ClientRow, EpisodeRow, Reading, SessionRow} from "./rows.ts";

export type ExitKind = "planned" | "unplanned" | "death" | "censored";

/** Days to an event. */
export interface TimeToEvent {
  time: number;
  event: ExitKind | "served";
}

export interface TimeInProgram extends TimeToEvent {
  time: number;
  event: ExitKind;
}

/** 16.1: sessions attended or attended in part; those on the day after discharge take part too (17.11). */
export function treatedSessions(sessions: SessionRow[]): SessionRow[] {
  return sessions.filter((s) => s.attendance === "attended" || s.attendance === "partial");
}

/** LOS of 16.5 in days; null while the episode is open or where no session was treated. */
export function lengthOfStay(episode: EpisodeRow, sessions: SessionRow[]): number | null {
  const last = lastDate(treatedSessions(sessions));
  if (episode.discharged_on === null || last === null) return null;
  const days = Math.min(
    daysBetween(episode.admitted_on, last),
    daysBetween(episode.admitted_on, episode.discharged_on) // 17.11: capped at discharged_on
  );
  return Math.max(1, days + 1);
}

/** LS-03 with the kind of exit of LS-04; null for an episode never treated (G-03). */
export function timeInProgram(
  episode: EpisodeRow,
  client: ClientRow,
  sessions: SessionRow[],
  reading: Reading
): TimeInProgram | null {
  const lastTreated = lastDate(treatedSessions(sessions));
  const lastSession = lastDate(sessions);
  if (lastTreated === null || lastSession === null) return null;
  const los = lengthOfStay(episode, sessions);
  if (los !== null) return {time: los, event: exitKind(episode, client)}; // 17.12: a closed episode's time is its LOS
  const quietDays = daysBetween(lastSession, reading.as_of); // 17.12: the last session of any attendance
  if (quietDays > reading.settings.stale_after_days) {
    return {
      time: daysBetween(episode.admitted_on, lastTreated) + 1,
      event: "unplanned"
    }; // 16.5
  }
  return {
    time: daysBetween(episode.admitted_on, reading.as_of) + 1,
    event: "censored"
  };
}

function exitKind(episode: EpisodeRow, client: ClientRow): ExitKind {
  if (isClosedByDeath(episode, client)) return "death"; // before planned: a completed episode may be closed by death (17.35)
  return isPlannedExit(episode) ? "planned" : "unplanned";
}

function lastDate(sessions: SessionRow[]): string | null {
  let last: string | null = null;
  for (const s of sessions) {
    if (last === null || s.held_on > last) last = s.held_on;
  }
  return last;
}
