import {addDays} from "../second_reading/days.ts";
import {exampleRows} from "../second_reading/example_rows.ts";
import type {AssessmentRow, EpisodeRow, Instrument, SessionRow, Statement} from "../second_reading/rows.ts";

/** The date that the checks are run for: the last day of a quarter. */
export const asOf = "2026-03-31";

/** All that one source delivered, free for a test to spoil. */
export interface Source extends Statement {
  name: string;
  /** Dates of its deliveries; the first said all rows. */
  delivered: string[];
  /** Rows of sessions in quarantine, and such as were mended since. */
  quarantined_sessions: number;
  mended_sessions: number;
  refused: number;
}

/**
 * A source in which no check finds anything: one program, 36 people admitted week by week and discharged after eight weeks, all
 * measured at admission, after four weeks and at discharge, and three people still in care.
 */
export function soundSource(name: string): Source {
  const closed = Array.from({length: 36}, (_, week) => {
    const admitted_on = addDays("2025-04-07", 7 * week);
    return episodeOf(name, week, {admitted_on, discharged_on: addDays(admitted_on, 56), discharge_reason: "completed"});
  });
  const open = [0, 1, 2].map((week) => episodeOf(name, 36 + week, {admitted_on: addDays("2026-03-02", 7 * week)}));
  const episodes = [...closed, ...open];
  return {
    name,
    delivered: [asOf],
    quarantined_sessions: 0,
    mended_sessions: 0,
    refused: 0,
    programs: [{...exampleRows.program(), source: name}],
    clients: episodes.map(clientOf),
    referrals: closed.slice(0, 12).map(referralOf),
    episodes,
    sessions: episodes.flatMap(sessionsOf),
    assessments: episodes
      .flatMap((episode, number) =>
        [0, 28, 56].flatMap((day) => [
          assessmentOf(episode, number, "phq9", day),
          assessmentOf(episode, number, "gad7", day)
        ])
      )
      .filter(({assessed_on}) => assessed_on < "2026-03-24"),
    followups: closed.slice(0, 5).map(followupOf)
  };
}

/** An episode of a client of its own. */
export function episodeOf(source: string, number: number, values: Partial<EpisodeRow>): EpisodeRow {
  const keys = {source, episode_key: `e${number}`, client_key: `c${number}`};
  return exampleRows.episode({...keys, payer: "commercial", diagnosis_group: "depressive", ...values});
}

function clientOf({source, client_key}: EpisodeRow) {
  return exampleRows.client({source, client_key, race: "white", ethnicity: "not_hispanic", language: "en"});
}

function referralOf({source, episode_key, client_key, program_key, admitted_on}: EpisodeRow) {
  const received = {received_at: admitted_on, received_on: admitted_on, outcome: "admitted"};
  return {source, referral_key: `r-${episode_key}`, client_key, program_key, episode_key, ...received};
}

function followupOf({source, episode_key, discharged_on}: EpisodeRow) {
  const contacted_on = addDays(discharged_on ?? asOf, 180);
  return exampleRows.followup(contacted_on, {source, episode_key, followup_key: `f-${episode_key}`});
}

/** Mondays and Thursdays to the day of discharge; every fifth is missed. */
function sessionsOf({source, episode_key, admitted_on, discharged_on}: EpisodeRow): SessionRow[] {
  const last = discharged_on ?? asOf;
  const days = Array.from({length: 17}, (_, index) =>
    addDays(admitted_on, Math.floor(index / 2) * 7 + (index % 2) * 3)
  );
  return days
    .filter((held_on) => held_on <= last)
    .map((held_on, index) => {
      const seen = index % 5 === 2 ? {attendance: "no_show" as const} : {attended_minutes: 170};
      return exampleRows.session(held_on, {source, episode_key, ...seen});
    });
}

function assessmentOf(episode: EpisodeRow, number: number, instrument: Instrument, day: number): AssessmentRow {
  const {source, episode_key, admitted_on} = episode;
  const answers = Array.from({length: instrument === "phq9" ? 9 : 7}, (_, item) => (number + item + day) % 4);
  const assessed_on = addDays(admitted_on, day);
  const key = {source, episode_key, assessment_key: `${episode_key}-${instrument}-${day}`};
  return {...exampleRows.items(instrument, assessed_on, answers), ...key};
}
