const day = 86_400_000;

/** Days from one calendar date to another, for example 2026-01-01 to 2026-01-31 gives 30. */
export function daysBetween(from: string, to: string): number {
  return (instant(to) - instant(from)) / day;
}

/** A calendar date some days later, or earlier. */
export function addDays(on: string, days: number): string {
  return new Date(instant(on) + days * day).toISOString().slice(0, 10);
}

/** The quarter that a date lies in, for example 2026-02-03 gives 2026-Q1. */
export function quarterOf(on: string): string {
  return `${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`;
}

/** The last day of the quarter that a date lies in, for example 2026-02-03 gives 2026-03-31. */
export function lastDayOfQuarter(on: string): string {
  const next = 3 * Math.ceil(Number(on.slice(5, 7)) / 3);
  return new Date(Date.UTC(Number(on.slice(0, 4)), next, 0)).toISOString().slice(0, 10);
}

function instant(on: string): number {
  return Date.parse(`${on}T00:00:00Z`);
}
