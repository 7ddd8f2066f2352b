import {UserError} from "../../errors.ts";
import type {Value} from "../table.ts";

/** From and to, both in it; an open band ends in infinity. */
interface Band {
  readonly low: number;
  readonly high: number;
}

/** Bands as a step asks for them: of a width, or everything from a number on, or below it, as one. */
export type Banding = {readonly width: number} | {readonly from: number} | {readonly below: number};

/** What a step's `to` asks for: "10-year", "65+", "under 18"; null if it is none of these. */
export function readBanding(to: string): Banding | null {
  const width = /^([1-9]\d*)-[a-z]+$/.exec(to)?.[1];
  if (width !== undefined) return {width: Number(width)};
  const band = bandOf(to);
  if (band?.high === Number.POSITIVE_INFINITY) return {from: band.low};
  return band?.low === Number.NEGATIVE_INFINITY ? {below: band.high + 1} : null;
}

/**
 * What joins values and bands into bands. Those of a width begin at multiples of it: 2025 or "2025-Q1" into "2024-2025", "20-24"
 * into "20-29"; open bands grow to the next multiple, so that "90+" becomes "80+" at a width of 20 and takes in what lies there.
 * Values that are no number, such as "unknown", stay. A band that would be cut is a UserError.
 */
export function bandsOf(banding: Banding, values: readonly Value[], place: string): (value: Value) => Value {
  const bands = values.map(bandOf).filter((band) => band !== null);
  if (bands.length === 0 && values.some((value) => value !== null))
    throw new UserError("usage", `${place}: expected numbers or bands such as 20-24, found none`, {
      hint: "use to: none, or merge: {new_code: [codes]}"
    });
  const ends = endsOf(banding, bands);
  const join = (value: Value): Value | undefined => {
    const band = bandOf(value);
    if (band === null) return value;
    if (band.low >= ends.top) return `${ends.top}+`;
    if (band.high < ends.bottom) return `under ${ends.bottom}`;
    if ((band.high >= ends.top && ends.top !== Number.POSITIVE_INFINITY) || band.low < ends.bottom) return undefined;
    if (!("width" in banding)) return value;
    const low = floorTo(band.low, banding.width);
    if (low !== floorTo(band.high, banding.width)) return undefined;
    return banding.width === 1 ? `${low}` : `${low}-${low + banding.width - 1}`;
  };
  const joined = new Map(values.map((value) => [value, join(value)]));
  const cut = values.find((value) => joined.get(value) === undefined);
  if (cut !== undefined)
    throw new UserError("usage", `${place}: expected bands that a step does not cut, found ${cut}`, {
      hint: "begin and end the step where bands do, or merge: {new_code: [codes]}"
    });
  return (value) => joined.get(value) ?? join(value) ?? null;
}

function endsOf(banding: Banding, bands: readonly Band[]): {readonly top: number; readonly bottom: number} {
  if ("from" in banding) return {top: banding.from, bottom: Number.NEGATIVE_INFINITY};
  if ("below" in banding) return {top: Number.POSITIVE_INFINITY, bottom: banding.below};
  const {width} = banding;
  const tops = bands.filter(({high}) => high === Number.POSITIVE_INFINITY).map(({low}) => floorTo(low, width));
  const bottoms = bands
    .filter(({low}) => low === Number.NEGATIVE_INFINITY)
    .map(({high}) => floorTo(high, width) + width);
  return {top: Math.min(...tops), bottom: Math.max(...bottoms)};
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
