import {addDays} from "../../second_reading/days.ts";
import {exampleRows, exampleStatement, threePrograms} from "../../second_reading/example_rows.ts";
import type {AssessmentRow, SessionRow, Statement} from "../../second_reading/rows.ts";

const {client, episode, followup, session, total} = exampleRows;

export const as_of = "2026-03-31";

const programs = threePrograms("a", "b", "c");

interface Stay {
  readonly key: string;
  readonly program_key: string;
  readonly admitted_on: string;
  readonly days: number;
  readonly index: number;
}

/** A small organisation: some stays in 18 months, most of them in one program, and groups of every size. */
export function organisation(stays: number): Statement {
  const all = Array.from({length: stays}, (_, index) => stayOf(index));
  return exampleStatement({
    programs,
    clients: all.map(({key, index}) =>
      client({client_key: key, race: index % 23 === 0 ? "asian" : index % 5 === 0 ? "black" : "white"})
    ),
    episodes: all.map(({key, program_key, admitted_on, days, index}) =>
      episode({
        ...{episode_key: key, client_key: key, program_key, admitted_on, discharged_on: addDays(admitted_on, days)},
        discharge_reason: index % 7 < 4 ? "completed" : index % 7 < 6 ? "dropped_out" : "transferred",
        payer: index % 19 === 0 ? "other" : index % 3 === 0 ? "medicaid" : "commercial"
      })
    ),
    sessions: all.flatMap(sessionsOf),
    assessments: all.flatMap(scoresOf),
    followups: all.flatMap(contactOf)
  });
}

function stayOf(index: number): Stay {
  const key = `p${index}`;
  const program_key = index % 8 === 0 ? "b" : index % 8 < 3 ? "c" : "a";
  return {
    key,
    program_key,
    admitted_on: addDays("2024-05-01", (index * 27) % 540),
    days: 20 + ((index * 17) % 60),
    index
  };
}

function sessionsOf({key, admitted_on, days, index}: Stay): SessionRow[] {
  return Array.from({length: Math.floor(days / 7)}, (_, week) =>
    session(addDays(admitted_on, 7 * week), {
      episode_key: key,
      attendance: (week + index) % 6 === 0 ? "no_show" : "attended"
    })
  );
}

function scoresOf({key, admitted_on, days, index}: Stay): AssessmentRow[] {
  const first = 10 + ((index * 7) % 11);
  const scores = [
    [admitted_on, first],
    ...(index % 9 === 0 ? [] : [[addDays(admitted_on, days), first - ((index * 5) % 13)]]),
    ...(index % 3 === 0 ? [[addDays(admitted_on, days + 180), first - ((index * 3) % 9)]] : [])
  ] as [string, number][];
  return scores
    .filter(([on]) => on <= as_of)
    .map(([on, score]) => total("phq9", on, Math.max(0, score), {episode_key: key}));
}

function contactOf({key, admitted_on, days, index}: Stay) {
  const contacted_on = addDays(admitted_on, days + 180);
  if (contacted_on > as_of) return [];
  const outcome = index % 3 === 0 ? ("reached" as const) : ("unreachable" as const);
  return [followup(contacted_on, {followup_key: key, episode_key: key, attempts: 2, outcome})];
}
