import type {Random} from "../statistics/random.ts";
import type {Day} from "./calendar.ts";
import {clinicDayFrom, clinicDayNear, clinicDayUntil, isClinicDay} from "./clinic_days.ts";
import {logNormal} from "./distributions.ts";
import {parameters} from "./parameters.ts";
import type {ExitShares, Program} from "./programs.ts";

export type Transfer = "step_down" | "step_up" | "lateral";

/** How an episode goes, whether or not its end is known by the end of the example. */
export interface Stay {
  readonly reason: keyof ExitShares;
  readonly transfer_to: Transfer | null;
  readonly neutral_exit: boolean;
  /** Day of the last attended session; null when the person never started. */
  readonly last_attended_on: Day | null;
  readonly discharged_on: Day;
}

export function drawStay(random: Random, program: Program, admittedOn: Day, programs: readonly Program[]): Stay {
  if (random.chance(parameters.never_started)) return neverStarted(random, admittedOn);
  const reason = random.choose(exitWeights(program));
  const transferTo = reason === "transferred" ? random.choose(program.transfer_to) : null;
  const next = transferTo === null ? undefined : program.continues_at[transferTo];
  const target = programs.find((one) => one.program_key === next);
  const end = drawEnd(random, program, admittedOn, reason);
  const last = target === undefined ? end : handOverDay(program, target, admittedOn, end);
  return {
    reason,
    transfer_to: transferTo,
    neutral_exit: (reason === "other" && random.chance(0.5)) || (reason === "dropped_out" && random.chance(0.05)),
    last_attended_on: last,
    discharged_on: leavesUnplanned(reason) ? last + random.between(0, 4) : last
  };
}

/** True for exits of which nobody knows beforehand that today's session is the last. */
export function leavesUnplanned(reason: keyof ExitShares): boolean {
  return reason !== "completed" && reason !== "transferred" && reason !== "death";
}

function neverStarted(random: Random, admittedOn: Day): Stay {
  const discharged_on = admittedOn + random.between(7, 20);
  return {
    reason: "dropped_out",
    transfer_to: null,
    neutral_exit: false,
    last_attended_on: null,
    discharged_on
  };
}

/** Last attended day. Early leavers stay 1 to 11 days, other unplanned leavers at least 18, so that the two do not mix. */
function drawEnd(random: Random, program: Program, admittedOn: Day, reason: keyof ExitShares): Day {
  const dropped = reason === "dropped_out" || reason === "terminated";
  if (dropped && random.chance(earlyShare(program))) return clinicDayUntil(program, admittedOn + random.between(0, 10));
  const days = Math.min(200, Math.round(logNormal(random, medianDays(program, reason), parameters.stay_sigma)));
  if (dropped) return clinicDayFrom(program, admittedOn + Math.max(18, days) - 1);
  return Math.max(admittedOn, clinicDayNear(program, admittedOn + Math.max(1, days) - 1));
}

/** Share of dropouts and terminations that are early, so that early ones make up their share of all treated episodes. */
function earlyShare(program: Program): number {
  return parameters.early_dropout / (program.exits.dropped_out + program.exits.terminated);
}

function medianDays(program: Program, reason: keyof ExitShares): number {
  if (reason === "completed") return program.median_days.completed;
  return reason === "transferred" ? program.median_days.transferred : program.median_days.others;
}

/** The latest day up to `end` from which the other program can take over on the same or the next day. */
function handOverDay(program: Program, target: Program, admittedOn: Day, end: Day): Day {
  let day = end;
  while (day > admittedOn && !(isClinicDay(program, day) && takesOver(target, day))) day--;
  return takesOver(target, day) ? day : end;
}

function takesOver(target: Program, day: Day): boolean {
  return isClinicDay(target, day) || isClinicDay(target, day + 1);
}

function exitWeights(program: Program): [keyof ExitShares, number][] {
  const {exits} = program;
  return [
    ["completed", exits.completed],
    ["transferred", exits.transferred],
    ["dropped_out", exits.dropped_out],
    ["terminated", exits.terminated],
    ["other", exits.other],
    ["incarcerated", exits.incarcerated],
    ["death", exits.death],
    ["unknown", exits.unknown]
  ];
}
