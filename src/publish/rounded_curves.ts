import {roundCount} from "../disclosure/rounding.ts";
import type {CurveRow} from "./curves.ts";
import {spotKey} from "./lattice.ts";
import type {Result} from "./result.ts";
import {limits, nearestShare} from "./rounded_values.ts";

/**
 * Curves that begin with as many people as their result has, with rounded counts from there on, and without a band: the limits of a
 * share of few tell how many these are. A curve without a result is left out.
 */
export function roundedCurves(
  rows: readonly CurveRow[],
  isHeld: (row: CurveRow) => boolean,
  resultOf: (row: CurveRow) => Result | undefined
): CurveRow[] {
  const starts = new Map(rows.filter(({time}) => time === 0).map((row) => [curveKey(row), row.at_risk]));
  return rows.flatMap((row): CurveRow[] => {
    if (isHeld(row)) return [row];
    const units = resultOf(row)?.units ?? null;
    const everyone = starts.get(curveKey(row)) ?? 0;
    if (units === null || everyone === 0) return [];
    const asMany = (count: number) => roundCount((count * units) / everyone, limits);
    const value = nearestShare(row.value, units);
    return [{...row, at_risk: asMany(row.at_risk), events: asMany(row.events), value, lower: null, upper: null}];
  });
}

function curveKey(row: CurveRow): string {
  return `${row.measure}|${row.curve}|${spotKey(row)}`;
}
