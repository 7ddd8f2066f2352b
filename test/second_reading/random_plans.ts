import fc from "fast-check";
import {assessmentPlans} from "./random_assessments.ts";
import {type DayPlan, daysFrom, keyPrefix, mostly} from "./random_days.ts";
import type {AssessmentPlan} from "./random_scores.ts";
import {type SessionPlan, sessionPlan} from "./random_sessions.ts";
import type {ClientRow, DischargeReason, EpisodeRow, FollowupRow} from "./rows.ts";

export interface FollowupPlan {
  outcome: FollowupRow["outcome"];
  days: number;
}

export interface EpisodePlan {
  prefix: string;
  source: number;
  client: number | "nobody";
  program: number | "nowhere";
  anchor: {date: string} | {days_before_as_of: number};
  anchored: "admitted" | "discharged";
  los: number;
  open: boolean;
  /** Sessions of an open episode stop this many days more than stale_after_days before as-of. */
  quiet: 0 | 1 | null;
  discharge_reason: DischargeReason;
  transfer_to: EpisodeRow["transfer_to"];
  neutral_exit: EpisodeRow["neutral_exit"];
  payer: string | null;
  diagnosis_group: string | null;
  co_occurring_sud: string | null;
  prescribed_hours_week: number | null;
  died: DayPlan | null;
  /** A second episode of the client on the same days, under another key. */
  twin: {prefix: string; program_shift: number; los_shift: number} | null;
  /** The client's next episode, so many days after the discharge of this one; a transfer may continue in it. */
  next: {prefix: string; days: number; program_shift: number; transferred: boolean} | null;
  sessions: SessionPlan[];
  assessments: AssessmentPlan[];
  followups: FollowupPlan[];
}

export type ClientPlan = Pick<ClientRow, "sex" | "gender" | "race" | "ethnicity" | "language"> & {age: number | null};

const monthAndQuarterEdges = [
  ...["2024-12-31", "2025-01-01", "2025-03-31", "2025-04-01", "2025-06-30", "2025-07-01"],
  ...["2025-09-30", "2025-10-01", "2025-12-31", "2026-01-01", "2025-05-31", "2025-06-01"]
];

/** Days before as-of on which something matures, or just not. */
const windowEdges = [0, 6, 7, 8, 13, 14, 15, 27, 28, 29, 30, 30, 31, 89, 90, 90, 91];

const anchor: fc.Arbitrary<EpisodePlan["anchor"]> = fc.oneof(
  {weight: 3, arbitrary: fc.constantFrom(...monthAndQuarterEdges).map((date) => ({date}))},
  {weight: 4, arbitrary: daysBefore(fc.constantFrom(...windowEdges))},
  {weight: 2, arbitrary: daysBefore(fc.constantFrom(82, 83, 83, 84))},
  {weight: 2, arbitrary: daysBefore(fc.integer({min: 0, max: 90}))},
  {weight: 4, arbitrary: daysBefore(fc.integer({min: 150, max: 460}))}
);

function daysBefore(days: fc.Arbitrary<number>): fc.Arbitrary<EpisodePlan["anchor"]> {
  return days.map((days_before_as_of) => ({days_before_as_of}));
}

const followup: fc.Arbitrary<FollowupPlan> = fc.record({
  outcome: fc.constantFrom<FollowupRow["outcome"]>("reached", "declined", "unreachable", "deceased", "incarcerated"),
  days: fc.constantFrom(-1, 0, 60, 149, 150, 151, 180)
});

const readmission = fc.record({
  prefix: keyPrefix,
  days: fc.constantFrom(0, 1, 2, 30, 30, 31, 89, 90, 90, 91),
  program_shift: fc.constantFrom(0, 0, 0, 1),
  transferred: fc.constant(false)
});

const continuation = fc.record({
  prefix: keyPrefix,
  days: fc.constantFrom(0, 1, 1, 2, 2, 2),
  program_shift: fc.constantFrom(0, 1, 1),
  transferred: fc.constantFrom(true, true, true, false)
});

/** One episode with its children, as differences of days, so that the edges of the windows are hit often. */
export const episodePlan: fc.Arbitrary<EpisodePlan> = fc.record({
  prefix: keyPrefix,
  source: fc.constantFrom(0, 0, 1),
  client: fc.oneof(
    {weight: 20, arbitrary: fc.integer({min: 0, max: 3})},
    {weight: 1, arbitrary: fc.constant<"nobody">("nobody")}
  ),
  program: fc.oneof(
    {weight: 20, arbitrary: fc.integer({min: 0, max: 2})},
    {weight: 1, arbitrary: fc.constant<"nowhere">("nowhere")}
  ),
  anchor,
  anchored: fc.constantFrom<EpisodePlan["anchored"]>("admitted", "discharged"),
  los: fc.oneof(fc.constantFrom(0, 1, 5, 6, 6, 7, 12, 13, 14, 15, 20, 41), fc.integer({min: 0, max: 60})),
  open: mostly<boolean>(2, false, fc.constant(true)),
  quiet: fc.constantFrom<EpisodePlan["quiet"][]>(null, 0, 1),
  discharge_reason: mostly<DischargeReason>(
    2,
    "completed",
    fc.constantFrom(
      "dropped_out",
      "dropped_out",
      "terminated",
      "transferred",
      "transferred",
      "incarcerated",
      "death",
      "other",
      "unknown"
    )
  ),
  transfer_to: fc.constantFrom<EpisodeRow["transfer_to"][]>(null, "step_down", "step_up", "lateral"),
  neutral_exit: fc.constantFrom<EpisodeRow["neutral_exit"][]>(null, null, "no", "yes"),
  payer: fc.constantFrom(null, "commercial", "medicaid", "unknown"),
  diagnosis_group: fc.constantFrom(null, "depressive", "anxiety", "unknown"),
  co_occurring_sud: fc.constantFrom(null, "yes", "no", "unknown"),
  prescribed_hours_week: fc.constantFrom(null, 0.5, 1, 1, 1.5, 3, 12.5),
  died: mostly<DayPlan | null>(
    9,
    null,
    fc.oneof(daysFrom("admitted", -1, 0, 1), daysFrom("discharged", -1, 0, 1, 149, 150, 151))
  ),
  twin: mostly<EpisodePlan["twin"]>(
    6,
    null,
    fc.record({prefix: keyPrefix, program_shift: fc.constantFrom(0, 1), los_shift: fc.constantFrom(0, 0, 1)})
  ),
  next: mostly<EpisodePlan["next"]>(1, null, fc.oneof(readmission, continuation)),
  sessions: fc.oneof(
    {weight: 1, arbitrary: fc.constant<SessionPlan[]>([])},
    {weight: 5, arbitrary: fc.array(sessionPlan, {minLength: 1, maxLength: 6, size: "max"})}
  ),
  assessments: assessmentPlans,
  followups: fc.array(followup, {maxLength: 2})
});

export const clientPlan: fc.Arbitrary<ClientPlan> = fc.record({
  age: fc.constantFrom(null, 10, 11, 12, 13, 17, 18, 25, 26, 44, 45, 64, 65, 89, 90),
  sex: fc.constantFrom(null, "female", "male", "unknown"),
  gender: fc.constantFrom(null, "woman", "man", "nonbinary", "declined"),
  race: fc.constantFrom(
    ...[null, "white", "declined", "unknown", "declined;unknown", "unknown;white", "asian;declined"],
    ...["black;white", "white;white", "asian;unknown;white"]
  ),
  ethnicity: fc.constantFrom(null, "hispanic", "not_hispanic", "declined"),
  language: fc.constantFrom(null, "en", "es", "other", "unknown")
});
