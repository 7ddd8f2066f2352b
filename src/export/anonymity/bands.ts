import {UserError} from "../../errors.ts";
import type {Value} from "../table.ts";

/** From and to, both in it; an open band ends in infinity. */
interface Band {
  readonly low: number;
  readonly high: number;
}

/**
 * What joins values and bands into bands of a width that begin at multiples of it: 2025 or "2025-Q1" into "2024-2025", "20-24"
 * into "20-29". Open bands grow to the next multiple: "90+" becomes "80+" at a width of 20, and takes in what lies there. Values
 * that are no number, such as "unknown", stay. A band that would be cut is a UserError.
 */
export function bandsOf(width: number, values: readonly Value[], place: string): (value: Value) => Value {
  const bands = values.map(bandOf).filter((band) => band !== null);
  if (bands.length === 0)
    throw new UserError("usage", `${place}: expected numbers or bands such as 20-24, found none`, {
      hint: "use to: none, or merge: {new_code: [codes]}"
    });
  const top = Math.min(
    ...bands.filter(({high}) => high === Number.POSITIVE_INFINITY).map(({low}) => floorTo(low, width))
  );
  const bottom = Math.max(
    ...bands.filter(({low}) => low === Number.NEGATIVE_INFINITY).map(({high}) => floorTo(high, width) + width)
  );
  const name = (value: Value): Value => {
    const band = bandOf(value);
    if (band === null) return value;
    if (band.low >= top) return `${top}+`;
    if (band.high < bottom) return `under ${bottom}`;
    const low = floorTo(band.low, width);
    if (low !== floorTo(band.high, width) || band.low < bottom)
      throw new UserError("usage", `${place}: expected bands that fit into a width of ${width}, found ${value}`, {
        hint: "use a width that no band crosses, or merge: {new_code: [codes]}"
      });
    return width === 1 ? `${low}` : `${low}-${low + width - 1}`;
  };
  for (const value of values) name(value);
  return name;
}

function bandOf(value: Value): Band | null {
  if (typeof value === "number") return {low: Math.floor(value), high: Math.floor(value)};
  const [, from, to] = /^(\d+)(?:-(\d+|Q[1-4]))?$/.exec(value ?? "") ?? [];
  if (from !== undefined) {
    const high = to === undefined || to.startsWith("Q") ? from : to;
    return {low: Number(from), high: Number(high)};
  }
  const above = /^(\d+)\+$/.exec(value ?? "")?.[1];
  if (above !== undefined) return {low: Number(above), high: Number.POSITIVE_INFINITY};
  const below = /^under (\d+)$/.exec(value ?? "")?.[1];
  return below === undefined ? null : {low: Number.NEGATIVE_INFINITY, high: Number(below) - 1};
}

function floorTo(value: number, width: number): number {
  return Math.floor(value / width) * width;
}
