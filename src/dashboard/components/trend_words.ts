import type {Catalogue, Measure} from "../catalogue.ts";
import type {ResultRow, RowOf} from "../published.ts";
import {signalLabel} from "./control_limits.ts";
import {formatCount, formatPeriod, formatValue} from "./format.ts";
import type {Pace, Point} from "./periods.ts";
import {figureWords} from "./value.ts";
import {statusLabel, upperFirst} from "./words.ts";

/** The trend for those who do not see it: how many periods, the first and the last value, each with its n. */
export function trendWords(measure: Measure, points: readonly Point[], pace: Pace): string {
  const drawn = points.filter(({row}) => row !== null && row.value !== null);
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (first === undefined || last === undefined) return `${measure.label} by ${pace}: no ${pace} has a value.`;
  const shown = `${drawn.length} of ${points.length} ${pace}s have a value`;
  return `${measure.label} by ${pace}: ${shown}. First ${shortWords(first)}. Last ${shortWords(last)}.`;
}

/** Periods without a plain point, in words: "Not shown, 1 to 10 people: 2024 Q2, 2024 Q3". */
export function missingWords(catalogue: Catalogue, points: readonly Point[]): string[] {
  const periods = new Map<string, string[]>();
  for (const point of points) {
    const words = periodWords(catalogue, point);
    if (words !== null) periods.set(words, [...(periods.get(words) ?? []), formatPeriod(point.period)]);
  }
  return [
    ...[...periods].map(([words, names]) => `${upperFirst(words)}: ${names.join(", ")}.`),
    ...heldWords(catalogue, points)
  ];
}

/** Periods whose figure stands as an earlier release told it: what changed since would tell of few people. */
function heldWords({as_of}: Catalogue, points: readonly Point[]): string[] {
  const held = points.flatMap(({row}) => (row !== null && row.value !== null && row.as_of < as_of ? [row] : []));
  const byDay = Map.groupBy(held, (row) => row.as_of);
  return [...byDay].map(
    ([day, rows]) =>
      `Held as of ${day}, as what changed since is too little to be told: ${rows.map(({period}) => formatPeriod(period)).join(", ")}.`
  );
}

function periodWords(catalogue: Catalogue, {row}: Point): string | null {
  if (row === null) return "nothing counted";
  if (row.status === "published") return row.value === null ? "not estimable" : null;
  const label = statusLabel(catalogue, row.status);
  return row.status === "unstable" ? `${label} (hollow points)` : label;
}

/** "2025 Q1: 49.1% (95% interval 46.3% to 51.9%), 599 of 1,221; signal: outside the limits". Nothing where there is no value. */
export function pointWords(catalogue: Catalogue, row: ResultRow, judged?: RowOf<"spc">): string {
  const words = figureWords(catalogue, row);
  if (words === null) return "";
  const {signal = "", event = ""} = judged ?? {};
  return [
    `${upperFirst(formatPeriod(row.period))}: ${words}`,
    ...(signal === "" ? [] : [`signal: ${signalLabel(signal)}`]),
    ...(event === "" ? [] : [`new start: ${event}`])
  ].join("; ");
}

function shortWords({period, row}: Point): string {
  if (row === null || row.value === null) return formatPeriod(period);
  const n = row.units === null ? "" : ` (n = ${formatCount(row.units)})`;
  return `${formatPeriod(period)}: ${formatValue(row.value, row.unit)}${n}`;
}
