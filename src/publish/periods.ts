export type PeriodType = "all" | "year" | "quarter" | "month";

/** Coarsest first: the order of results.csv. */
export const periodTypes: readonly PeriodType[] = ["all", "year", "quarter", "month"];

/** The name of the period of a type that a date lies in: "", "2026", "2026-Q1" or "2026-03". */
export function periodOf(on: string, type: PeriodType): string {
  const year = on.slice(0, 4);
  switch (type) {
    case "all":
      return "";
    case "year":
      return year;
    case "quarter":
      return `${year}-Q${quarterOf(on)}`;
    case "month":
      return on.slice(0, 7);
  }
}

/** The last day of the quarter that begins on a date, for example 2026-01-01 gives 2026-03-31. */
export function lastDayOfQuarter(firstDay: string): string {
  return addDays(addMonths(firstDay, 3), -1);
}

/** The last day of a named period: 2026, 2026-Q1 or 2026-03. */
export function lastDayOf(period: string): string {
  const year = period.slice(0, 4);
  if (period.length === 4) return `${year}-12-31`;
  const isQuarter = period.includes("Q");
  const first = isQuarter ? 3 * Number(period.slice(-1)) - 2 : Number(period.slice(5));
  return addDays(addMonths(`${year}-${String(first).padStart(2, "0")}-01`, isQuarter ? 3 : 1), -1);
}

/** A calendar date some days later (or earlier). */
export function addDays(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function addMonths(firstDay: string, months: number): string {
  const month = Number(firstDay.slice(5, 7)) - 1 + months;
  const year = Number(firstDay.slice(0, 4)) + Math.floor(month / 12);
  return `${year}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

function quarterOf(on: string): number {
  return Math.ceil(Number(on.slice(5, 7)) / 3);
}
