import {addDays} from "./days.ts";
import type {ClientRow, EpisodeRow, FollowupRow} from "./rows.ts";

/** 17.35: the reason is death, or the client died between admission and discharge. An open episode is not closed. */
export function isClosedByDeath(episode: EpisodeRow, client: ClientRow): boolean {
  if (episode.discharged_on === null) return false;
  if (episode.discharge_reason === "death") return true;
  if (client.died_on === null) return false;
  return client.died_on >= episode.admitted_on && client.died_on <= episode.discharged_on;
}

/**
 * 17.13: incarcerated, death, transferred step_up, or neutral_exit = yes with any reason but completed. Death is 17.35's here
 * too ("everywhere the same"): a client who died before discharge is a neutral exit whatever the reason, completed included.
 */
export function isNeutralExit(episode: EpisodeRow, client: ClientRow): boolean {
  if (episode.discharged_on === null) return false;
  if (isClosedByDeath(episode, client)) return true;
  if (episode.discharge_reason === "incarcerated") return true;
  if (episode.discharge_reason === "transferred" && episode.transfer_to === "step_up") return true;
  return episode.neutral_exit === "yes" && episode.discharge_reason !== "completed";
}

/** 16.10 */
export function isPlannedExit(episode: EpisodeRow): boolean {
  if (episode.discharge_reason === "completed") return true;
  return episode.discharge_reason === "transferred" && episode.transfer_to === "step_down";
}

/** 17.5: no death by reason, date or the episode's own contact on or before day 150 after discharge. */
export function isAliveAtDay150(episode: EpisodeRow, client: ClientRow, followups: FollowupRow[]): boolean {
  if (episode.discharged_on === null) return false;
  const day150 = addDays(episode.discharged_on, 150);
  if (episode.discharge_reason === "death") return false;
  if (client.died_on !== null && client.died_on <= day150) return false;
  return !followups.some((f) => f.outcome === "deceased" && f.contacted_on <= day150);
}
