import {addDays} from "./days.ts";

export type PeriodType = "all" | "year" | "quarter" | "month";

/** The period of a date: "", "2026", "2026-Q1" or "2026-03". */
export function periodOf(date: string, type: PeriodType): string {
  if (type === "all") return "";
  if (type === "year") return date.slice(0, 4);
  if (type === "month") return date.slice(0, 7);
  return `${date.slice(0, 4)}-Q${quarterNumber(date)}`;
}

/** Last day of the quarter a date lies in. */
export function quarterEnd(date: string): string {
  const year = Number(date.slice(0, 4));
  const quarter = quarterNumber(date);
  if (quarter === 4) return `${year}-12-31`;
  return addDays(`${year}-${String(quarter * 3 + 1).padStart(2, "0")}-01`, -1);
}

function quarterNumber(date: string): number {
  return Math.ceil(Number(date.slice(5, 7)) / 3);
}
