import {type Cell, characters, longestKey} from "./contract.ts";
import {hasHours} from "./hours.ts";

export type CellCheck = (text: string) => boolean;

/** Whether a given cell is sound, for the many rows where it is; agrees with row_schema.ts (held by a property test). */
export function cellCheck(cell: Cell, deliveredOn: string): CellCheck {
  switch (cell.kind) {
    case "key":
      return (text) => text.length <= longestKey || characters(text) <= longestKey;
    case "text":
    case "item":
    case "total":
      return () => true;
    case "date":
      return (text) => text.length === 10 && isDate(text) && text <= deliveredOn;
    case "date_or_time":
      return (text) => (text.length === 10 || isTimed(text)) && isDate(text) && text.slice(0, 10) <= deliveredOn;
    case "code":
      return oneOf(cell.codes);
    case "code_list":
      return listOf(cell.codes);
    case "digits":
      return (text) => text.length === cell.length && isDigits(text);
    case "language":
      return (text) => /^[a-z]{2}$/.test(text) || text === "other" || text === "unknown";
    case "whole":
      return wholeFrom(cell.from, cell.to);
    case "year":
      return wholeFrom(cell.from, Number(deliveredOn.slice(0, 4)));
    case "hours":
      return (text) => hasHours(text, cell);
  }
}

function oneOf(codes: readonly string[]): CellCheck {
  const known = new Set(codes);
  return (text) => known.has(text);
}

function listOf(codes: readonly string[]): CellCheck {
  const known = new Set(codes);
  return (text) => known.has(text) || text.split(";").every((part) => known.has(part));
}

function wholeFrom(from: number, to: number): CellCheck {
  return (text) => isDigits(text) && Number(text) >= from && Number(text) <= to;
}

function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return text.length > 0;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** The digits from start to end as a number; NaN where one is none. */
function numberAt(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    value = isDigit(unit) ? value * 10 + unit - 48 : Number.NaN;
  }
  return value;
}

const dash = 45;
const daysOf = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the first ten characters are a day of the calendar, YYYY-MM-DD. */
function isDate(text: string): boolean {
  const year = numberAt(text, 0, 4);
  const month = numberAt(text, 5, 7);
  const day = numberAt(text, 8, 10);
  if (text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return false;
  const days = month === 2 && isLeap(year) ? 29 : daysOf[month - 1];
  return year >= 1 && days !== undefined && day >= 1 && day <= days;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function isTimed(text: string): boolean {
  return text.length === 16 && /^T(?:[01][0-9]|2[0-3]):[0-5][0-9]$/.test(text.slice(10));
}
