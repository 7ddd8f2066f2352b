import type {Facts} from "./facts.ts";
import {type Measure, type Unit, unit} from "./measure.ts";
import type {SessionRow} from "./rows.ts";

/** AT-01 to AT-04: sessions by held_on, of all episodes, never-started ones too (17.11). */
export const attendanceMeasures: Measure[] = [
  {
    id: "attendance",
    kind: "ratio",
    months: true,
    units: (all) => sessions(all, isDue, isAttended)
  },
  {
    id: "no_show",
    kind: "ratio",
    months: true,
    units: (all) => sessions(all, isDue, isMissed)
  },
  {
    id: "client_cancellation",
    kind: "ratio",
    months: true,
    units: (all) => sessions(all, isDue, isCancelledByClient)
  },
  {
    id: "program_cancellation",
    kind: "ratio",
    months: true,
    units: (all) => sessions(all, () => true, isCancelledByProgram)
  }
];

function sessions(
  {episodes}: Facts,
  included: (session: SessionRow) => boolean,
  met: (session: SessionRow) => boolean
): Unit[] {
  const units: Unit[] = [];
  for (const facts of episodes) {
    for (const session of facts.sessions) {
      if (session.held_on < facts.episode.admitted_on) continue;
      const discharged_on = facts.episode.discharged_on;
      if (discharged_on !== null && session.held_on > discharged_on) continue; // 17.11: not those of discharged_on + 1
      if (included(session)) units.push(unit(facts, session.held_on, met(session)));
    }
  }
  return units;
}

/** 16.2 */
function isDue(session: SessionRow): boolean {
  return session.attendance !== "program_cancel" && session.attendance !== "excused";
}

/** 16.1, 17.16: `attended` for at least half the scheduled minutes, never `partial`; missing minutes are the scheduled ones. */
function isAttended(session: SessionRow): boolean {
  if (session.attendance !== "attended") return false;
  const minutes = session.attended_minutes ?? session.scheduled_minutes;
  return minutes * 2 >= session.scheduled_minutes;
}

function isMissed(session: SessionRow): boolean {
  return session.attendance === "no_show" || session.attendance === "late_cancel";
}

function isCancelledByClient(session: SessionRow): boolean {
  return session.attendance === "client_cancel" || session.attendance === "late_cancel";
}

function isCancelledByProgram(session: SessionRow): boolean {
  return session.attendance === "program_cancel";
}
