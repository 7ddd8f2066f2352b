import fc from "fast-check";
import {addDays} from "./days.ts";
import {earlier, keyPrefix, mostly} from "./random_days.ts";
import type {Attendance, EpisodeRow, ProgramRow, SessionRow, Statement} from "./rows.ts";

/** Clients admitted on one day who meet in groups of their program. */
export interface GatheringPlan {
  prefix: string;
  program: number;
  members: number;
  days_before_as_of: number;
  /** Members who were discharged on the day before the last meeting. */
  leavers: number;
  /** Members who come to no meeting. */
  absent: number;
  /** The first member attends by two episodes. */
  twofold: boolean;
  meetings: MeetingPlan[];
}

interface MeetingPlan {
  day: number;
  kind: SessionRow["kind"];
  group_key: string | null;
  attendance: Attendance;
}

const meetingPlan: fc.Arbitrary<MeetingPlan> = fc.record({
  day: fc.constantFrom(1, 2, 2, 9, 20),
  kind: mostly<SessionRow["kind"]>(5, "group", fc.constantFrom("psychoeducation")),
  group_key: mostly<string | null>(5, "g", fc.constantFrom("h", null)),
  attendance: mostly<Attendance>(3, "attended", fc.constantFrom("partial", "no_show"))
});

export const gatheringPlan: fc.Arbitrary<GatheringPlan> = fc.record({
  prefix: keyPrefix,
  program: fc.nat(5),
  members: fc.constantFrom(2, 5, 6, 7, 10, 11, 15, 15, 16, 16),
  days_before_as_of: fc.constantFrom(0, 1, 5, 20, 45),
  leavers: fc.constantFrom(0, 0, 1, 2),
  absent: fc.constantFrom(0, 0, 1),
  twofold: fc.boolean(),
  meetings: fc.array(meetingPlan, {minLength: 1, maxLength: 3})
});

/** Adds the members of a gathering with their episodes and meetings to a statement. */
export function addGathering(statement: Statement, plan: GatheringPlan, number: number, as_of: string): void {
  const program = statement.programs[plan.program % Math.max(1, statement.programs.length)];
  if (program === undefined) return;
  const admitted_on = addDays(as_of, -plan.days_before_as_of);
  const last = earlier(addDays(admitted_on, Math.max(...plan.meetings.map(({day}) => day))), as_of);
  for (let i = 0; i < plan.members; i++) {
    const key = `${plan.prefix}m${number}-${i}`;
    const member = memberOf(program, key, admitted_on);
    const leaves = i < plan.leavers && last > admitted_on;
    statement.clients.push(clientOf(member));
    if (i === 0 && plan.twofold)
      addMember(statement, plan, {...closed(member, last), episode_key: `${key}-too`}, as_of);
    const comes = i < plan.members - plan.absent;
    addMember(
      statement,
      comes ? plan : {...plan, meetings: []},
      leaves ? closed(member, addDays(last, -1)) : member,
      as_of
    );
  }
}

function addMember(statement: Statement, {meetings}: GatheringPlan, episode: EpisodeRow, as_of: string): void {
  statement.episodes.push(episode);
  meetings.forEach(({day, kind, group_key, attendance}, i) => {
    statement.sessions.push({
      source: episode.source,
      session_key: `${episode.episode_key}-${i}`,
      episode_key: episode.episode_key,
      held_on: earlier(addDays(episode.admitted_on, day), as_of),
      ...{kind, modality: null, group_key, scheduled_minutes: 90, attended_minutes: null, attendance}
    });
  });
}

function memberOf({source, program_key}: ProgramRow, key: string, admitted_on: string): EpisodeRow {
  return {
    ...{source, episode_key: key, client_key: key, program_key, admitted_on, discharged_on: null},
    ...{discharge_reason: null, transfer_to: null, neutral_exit: null, payer: null, referral_source: null},
    ...{diagnosis_group: null, co_occurring_sud: null, part2: null, prescribed_hours_week: null}
  };
}

function closed(episode: EpisodeRow, discharged_on: string): EpisodeRow {
  return {...episode, discharged_on, discharge_reason: "completed"};
}

function clientOf({source, client_key}: EpisodeRow) {
  const unknown = {sex: null, gender: null, race: null, ethnicity: null, language: null};
  return {source, client_key, birth_year: null, ...unknown, zip3: null, veteran: null, died_on: null};
}
