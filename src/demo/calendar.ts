/** A calendar date as whole days since 1970-01-01: differences are days, and no clock or time zone is involved. */
export type Day = number;

/** Day of a "YYYY-MM-DD" text (days_from_civil, Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
export function dayOf(iso: string): Day {
  return dayFrom(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

/** "YYYY-MM-DD" text of a day (civil_from_days, same source). */
export function isoOf(day: Day): string {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** First day of the month that is `months` after the month of a "YYYY-MM" or "YYYY-MM-DD" text. */
export function firstOfMonth(month: string, months: number): Day {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return dayFrom(Math.floor(count / 12), (count % 12) + 1, 1);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** True when the clinics are closed: 24 December to 1 January and the US federal holidays, on their own dates. */
export function isHoliday(day: Day): boolean {
  const [, month = 0, date = 0] = isoOf(day).split("-").map(Number);
  if ((month === 12 && date >= 24) || (month === 1 && date === 1)) return true;
  if ((month === 6 && date === 19) || (month === 7 && date === 4) || (month === 11 && date === 11)) return true;
  if (month === 5 && weekdayOf(day) === 1 && date > 24) return true;
  return floating.some(
    (one) => one.month === month && one.weekday === weekdayOf(day) && one.nth === Math.ceil(date / 7)
  );
}

const floating = [
  {month: 1, weekday: 1, nth: 3},
  {month: 2, weekday: 1, nth: 3},
  {month: 9, weekday: 1, nth: 1},
  {month: 10, weekday: 1, nth: 2},
  {month: 11, weekday: 4, nth: 4}
];

function dayFrom(year: number, month: number, date: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}
