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
  readonly phq9?: readonly Score[];
  readonly gad7?: readonly Score[];
  /** Days on which a contact found the client dead. */
  readonly found_dead?: number;
  /** The as-of date, in days since admission. */
  readonly seen_from?: number;
}

/** Day and total, or day and items with null where one is missing. */
export type Score = readonly [day: number, score: number | readonly (number | null)[]];

/** The course in words, one line a fact, for the catalogue. */
export function courseInWords(course: Course): string[] {
  return [
    ...(course.age === undefined ? [] : [course.age === null ? "age unknown" : `aged ${course.age}`]),
    ...(course.sessions === undefined ? [] : [sessionsInWords(course.sessions)]),
    ...scoresInWords("PHQ-9", course.phq9),
    ...scoresInWords("GAD-7", course.gad7),
    endInWords(course),
    ...(course.died === undefined ? [] : [`died on day ${course.died}`]),
    ...(course.found_dead === undefined ? [] : [`found dead at a contact on day ${course.found_dead}`]),
    ...(course.seen_from === undefined ? [] : [`seen from day ${course.seen_from}`])
  ];
}

function sessionsInWords(sessions: NonNullable<Course["sessions"]>): string {
  if (sessions.length === 0) return "no session";
  return `sessions: ${sessions.map(([day, attendance, minutes]) => `day ${day} ${attendance}${minutes === undefined ? "" : ` (${minutes} of 180 minutes)`}`).join(", ")}`;
}

function scoresInWords(instrument: string, scores: readonly Score[] | undefined): string[] {
  return (scores ?? []).map(
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
