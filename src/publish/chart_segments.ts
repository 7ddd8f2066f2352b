import type {Annotation} from "../settings.ts";
import type {Group} from "./lattice.ts";
import {type PeriodType, periodOf} from "./periods.ts";

/** Consecutive points of a series that are judged by the same limits: from one index up to, not including, another. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** How many of its first points the limits rest on; never changed again from twelve on. */
  readonly baseline: number;
  /** The event from which the limits are counted anew; "" for the first segment. */
  readonly event: string;
}

/** Fewer points say nothing of a process. */
const fewestPoints = 8;
/** From this many points on, limits stay as they are. */
const frozenFrom = 12;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly event: string;
}

/**
 * Cuts a series, given its periods in order, where an event rebases it. A stretch too short for limits of its own keeps
 * those before it, to which it adds nothing; one that has none before it is in no segment.
 */
export function segmentsOf(periods: readonly string[], cuts: ReadonlyMap<number, string>): Segment[] {
  const segments: Segment[] = [];
  for (const {from, to, event} of stretchesOf(periods.length, cuts)) {
    const before = segments.at(-1);
    if (to - from >= fewestPoints) segments.push({from, to, event, baseline: Math.min(to - from, frozenFrom)});
    else if (before !== undefined) segments.splice(-1, 1, {...before, to});
  }
  return segments;
}

function stretchesOf(length: number, cuts: ReadonlyMap<number, string>): Stretch[] {
  const starts = [0, ...[...cuts.keys()].sort((a, b) => a - b)];
  return starts.map((from, index) => ({from, to: starts[index + 1] ?? length, event: cuts.get(from) ?? ""}));
}

/**
 * Where events rebase a series, by the index of the first point that they touch; an event before or after all points
 * does not.
 */
export function cutsOf(
  periods: readonly string[],
  {breakdown, group, period_type}: Group & {readonly period_type: PeriodType},
  annotations: readonly Annotation[]
): Map<number, string> {
  const cuts = new Map<number, string>();
  for (const {on, what, programs, rebases} of annotations) {
    const isConcerned = programs.length === 0 || (breakdown === "program" && programs.includes(group));
    const at = periods.findIndex((period) => period >= periodOf(on, period_type));
    if (rebases && isConcerned && at > 0) cuts.set(at, cuts.has(at) ? `${cuts.get(at)}; ${what}` : what);
  }
  return cuts;
}
