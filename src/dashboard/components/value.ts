import type {Catalogue} from "../catalogue.ts";
import type {ResultRow} from "../published.ts";
import {formatCount, formatValue, unitSign} from "./format.ts";
import {html, type Markup} from "./markup.ts";
import {statusLabel} from "./words.ts";

/** The value as printed, with the published number beside it for machines; null where a row has none. */
export function value(row: ResultRow): Markup | null {
  if (row.value === null) return null;
  return html`<data value="${row.value}">${formatValue(row.value, row.unit)}</data>`;
}

type Limits = Pick<ResultRow, "lower" | "upper" | "unit">;

/** "95% interval 58.1% to 66.5%", or that there is none. */
export function interval(row: Limits): string {
  const limits = intervalLimits(row);
  return limits === null ? "no interval" : `95% interval ${limits}`;
}

/** "58.1% to 66.5%"; a side that is not estimable is named. */
export function intervalLimits({lower, upper, unit}: Limits): string | null {
  if (lower === null && upper === null) return null;
  return `${limit(lower, unit)} to ${limit(upper, unit)}`;
}

/** "281 of 450" for a share (and the units behind it, where they are others), else "n = 450". */
export function counts({
  numerator,
  denominator,
  units
}: Pick<ResultRow, "numerator" | "denominator" | "units">): string {
  const n = units === null ? "" : `n = ${formatCount(units)}`;
  if (numerator === null || denominator === null) return n;
  const share = `${formatCount(numerator)} of ${formatCount(denominator)}`;
  return units === null || units === denominator ? share : `${share} (${n})`;
}

/** "49.1% (95% interval 46.3% to 51.9%), 599 of 1,221; unstable: fewer than 30", the unit named; null where there is no value. */
export function figureWords(catalogue: Catalogue, row: ResultRow): string | null {
  if (row.value === null) return null;
  const [counted, status] = [counts(row), statusWords(catalogue, row)];
  const figure = `${formatValue(row.value, row.unit)}${unitSign(row.unit)} (${interval(row)})`;
  return `${figure}${counted === "" ? "" : `, ${counted}`}${status === null ? "" : `; ${status}`}`;
}

/** Why there is no plain number, in words; null for a published value. A value that does not exist is said to be so. */
export function statusWords(catalogue: Catalogue, row: ResultRow): string | null {
  if (row.status !== "published") return statusLabel(catalogue, row.status);
  return row.value === null ? "not estimable" : null;
}

function limit(bound: number | null, unit: string): string {
  return bound === null ? "not reached" : formatValue(bound, unit);
}
