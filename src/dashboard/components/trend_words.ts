import type {Catalogue, Measure} from "../catalogue.ts";
import {formatCount, formatPeriod, formatValue} from "./format.ts";
import type {Quarter} from "./quarters.ts";
import {statusLabel, upperFirst} from "./words.ts";

/** The trend for those who do not see it: how many quarters, the first and the last value, each with its n. */
export function trendWords(measure: Measure, quarters: Quarter[]): string {
  const drawn = quarters.filter(({row}) => row !== null && row.value !== null);
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (first === undefined || last === undefined) return `${measure.label} by quarter: no quarter has a value.`;
  const shown = `${drawn.length} of ${quarters.length} quarters have a value`;
  return `${measure.label} by quarter: ${shown}. First ${pointWords(first)}. Last ${pointWords(last)}.`;
}

/** Quarters without a plain point, in words: "Not shown, 1 to 10 people: 2024 Q2, 2024 Q3". */
export function missingWords(catalogue: Catalogue, quarters: Quarter[]): string[] {
  const periods = new Map<string, string[]>();
  for (const quarter of quarters) {
    const words = quarterWords(catalogue, quarter);
    if (words !== null) periods.set(words, [...(periods.get(words) ?? []), formatPeriod(quarter.period)]);
  }
  return [...periods].map(([words, names]) => `${upperFirst(words)}: ${names.join(", ")}.`);
}

function quarterWords(catalogue: Catalogue, {row}: Quarter): string | null {
  if (row === null) return "nothing counted";
  if (row.status === "published") return row.value === null ? "not estimable" : null;
  const label = statusLabel(catalogue, row.status);
  return row.status === "unstable" ? `${label} (hollow points)` : label;
}

function pointWords({period, row}: Quarter): string {
  if (row === null || row.value === null) return formatPeriod(period);
  const n = row.units === null ? "" : ` (n = ${formatCount(row.units)})`;
  return `${formatPeriod(period)}: ${formatValue(row.value, row.unit)}${n}`;
}
