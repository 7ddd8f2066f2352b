import {daysBetween} from "./days.ts";
import type {SessionRow} from "./rows.ts";
import {treatedSessions} from "./stay.ts";

/** Minutes of the treated sessions among these; a half minute is kept. */
export function minutesOf(sessions: SessionRow[]): number {
  return treatedSessions(sessions).reduce((sum, session) => sum + minutes(session), 0);
}

/** Number of the 7-day block from admission that a date lies in; the first is 0. */
export function weekOf(admitted_on: string, date: string): number {
  return Math.floor(daysBetween(admitted_on, date) / 7);
}

/** 16.1, 17.16, 17.41: as given; else the scheduled minutes of `attended` and half of them of `partial`. */
function minutes({attended_minutes, attendance, scheduled_minutes}: SessionRow): number {
  if (attended_minutes !== null) return attended_minutes;
  return attendance === "partial" ? scheduled_minutes / 2 : scheduled_minutes;
}
