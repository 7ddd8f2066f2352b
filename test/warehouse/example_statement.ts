import type {Course, Score} from "../../src/measures/example.ts";
import {addDays} from "../second_reading/days.ts";
import {exampleRows} from "../second_reading/example_rows.ts";
import type {
  AssessmentRow,
  DischargeReason,
  EpisodeRow,
  Instrument,
  SessionRow,
  Statement
} from "../second_reading/rows.ts";

const {client, episode, followup, items, program, session, total} = exampleRows;

const weekly = [0, 7, 14, 21, 28, 35, 42, 49].map((day) => [day, "attended"] as const);

/** The course of a worked example as rows of one client in a program of its own, seen from the as-of date. */
export function exampleStatement(course: Course, program_key: string, as_of: string): Statement {
  const admitted_on = addDays(as_of, -(course.seen_from ?? 400));
  const own = {episode_key: program_key};
  const on = (day: number) => addDays(admitted_on, day);
  const contacts = course.found_dead === undefined ? [] : [on(course.found_dead)];
  return {
    programs: [program({program_key})],
    clients: [
      client({client_key: program_key, birth_year: birthYear(course, admitted_on), died_on: dayOf(course.died)})
    ],
    referrals: [],
    episodes: [{...episodeOf(course, admitted_on), ...own, client_key: program_key, program_key}],
    sessions: (course.sessions ?? weekly).map((one, index) => ({
      ...sessionOf(one, on(one[0])),
      ...own,
      session_key: `${program_key} ${index}`
    })),
    assessments: [...scored("phq9", course.phq9), ...scored("gad7", course.gad7)],
    followups: contacts.map((day) => followup(day, {...own, followup_key: program_key, outcome: "deceased"}))
  };

  function dayOf(day: number | undefined): string | null {
    return day === undefined ? null : on(day);
  }

  function scored(instrument: Instrument, scores: readonly Score[] | undefined): AssessmentRow[] {
    return (scores ?? []).map((score, index) => ({
      ...assessmentOf(instrument, score, on(score[0])),
      ...own,
      assessment_key: `${program_key} ${instrument} ${index}`
    }));
  }
}

function birthYear({age = 40}: Course, admitted_on: string): number | null {
  return age === null ? null : Number(admitted_on.slice(0, 4)) - age;
}

function episodeOf(course: Course, admitted_on: string): EpisodeRow {
  const {discharged = 56, reason = "completed", transfer_to = null, neutral_exit} = course;
  if (discharged === null) return episode({admitted_on});
  return episode({
    admitted_on,
    discharged_on: addDays(admitted_on, discharged),
    discharge_reason: reason as DischargeReason,
    transfer_to: transfer_to as EpisodeRow["transfer_to"],
    neutral_exit: neutral_exit === undefined ? null : neutral_exit ? "yes" : "no"
  });
}

function sessionOf([, attendance, minutes]: readonly [number, string, number?], held_on: string): SessionRow {
  return session(held_on, {attendance: attendance as SessionRow["attendance"], attended_minutes: minutes ?? null});
}

function assessmentOf(instrument: Instrument, [, score]: Score, assessed_on: string): AssessmentRow {
  return typeof score === "number" ? total(instrument, assessed_on, score) : items(instrument, assessed_on, [...score]);
}
