/** Where a figure stands: the columns that name it. */
export interface Place {
  readonly measure: string;
  readonly breakdown: string;
  readonly group: string;
  readonly period_type: string;
  readonly period: string;
}

/** One text for a place, the same in every release. */
export function placeKey({measure, breakdown, group, period_type, period}: Partial<Place>): string {
  return [measure, breakdown, group, period_type, period].join("|");
}

/** Whether the last day of a quarter ("2025-Q1") had come on a date. */
export function isClosedQuarter(period: string, as_of: string): boolean {
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(period) ?? [];
  return year !== undefined && `${year}-${lastDays[Number(quarter) - 1]}` <= as_of;
}

const lastDays = ["03-31", "06-30", "09-30", "12-31"];
