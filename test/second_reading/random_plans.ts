import fc from "fast-check";
import type {Attendance, ClientRow, DischargeReason, EpisodeRow, FollowupRow, Instrument, SessionRow} from "./rows.ts";

/** Where a date hangs: so many days from admission, or from discharge where there is one. */
export interface DayPlan {
  base: "admitted" | "discharged";
  days: number;
}

export interface SessionPlan extends DayPlan {
  prefix: string;
  attendance: Attendance;
  modality: SessionRow["modality"];
  scheduled_minutes: number;
  attended: "none" | "zero" | "half_down" | "half_up" | "all" | "over";
}

export interface AssessmentPlan extends DayPlan {
  prefix: string;
  instrument: Instrument;
  score: number;
  given: "items" | "items_and_total" | "total" | "nothing";
  unanswered: number;
  rotation: number;
  missing_reason: string | null;
  assessment_sequence: number | null;
}

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
  died: DayPlan | null;
  /** A second episode of the client on the same days, under another key. */
  twin: {prefix: string; program_shift: number; los_shift: number} | null;
  sessions: SessionPlan[];
  assessments: AssessmentPlan[];
  followups: FollowupPlan[];
}

export type ClientPlan = Pick<ClientRow, "sex" | "gender" | "race" | "ethnicity" | "language"> & {age: number | null};

/** Beginnings of keys whose order by code points, by UTF-16 and by a dictionary differ. */
export const keyPrefix = fc.constantFrom("a", "B", "b", "é", "～", "\u{1D4B3}", "1", "_");

const monthAndQuarterEdges = [
  ...["2024-12-31", "2025-01-01", "2025-03-31", "2025-04-01", "2025-06-30", "2025-07-01"],
  ...["2025-09-30", "2025-10-01", "2025-12-31", "2026-01-01", "2025-05-31", "2025-06-01"]
];

const anchor: fc.Arbitrary<EpisodePlan["anchor"]> = fc.oneof(
  {weight: 3, arbitrary: fc.constantFrom(...monthAndQuarterEdges).map((date) => ({date}))},
  {weight: 2, arbitrary: daysBefore(fc.constantFrom(0, 6, 7, 8, 13, 14, 15, 27, 28, 29))},
  {weight: 2, arbitrary: daysBefore(fc.integer({min: 0, max: 90}))},
  {weight: 4, arbitrary: daysBefore(fc.integer({min: 150, max: 460}))}
);

function daysBefore(days: fc.Arbitrary<number>): fc.Arbitrary<EpisodePlan["anchor"]> {
  return days.map((days_before_as_of) => ({days_before_as_of}));
}

function mostly<T>(weight: number, usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({weight, arbitrary: fc.constant(usual)}, {weight: 1, arbitrary: other});
}

function daysFrom(base: DayPlan["base"], ...days: number[]): fc.Arbitrary<DayPlan> {
  return fc.constantFrom(...days).map((day) => ({base, days: day}));
}

const sessionDay: fc.Arbitrary<DayPlan> = fc.oneof(
  {weight: 3, arbitrary: daysFrom("admitted", -1, 0, 1, 6, 7, 12, 13, 14)},
  {weight: 3, arbitrary: fc.integer({min: 0, max: 45}).map((days) => ({base: "admitted" as const, days}))},
  {weight: 3, arbitrary: daysFrom("discharged", -1, 0, 1, 1, 2)}
);

const session: fc.Arbitrary<SessionPlan> = fc
  .record({
    day: sessionDay,
    prefix: keyPrefix,
    attendance: fc.oneof(
      {weight: 4, arbitrary: fc.constantFrom<Attendance>("attended", "partial")},
      {
        weight: 2,
        arbitrary: fc.constantFrom<Attendance>("no_show", "late_cancel", "client_cancel", "program_cancel", "excused")
      }
    ),
    modality: mostly<SessionRow["modality"]>(4, "video", fc.constantFrom("in_person", "phone", null)),
    scheduled_minutes: fc.constantFrom(1, 2, 45, 60, 91, 180),
    attended: fc.constantFrom<SessionPlan["attended"]>("none", "zero", "half_down", "half_up", "all", "over")
  })
  .map(({day, ...rest}) => ({...day, ...rest}));

const baselineDay = daysFrom("admitted", -15, -14, -8, -7, -3, -1, 0, 0, 1, 3, 6, 7, 8);
const endDay = daysFrom("discharged", -15, -14, -13, -1, 0, 1, 13, 14, 15);
const followupDay = daysFrom("discharged", 119, 120, 149, 150, 150, 170, 179, 180, 181, 190, 210, 210, 211, 240, 241);

const assessments: fc.Arbitrary<AssessmentPlan[]> = fc
  .tuple(
    fc.array(assessmentOn(baselineDay, [8, 9, 10, 11, 14, 15, 16]), {maxLength: 6}),
    fc.array(assessmentOn(endDay, [0, 3, 4, 5, 7, 8, 9]), {maxLength: 6}),
    fc.array(assessmentOn(followupDay, [4, 10]), {maxLength: 5})
  )
  .map((around) => around.flat());

function assessmentOn(day: fc.Arbitrary<DayPlan>, likely: number[]): fc.Arbitrary<AssessmentPlan> {
  return fc
    .record({
      day,
      prefix: keyPrefix,
      instrument: fc.constantFrom<Instrument>("phq9", "gad7"),
      score: fc.constantFrom(...likely, 0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 20, 21, 27),
      given: fc.oneof(
        {weight: 5, arbitrary: fc.constant<AssessmentPlan["given"]>("items")},
        {weight: 4, arbitrary: fc.constantFrom<AssessmentPlan["given"]>("items_and_total", "total", "nothing")}
      ),
      unanswered: mostly(3, 0, fc.integer({min: 1, max: 3})),
      rotation: fc.integer({min: 0, max: 8}),
      missing_reason: mostly<string | null>(6, null, fc.constantFrom("refused", "language", "not_given")),
      assessment_sequence: fc.constantFrom(null, 0, 0, 1, 2)
    })
    .map((one) => {
      const {day: on, ...rest} = one;
      return {...on, ...rest};
    });
}

const followup: fc.Arbitrary<FollowupPlan> = fc.record({
  outcome: fc.constantFrom<FollowupRow["outcome"]>("reached", "declined", "unreachable", "deceased", "incarcerated"),
  days: fc.constantFrom(-1, 0, 60, 149, 150, 151, 180)
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
  anchored: fc.constantFrom<EpisodePlan["anchored"]>("admitted", "discharged", "discharged"),
  los: fc.oneof(fc.constantFrom(0, 1, 12, 13, 14, 15, 20, 41), fc.integer({min: 0, max: 60})),
  open: mostly<boolean>(3, false, fc.constant(true)),
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
  sessions: fc.array(session, {maxLength: 6}),
  assessments,
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
