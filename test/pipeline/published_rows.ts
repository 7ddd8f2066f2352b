import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";

/** A row of results.csv; an empty cell is null. */
export interface PublishedRow {
  readonly measure: string;
  readonly breakdown: string;
  readonly group: string;
  readonly period_type: "all" | "year" | "quarter" | "month";
  readonly period: string;
  readonly units: number | null;
  readonly denominator: number | null;
  readonly numerator: number | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly unit: string;
  readonly status: string;
  readonly reason: string;
}

const numbers = new Set(["units", "denominator", "numerator", "value", "lower", "upper"]);

/** Rows of a published table as texts. */
export function readTable(release: string, file: string): Record<string, string>[] {
  return parse(readFileSync(join(release, file)), {columns: true});
}

export function readResults(release: string): PublishedRow[] {
  return parse<PublishedRow>(readFileSync(join(release, "results.csv")), {
    columns: true,
    cast: (cell, {column, header}) => {
      if (header || !numbers.has(String(column))) return cell;
      return cell === "" ? null : Number(cell);
    }
  });
}

/** The quarter of a month, the year of a quarter, and all time for a year. */
export function periodAbove({period_type, period}: PublishedRow): string {
  if (period_type === "year") return "all:";
  if (period_type === "quarter") return `year:${period.slice(0, 4)}`;
  const quarter = Math.ceil(Number(period.slice(5)) / 3);
  return `quarter:${period.slice(0, 4)}-Q${quarter}`;
}
