import type {ResultRow} from "../published.ts";

/** A quarter of a trend; row is null where nothing was counted. */
export interface Quarter {
  period: string;
  row: ResultRow | null;
}

/** The quarters from the first to the last row, none left out. */
export function quarters(rows: ResultRow[]): Quarter[] {
  const byPeriod = new Map(rows.filter((row) => row.period_type === "quarter").map((row) => [row.period, row]));
  const ordered = [...byPeriod.keys()].sort();
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined) return [];
  return periodsBetween(first, last).map((period) => ({period, row: byPeriod.get(period) ?? null}));
}

/** The newest quarters among the rows, oldest first. */
export function latestQuarters(rows: ResultRow[], howMany: number): string[] {
  return quarters(rows)
    .slice(-howMany)
    .map(({period}) => period);
}

function periodsBetween(first: string, last: string): string[] {
  const periods: string[] = [];
  for (let period = first; period <= last; period = next(period)) periods.push(period);
  return periods;
}

function next(period: string): string {
  const year = Number(period.slice(0, 4));
  const quarter = Number(period.slice(6));
  return quarter === 4 ? `${year + 1}-Q1` : `${year}-Q${quarter + 1}`;
}
