import {createHmac} from "node:crypto";
import type {EpisodeRow} from "./subject.ts";

/** How an export tells when something was. */
export type DateForm = "days_since_admission" | "shifted";

/** Keys of one export, and the weeks by which its persons' dates are moved: nobody can go back without the secret. */
export interface Surrogates {
  personOf(episode: EpisodeRow): string;
  episodeOf(episode: EpisodeRow): string;
  /** A date of the person's, moved by as many weeks as all dates of that person; null stays null. */
  moved(episode: EpisodeRow, on: string | null): string | null;
  /** Year of admission; where dates are moved, of the moved date, lest the two together narrow the move. */
  yearOf(episode: EpisodeRow): number;
}

/** Weeks that a date may be moved by, either way: 182 days. */
const weeks = 26;
const dayLength = 86_400_000;

/** The surrogates of one export. The secret, 32 random bytes, belongs to it alone and is never written down. */
export function surrogatesOf(secret: Buffer, dates: DateForm): Surrogates {
  const keyed = (...parts: readonly string[]) =>
    createHmac("sha256", secret).update(JSON.stringify(parts)).digest("hex");
  const weeksOf = ({source, client_key}: EpisodeRow) => {
    const place = Number.parseInt(keyed("shift", source, client_key).slice(0, 12), 16) % (2 * weeks);
    return place < weeks ? place - weeks : place - weeks + 1;
  };
  const moved = (episode: EpisodeRow, on: string) =>
    new Date(Date.parse(on) + 7 * weeksOf(episode) * dayLength).toISOString().slice(0, 10);
  return {
    personOf: ({source, client_key}) => `p${keyed("person", source, client_key).slice(0, 16)}`,
    episodeOf: ({source, episode_key}) => `e${keyed("episode", source, episode_key).slice(0, 16)}`,
    moved: (episode, on) => (on === null ? null : moved(episode, on)),
    yearOf: (episode) =>
      dates === "shifted" ? Number(moved(episode, episode.admitted_on).slice(0, 4)) : episode.admission_year
  };
}
