import fc from "fast-check";
import {addDays} from "./days.ts";
import {type DayPlan, daysFrom, earlier, keyPrefix, mostly, plannedDay} from "./random_days.ts";
import type {Attendance, EpisodeRow, SessionRow} from "./rows.ts";

export interface SessionPlan extends DayPlan {
  prefix: string;
  attendance: Attendance;
  kind: SessionRow["kind"];
  modality: SessionRow["modality"];
  group_key: string | null;
  scheduled_minutes: number;
  attended: "none" | "zero" | "half_down" | "half_up" | "all" | "over" | "dose" | "below_dose";
}

const sessionDay: fc.Arbitrary<DayPlan> = fc.oneof(
  {weight: 3, arbitrary: daysFrom("admitted", -1, 0, 1, 2, 3, 6, 7, 12, 13, 14)},
  {weight: 3, arbitrary: fc.integer({min: 0, max: 45}).map((days) => ({base: "admitted" as const, days}))},
  {weight: 3, arbitrary: daysFrom("discharged", -1, 0, 1, 1, 2)}
);

const untreated: Attendance[] = ["no_show", "late_cancel", "client_cancel", "program_cancel", "excused"];

/** Half of 95 is half a minute below 0.8 of an hour (DO-02). */
const minutes = [1, 2, 47, 48, 60, 91, 95, 95, 97, 180];

export const sessionPlan: fc.Arbitrary<SessionPlan> = fc
  .record({
    day: sessionDay,
    prefix: keyPrefix,
    attendance: fc.oneof(
      {weight: 4, arbitrary: fc.constantFrom<Attendance>("attended", "partial")},
      {weight: 2, arbitrary: fc.constantFrom(...untreated)}
    ),
    kind: mostly<SessionPlan["kind"]>(4, "group", fc.constantFrom("individual", "family", "medication", "assessment")),
    modality: mostly<SessionPlan["modality"]>(4, "video", fc.constantFrom("in_person", "phone", null)),
    group_key: fc.constantFrom(null, "g", "h"),
    scheduled_minutes: fc.constantFrom(...minutes),
    attended: fc.constantFrom(
      ...(["none", "none", "zero", "half_down", "half_up", "all", "over", "dose", "dose", "below_dose"] as const)
    )
  })
  .map(({day, ...rest}) => ({...day, ...rest}));

/** The session of a plan; `last` is the last day that it may be held on. */
export function plannedSession(plan: SessionPlan, episode: EpisodeRow, number: string, last: string): SessionRow {
  const {attendance, kind, modality, group_key, scheduled_minutes} = plan;
  return {
    source: episode.source,
    episode_key: episode.episode_key,
    session_key: `${plan.prefix}s${number}`,
    held_on: heldOn(plan, episode, last),
    ...{kind, modality, group_key, scheduled_minutes, attended_minutes: attendedMinutes(plan, episode), attendance}
  };
}

/** Near discharge, or near the last day of an open episode. */
function heldOn(plan: SessionPlan, episode: EpisodeRow, last: string): string {
  const open = episode.discharged_on === null && plan.base === "discharged";
  return open ? earlier(addDays(last, plan.days), last) : plannedDay(plan, episode, last);
}

function attendedMinutes({attended, scheduled_minutes}: SessionPlan, episode: EpisodeRow): number | null {
  const dose = Math.min(1440, 48 * (episode.prescribed_hours_week ?? 1)); // 0.8 of the hours of a week
  if (attended === "dose") return dose;
  if (attended === "below_dose") return dose - 1;
  if (attended === "none") return null;
  if (attended === "zero") return 0;
  if (attended === "half_down") return Math.floor(scheduled_minutes / 2);
  if (attended === "half_up") return Math.ceil(scheduled_minutes / 2);
  return attended === "all" ? scheduled_minutes : scheduled_minutes + 5;
}
