import {Random} from "../statistics/random.ts";
import type {Day} from "./calendar.ts";
import {clinicDays} from "./clinic_days.ts";
import {beta} from "./distributions.ts";
import type {Episode} from "./episodes.ts";
import {keyOf} from "./keys.ts";
import {isCompleter, parameters} from "./parameters.ts";

export interface Session {
  readonly session_key: string;
  readonly held_on: Day;
  readonly kind: string;
  readonly modality: string;
  readonly group_key: string | null;
  readonly scheduled_minutes: number;
  readonly attended_minutes: number | null;
  readonly attendance: string;
}

/** The month in which everything was held by video, as first and last day. */
export interface Telehealth {
  readonly from: Day;
  readonly to: Day;
}

/** All sessions of an episode to its discharge: one program day a row, and a shorter one once a week. */
export function drawSessions(seed: number, episode: Episode, telehealth: Telehealth): Session[] {
  const random = new Random(seed, "sessions", episode.number);
  const slots = drawSlots(random, episode);
  const share = attendanceOfOpenSlots(random, episode, slots);
  const byVideo = random.chance(0.15);
  return slots.map((slot, index) => {
    const attendance = drawAttendance(random, slot, share);
    return {
      session_key: keyOf("s", episode.number * 400 + index),
      held_on: slot.day,
      kind: slot.kind,
      modality: drawModality(random, slot, byVideo, telehealth),
      group_key: slot.kind === "group" ? episode.group_key : null,
      scheduled_minutes: slot.minutes,
      attended_minutes: drawMinutes(random, attendance, slot.minutes),
      attendance
    };
  });
}

interface Slot {
  readonly day: Day;
  readonly kind: string;
  readonly minutes: number;
  readonly fate: "open" | "attended" | "missed" | "program_cancel" | "excused";
}

function drawSlots(random: Random, episode: Episode): Slot[] {
  const {program} = episode;
  const days = clinicDays(program, episode.admitted_on, episode.discharged_on);
  const minutes = (program.hours_week / program.weekdays.length) * 60;
  return days.flatMap((day, index) => {
    const kind = random.chance(0.12) ? "psychoeducation" : "group";
    const slots = [{day, kind, minutes, fate: drawFate(random, episode, day)}];
    if (index % program.weekdays.length !== 1) return slots;
    const extra = random.choose(weeklyKinds);
    return [
      ...slots,
      {
        day,
        kind: extra,
        minutes: extra === "individual" ? 60 : 30,
        fate: drawFate(random, episode, day)
      }
    ];
  });
}

/** The first and the last day are attended by definition; after the last one nobody comes. */
function drawFate(random: Random, episode: Episode, day: Day): Slot["fate"] {
  if (episode.last_attended_on === null || day > episode.last_attended_on) return "missed";
  if (day === episode.admitted_on || day === episode.last_attended_on) return "attended";
  const draw = random.uniform();
  if (draw < parameters.program_cancel) return "program_cancel";
  return draw < parameters.program_cancel + parameters.excused ? "excused" : "open";
}

/**
 * Probability that an open slot is attended: the episode's own attendance is a beta draw over all its slots, so what is
 * attended or missed by definition is taken off first. Otherwise the parameter could not be found again in the rows.
 */
function attendanceOfOpenSlots(random: Random, episode: Episode, slots: readonly Slot[]): number {
  const group = isCompleter(episode.reason, episode.transfer_to) ? "completers" : "others";
  const {a, b} = parameters.attendance[group];
  const count = (fate: Slot["fate"]) => slots.filter((slot) => slot.fate === fate).length;
  const wanted = beta(random, a, b) * (count("open") + count("attended") + count("missed")) - count("attended");
  return Math.min(1, Math.max(0, wanted / Math.max(1, count("open"))));
}

function drawAttendance(random: Random, slot: Slot, share: number): string {
  if (slot.fate === "missed") return random.choose(missedAfterTheEnd);
  if (slot.fate !== "open") return slot.fate;
  return random.chance(share) ? "attended" : random.choose(missedBetween);
}

function drawModality(random: Random, slot: Slot, byVideo: boolean, telehealth: Telehealth): string {
  if (slot.day >= telehealth.from && slot.day <= telehealth.to) return "video";
  if (slot.kind === "individual" && random.chance(0.05)) return "phone";
  return byVideo || random.chance(0.02) ? "video" : "in_person";
}

function drawMinutes(random: Random, attendance: string, scheduled: number): number | null {
  if (attendance === "partial") return Math.round(scheduled * (0.3 + 0.5 * random.uniform()));
  if (attendance !== "attended" || random.chance(0.05)) return null;
  return random.chance(0.1) ? scheduled - 10 : scheduled;
}

const weeklyKinds: readonly (readonly [string, number])[] = Object.entries({
  individual: 60,
  family: 18,
  medication: 22
});
const missedBetween: readonly (readonly [string, number])[] = Object.entries({
  partial: 15,
  no_show: 35,
  late_cancel: 20,
  client_cancel: 30
});
const missedAfterTheEnd: readonly (readonly [string, number])[] = Object.entries({no_show: 70, late_cancel: 30});
