import {measures} from "../src/measures/index.ts";
import type {Result} from "../src/publish/result.ts";
import {statusLabels} from "../src/publish/statuses.ts";

/** The label of a measure. */
export function labelOf(id: string): string {
  return measures.find((measure) => measure.id === id)?.label ?? id;
}

/** One published figure for a terminal: 61.2 % (57.0 to 65.3), 312 of 510; or the words of its status. */
export function figureInWords(row: Result): string {
  const {value, lower, upper, numerator, denominator, status, unit} = row;
  if (value === null) return statusLabels.find(({id}) => id === status)?.label ?? status;
  const interval = lower === null || upper === null ? "" : ` (${show(lower, unit)} to ${show(upper, unit)})`;
  const of = numerator === null ? `n = ${denominator}` : `${numerator} of ${denominator}`;
  return `${show(value, unit)}${unit === "share" ? " %" : ` ${unit}`}${interval}, ${of}`;
}

function show(value: number, unit: string): string {
  if (unit === "share") return (100 * value).toFixed(1);
  return value.toFixed(unit === "sd" ? 2 : 1);
}
