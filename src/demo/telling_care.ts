import {Random} from "../statistics/random.ts";
import {keyOf} from "./keys.ts";
import type {Story} from "./organisation.ts";
import {parameters} from "./parameters.ts";
import {assessmentRow, sessionRow} from "./rows.ts";
import type {Statement} from "./statements.ts";
import {monthTold, type Telling, tell} from "./telling.ts";

/** Sessions as they are told: 2 % are noted as missed first, and 0.5 % are booked twice, which is taken back a month later. */
export function tellSessions({episode, sessions, told_from}: Story, telling: Telling): Statement[] {
  const random = new Random(telling.seed, "telling", "sessions", episode.number);
  return sessions.flatMap((session, index) => {
    const month = monthTold(telling, Math.max(session.held_on, told_from));
    const row = sessionRow(episode, session);
    const noted = {...row, attendance: "no_show", attended_minutes: ""};
    const right = session.attendance === "attended" && random.chance(parameters.late_correction) ? month + 1 : month;
    const told = tell(telling, "sessions", [month, right], (now) => (now < right ? noted : row));
    const twice = random.chance(0.005) && month + 1 < telling.days.length;
    return twice ? [...told, ...bookedTwice(row, keyOf("s", episode.number * 400 + 200 + index), month)] : told;
  });
}

function bookedTwice(row: Statement["row"], key: string, month: number): Statement[] {
  const second = {file: "sessions", key, row: {...row, session_key: key}} as const;
  return [
    {...second, month},
    {...second, month: month + 1, row: {session_key: key}, form: "delete"}
  ];
}

/**
 * Assessments as they are told, those of the intake with their episode: 1 % without the mode of giving at first. Whether a PCL-5
 * is among these is drawn apart, so that it changes nothing for the others.
 */
export function tellAssessments(story: Story, telling: Telling): Statement[] {
  const {episode, assessments, followup_assessments, told_from} = story;
  const random = new Random(telling.seed, "telling", "assessments", episode.number);
  const randomOfPcl5 = new Random(telling.seed, "telling", "pcl5", episode.number);
  return [...assessments, ...followup_assessments].flatMap((assessment) => {
    const month = monthTold(telling, Math.max(assessment.assessed_on, told_from));
    const row = assessmentRow(episode, assessment);
    const isLate = (assessment.instrument === "pcl5" ? randomOfPcl5 : random).chance(0.01);
    const complete = isLate ? month + 1 : month;
    return tell(telling, "assessments", [month, complete], (now) => (now < complete ? {...row, mode: ""} : row));
  });
}
