import {instruments} from "../instruments/index.ts";

/**
 * A worked example: one client's course, told in days since admission. It is run as a test against the warehouse and printed in
 * the catalogue.
 */
export interface Example {
  readonly because: string;
  readonly course: Course;
  /** Where the course ends up; "counted" for measures that are not shares. */
  readonly counts: "numerator" | "denominator" | "counted" | "neither";
  /** The value that this course alone gives, where the measure has one. */
  readonly value?: number;
}

/** What is not given is usual: eight weekly sessions attended, discharged as completed on day 56, seen from day 400. */
export interface Course {
  /** Day of discharge; null while open. */
  readonly discharged?: number | null;
  readonly reason?: string;
  readonly transfer_to?: string;
  readonly neutral_exit?: boolean;
  readonly age?: number | null;
  readonly died?: number;
  /** Sessions of 180 minutes: day, attendance and, where given, minutes attended. */
  readonly sessions?: readonly (readonly [day: number, attendance: string, minutes?: number])[];
  /** Hours a week prescribed. */
  readonly prescribed_hours?: number;
  /** The sessions are meetings of one group that this many other clients attend. */
  readonly others_in_group?: number;
  /** Scores by instrument. */
  readonly scores?: Readonly<Record<string, readonly Score[]>>;
  /** Days on which a contact found the client dead. */
  readonly found_dead?: number;
  /** Referrals of the client: the first leads to the episode. A day before admission is negative. */
  readonly referrals?: readonly {readonly day: number; readonly outcome?: string}[];
  /** The client's next admission, to the same program unless elsewhere. */
  readonly admitted_again?: {readonly day: number; readonly elsewhere?: boolean};
  /** The as-of date, in days since admission. */
  readonly seen_from?: number;
}

/** Day and total, or day and items with null where one is missing. */
export type Score = readonly [day: number, score: number | readonly (number | null)[]];

/** The course in words, one line a fact, for the catalogue. */
export function courseInWords(course: Course): string[] {
  const {referrals = [], age, sessions, prescribed_hours, others_in_group, scores = {}, died, found_dead} = course;
  return [
    ...referrals.map(referralInWords),
    ...(age === undefined ? [] : [age === null ? "age unknown" : `aged ${age}`]),
    ...(prescribed_hours === undefined ? [] : [`${prescribed_hours} hours a week prescribed`]),
    ...(sessions === undefined ? [] : [sessionsInWords(sessions)]),
    ...(others_in_group === undefined ? [] : [`in a group with ${others_in_group} others`]),
    ...Object.entries(scores).flatMap(([instrument, given]) => scoresInWords(labelOf(instrument), given)),
    endInWords(course),
    ...(died === undefined ? [] : [`died on day ${died}`]),
    ...(found_dead === undefined ? [] : [`found dead at a contact on day ${found_dead}`]),
    ...readmissionInWords(course),
    ...(course.seen_from === undefined ? [] : [`seen from day ${course.seen_from}`])
  ];
}

function labelOf(instrument: string): string {
  return instruments.find(({id}) => id === instrument)?.label ?? instrument;
}

function referralInWords({day, outcome}: {readonly day: number; readonly outcome?: string}): string {
  const when =
    day === 0 ? "on the day of admission" : `${Math.abs(day)} days ${day < 0 ? "before" : "after"} admission`;
  return `referred ${when}${outcome === undefined ? "" : `: ${outcome.replaceAll("_", " ")}`}`;
}

function sessionsInWords(sessions: NonNullable<Course["sessions"]>): string {
  if (sessions.length === 0) return "no session";
  return `sessions: ${sessions.map(([day, attendance, minutes]) => `day ${day} ${attendance}${minutes === undefined ? "" : ` (${minutes} of 180 minutes)`}`).join(", ")}`;
}

function scoresInWords(instrument: string, scores: readonly Score[]): string[] {
  return scores.map(
    ([day, score]) => `${instrument} on day ${day}: ${typeof score === "number" ? score : itemsInWords(score)}`
  );
}

function itemsInWords(items: readonly (number | null)[]): string {
  return `items ${items.map((item) => item ?? "missing").join(", ")}`;
}

function endInWords({discharged = 56, reason = "completed", transfer_to, neutral_exit}: Course): string {
  if (discharged === null) return "still open";
  const details = [transfer_to?.replace("_", " "), neutral_exit ? "neutral exit" : undefined].filter(
    (detail) => detail !== undefined
  );
  return `discharged on day ${discharged}: ${[reason.replace("_", " "), ...details].join(", ")}`;
}

function readmissionInWords({admitted_again: again}: Course): string[] {
  if (again === undefined) return [];
  return [`admitted ${again.elsewhere ? "to another program" : "again"} on day ${again.day}`];
}
