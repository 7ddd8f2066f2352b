import type {Estimate} from "../statistics/estimate.ts";
import {asPrinted} from "./format.ts";
import type {TargetGrounds, Unit} from "./grounds.ts";

/** Whether the interval holds 0; one whose limit is printed as 0 does. */
export function zeroIn({lower, upper}: Estimate, unit: Unit): "inside" | "outside" {
  if (isAbove(lower, 0, unit) || isBelow(upper, 0, unit)) return "outside";
  return "inside";
}

/** On which side of the target the whole interval lies; a limit that is printed as the target is not beyond it. */
export function sideOf({
  figure: {lower, upper, unit},
  target: {value, direction}
}: TargetGrounds): "met" | "not_met" | "inside" {
  if (direction === "at_least") {
    if (lower !== null && lower >= value) return "met";
    return isBelow(upper, value, unit) ? "not_met" : "inside";
  }
  if (upper !== null && upper <= value) return "met";
  return isAbove(lower, value, unit) ? "not_met" : "inside";
}

function isAbove(limit: number | null, value: number, unit: Unit): boolean {
  return limit !== null && limit > value && asPrinted(limit, unit) > asPrinted(value, unit);
}

function isBelow(limit: number | null, value: number, unit: Unit): boolean {
  return limit !== null && limit < value && asPrinted(limit, unit) < asPrinted(value, unit);
}
