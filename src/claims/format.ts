import type {Unit} from "./grounds.ts";

const decimals: Readonly<Record<Unit, number>> = {share: 1, points: 1, sd: 2, days: 1, hours_per_week: 1, attendees: 1};

const names: Readonly<Record<Unit, string>> = {
  share: "",
  points: " points",
  sd: " standard deviations",
  days: " days",
  hours_per_week: " hours a week",
  attendees: " attendees"
};

/** "62.3%", "5.1 points", "42 days": a value with its unit, rounded as everywhere. */
export function formatFigure(value: number, unit: Unit): string {
  const number = formatNumber(value, unit);
  return number === "1" && unit === "days" ? "1 day" : `${number}${names[unit]}`;
}

/** "62.3%", "5.1", "42": a value in a place where its unit is known. */
export function formatNumber(value: number, unit: Unit): string {
  return unit === "share" ? `${fixed(value * 100, 1)}%` : fixed(value, digits(value, unit));
}

/** A difference of two values: of shares it is in percentage points. */
export function formatDifference(value: number, unit: Unit): string {
  return unit === "share" ? `${fixed(value * 100, 1)} percentage points` : formatFigure(value, unit);
}

/** A difference in a place where its unit is known. */
export function formatPlainDifference(value: number, unit: Unit): string {
  return unit === "share" ? fixed(value * 100, 1) : formatNumber(value, unit);
}

/** "1,234" */
export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** The number that a reader sees, so that a verdict can be checked against what is printed. */
export function asPrinted(value: number, unit: Unit): number {
  return Number((unit === "share" ? value * 100 : value).toFixed(decimals[unit]));
}

/** Whole days and attendees are printed whole, as on the pages; a median between two is not. */
function digits(value: number, unit: Unit): number {
  return Number.isInteger(value) && (unit === "days" || unit === "attendees") ? 0 : decimals[unit];
}

/** 0 and 100 print without decimals only where they are exact: 0% is none and 100% is all. */
function fixed(value: number, places: number): string {
  if (value === 0) return "0";
  if (value === 100) return "100";
  const text = Math.abs(value).toFixed(places);
  const grouped = text.replace(/^\d+/, (whole) => formatCount(Number(whole)));
  return value < 0 && Number(text) !== 0 ? `−${grouped}` : grouped;
}
