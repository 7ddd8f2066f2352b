import {type Day, isHoliday, weekdayOf} from "./calendar.ts";
import type {ProgramPlan} from "./programs.ts";

/** True when the program meets: one of its weekdays, and not a holiday. */
export function isClinicDay(program: ProgramPlan, day: Day): boolean {
  return program.weekdays.includes(weekdayOf(day)) && !isHoliday(day);
}

/** All days from one day to another, both included, on which the program meets. */
export function clinicDays(program: ProgramPlan, from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day++) if (isClinicDay(program, day)) days.push(day);
  return days;
}

export function clinicDayFrom(program: ProgramPlan, day: Day): Day {
  return isClinicDay(program, day) ? day : clinicDayFrom(program, day + 1);
}

export function clinicDayUntil(program: ProgramPlan, day: Day): Day {
  return isClinicDay(program, day) ? day : clinicDayUntil(program, day - 1);
}

/** The clinic day nearest to a day, so that moving a stay's end to a clinic day does not shift the median. */
export function clinicDayNear(program: ProgramPlan, day: Day): Day {
  const before = clinicDayUntil(program, day);
  const after = clinicDayFrom(program, day);
  return day - before <= after - day ? before : after;
}
