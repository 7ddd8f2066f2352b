import type {ResultRow} from "../published.ts";

/** A period of a trend; row is null where nothing was counted. */
export interface Point {
  period: string;
  row: ResultRow | null;
}

export type Pace = "quarter" | "month";

/** The periods from the first to the last row, none left out. */
export function pointsOf(rows: readonly ResultRow[], pace: Pace): Point[] {
  const byPeriod = new Map(rows.filter((row) => row.period_type === pace).map((row) => [row.period, row]));
  const ordered = [...byPeriod.keys()].sort();
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined) return [];
  return periodsBetween(first, last, pace).map((period) => ({period, row: byPeriod.get(period) ?? null}));
}

/** The newest quarters among the rows, oldest first. */
export function latestQuarters(rows: readonly ResultRow[], howMany: number): string[] {
  return pointsOf(rows, "quarter")
    .slice(-howMany)
    .map(({period}) => period);
}

function periodsBetween(first: string, last: string, pace: Pace): string[] {
  const periods: string[] = [];
  for (let period = first; period <= last; period = next(period, pace)) periods.push(period);
  return periods;
}

/** "2025-Q4" is followed by "2026-Q1", "2025-12" by "2026-01". */
function next(period: string, pace: Pace): string {
  const year = Number(period.slice(0, 4));
  const part = Number(period.slice(pace === "quarter" ? 6 : 5));
  const isLast = part === (pace === "quarter" ? 4 : 12);
  const [nextYear, nextPart] = isLast ? [year + 1, 1] : [year, part + 1];
  return pace === "quarter" ? `${nextYear}-Q${nextPart}` : `${nextYear}-${String(nextPart).padStart(2, "0")}`;
}
