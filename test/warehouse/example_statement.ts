import type {Course, Score} from "../../src/measures/example.ts";
import {addDays} from "../second_reading/days.ts";
import {exampleRows} from "../second_reading/example_rows.ts";
import type {
  AssessmentRow,
  DischargeReason,
  EpisodeRow,
  Instrument,
  ReferralRow,
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
  const again = course.admitted_again === undefined ? [] : [course.admitted_again];
  const others = Array.from({length: course.others_in_group ?? 0}, (_, index) => `${program_key} other ${index}`);
  const contacts = course.found_dead === undefined ? [] : [on(course.found_dead)];
  return {
    programs: [
      program({program_key}),
      ...again.filter(({elsewhere}) => elsewhere).map(() => program({program_key: `${program_key} elsewhere`}))
    ],
    clients: [program_key, ...others].map((client_key) =>
      client({client_key, birth_year: birthYear(course, admitted_on), died_on: dayOf(course.died)})
    ),
    referrals: (course.referrals ?? []).map(({day, outcome = "admitted"}, index) => ({
      ...referralOf(on(day), outcome),
      referral_key: `${program_key} ${index}`,
      client_key: program_key,
      program_key,
      episode_key: index === 0 ? program_key : null
    })),
    episodes: [
      {...episodeOf(course, admitted_on), ...own, client_key: program_key, program_key},
      ...others.map((key) => ({...episodeOf(course, admitted_on), episode_key: key, client_key: key, program_key})),
      ...again.map(({day, elsewhere}) =>
        episode({
          episode_key: `${program_key} again`,
          client_key: program_key,
          program_key: elsewhere ? `${program_key} elsewhere` : program_key,
          admitted_on: on(day)
        })
      )
    ],
    sessions: [program_key, ...others].flatMap((key) =>
      (course.sessions ?? weekly).map((one, index) => ({
        ...sessionOf(one, on(one[0])),
        episode_key: key,
        group_key: course.others_in_group === undefined ? null : program_key,
        session_key: `${key} ${index}`
      }))
    ),
    assessments: Object.entries(course.scores ?? {}).flatMap(([instrument, scores]) =>
      scored(instrument as Instrument, scores)
    ),
    followups: contacts.map((day) => followup(day, {...own, followup_key: program_key, outcome: "deceased"}))
  };

  function dayOf(day: number | undefined): string | null {
    return day === undefined ? null : on(day);
  }

  function scored(instrument: Instrument, scores: readonly Score[]): AssessmentRow[] {
    return scores.map((score, index) => ({
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
  const {discharged = 56, reason = "completed", transfer_to = null, neutral_exit, prescribed_hours} = course;
  const prescribed_hours_week = prescribed_hours ?? null;
  if (discharged === null) return episode({admitted_on, prescribed_hours_week});
  return episode({
    prescribed_hours_week,
    admitted_on,
    discharged_on: addDays(admitted_on, discharged),
    discharge_reason: reason as DischargeReason,
    transfer_to: transfer_to as EpisodeRow["transfer_to"],
    neutral_exit: neutral_exit === undefined ? null : neutral_exit ? "yes" : "no"
  });
}

function referralOf(received_at: string, outcome: string) {
  const {source} = program();
  return {source, received_at, received_on: received_at, outcome: outcome as ReferralRow["outcome"]};
}

function sessionOf([, attendance, minutes]: readonly [number, string, number?], held_on: string): SessionRow {
  return session(held_on, {attendance: attendance as SessionRow["attendance"], attended_minutes: minutes ?? null});
}

function assessmentOf(instrument: Instrument, [, score]: Score, assessed_on: string): AssessmentRow {
  return typeof score === "number" ? total(instrument, assessed_on, score) : items(instrument, assessed_on, [...score]);
}
