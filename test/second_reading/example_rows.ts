import {addDays} from "./days.ts";
import {namedItems} from "./items.ts";
import type {
  AssessmentRow,
  ClientRow,
  EpisodeRow,
  FollowupRow,
  Instrument,
  ProgramRow,
  ReferralRow,
  SessionRow,
  Statement
} from "./rows.ts";

/** Rows of worked examples: what a test does not say is one ordinary thing. Children are of episode `e` unless they say. */
export const exampleRows = {program, client, episode, session, total, items, referral, followup};

const source = "north";
const none = null;

function program(values: Partial<ProgramRow> = {}): ProgramRow {
  const parts = {program_key: "p", site_key: "s", name: "Program", population: "mh"} as const;
  const empty = {age_group: none, level_of_care: none, planned_weeks: none, planned_hours_week: none};
  return {source, ...parts, ...empty, opened_on: none, closed_on: none, ...values};
}

function client(values: Partial<ClientRow> = {}): ClientRow {
  const codes = {sex: none, gender: none, race: none, ethnicity: none, language: none};
  return {source, client_key: "c", birth_year: 1980, ...codes, zip3: none, veteran: none, died_on: none, ...values};
}

/** Open unless it has discharged_on; then completed unless it has another reason. */
function episode(values: Partial<EpisodeRow> = {}): EpisodeRow {
  const closed = values.discharged_on !== undefined && values.discharged_on !== none;
  return {
    source,
    ...{episode_key: "e", client_key: "c", program_key: "p", admitted_on: "2025-01-01", discharged_on: none},
    discharge_reason: closed ? "completed" : none,
    ...{transfer_to: none, neutral_exit: none, payer: none, referral_source: none, diagnosis_group: none},
    ...{co_occurring_sud: none, part2: none, prescribed_hours_week: none},
    ...values
  };
}

function session(held_on: string, values: Partial<SessionRow> = {}): SessionRow {
  return {
    source,
    ...{session_key: `${values.episode_key ?? "e"}-${held_on}`, episode_key: "e", held_on, kind: "group"},
    ...{
      modality: none,
      group_key: none,
      scheduled_minutes: 180,
      attended_minutes: none,
      attendance: "attended" as const
    },
    ...values
  };
}

/** An assessment of which only the total was delivered. */
function total(
  instrument: Instrument,
  assessed_on: string,
  score: number | null,
  values: Partial<AssessmentRow> = {}
): AssessmentRow {
  return {
    source,
    ...{
      assessment_key: `${values.episode_key ?? "e"}-${instrument}-${assessed_on}`,
      episode_key: "e",
      instrument,
      assessed_on
    },
    ...namedItems([]),
    ...{total: score, missing_reason: none, mode: none, language: none},
    assessment_sequence: none,
    ...values
  };
}

/** An assessment given by its items, null where one was not answered. */
function items(
  instrument: Instrument,
  assessed_on: string,
  answers: (number | null)[],
  values: Partial<AssessmentRow> = {}
): AssessmentRow {
  return total(instrument, assessed_on, none, {...namedItems(answers), ...values});
}

/** Received on a date, or at a time of it; of client `c` and program `p`. */
function referral(received_at: string, values: Partial<ReferralRow> = {}): ReferralRow {
  return {
    source,
    ...{referral_key: received_at, client_key: "c", program_key: "p", received_at},
    ...{received_on: received_at.slice(0, 10), outcome: none, episode_key: none},
    ...values
  };
}

function followup(contacted_on: string, values: Partial<FollowupRow> = {}): FollowupRow {
  return {source, followup_key: "f", episode_key: "e", contacted_on, outcome: "reached", attempts: none, ...values};
}

/** A statement of one program and one client unless given others. */
export function exampleStatement(rows: Partial<Statement>): Statement {
  const parents = {programs: [program()], clients: [client()]};
  return {...parents, referrals: [], episodes: [], sessions: [], assessments: [], followups: [], ...rows};
}

/** An IOP and a PHP of the site north, and an IOP of the site south, by these keys. */
export function threePrograms(north_iop: string, north_php: string, south_iop: string): ProgramRow[] {
  return [
    program({program_key: north_iop, site_key: "north", name: "North IOP", level_of_care: "iop"}),
    program({program_key: north_php, site_key: "north", name: "North PHP", level_of_care: "php"}),
    program({program_key: south_iop, site_key: "south", name: "South IOP", level_of_care: "iop"})
  ];
}

/** `count` attended sessions of an episode, one a day from a date on. */
export function dailySessions(episode_key: string, from: string, count: number): SessionRow[] {
  return Array.from({length: count}, (_, day) => session(addDays(from, day), {episode_key}));
}
