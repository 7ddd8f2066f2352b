import type {Estimate} from "../statistics/estimate.ts";
import type {ComparisonGrounds, Figure, Grounds, Status, Unit} from "./grounds.ts";
import {sideOf, zeroIn} from "./interval_side.ts";

/** What the rule table asks of the grounds of a claim; null where it is not known, or where the kind of claim has no such thing. */
export interface Facts {
  readonly status: Status;
  readonly unit: Unit;
  /** In a comparison, those of the smaller side. */
  readonly units: number | null;
  /** Of units, numerator and complement; a numerator or complement of 0 is no small count. */
  readonly smallest_count: number | null;
  readonly value: "known" | "none";
  readonly interval: "two_sided" | "one_sided" | "none";
  readonly width: number;
  /** The same of a change in points, in smallest changes that matter. */
  readonly width_in_changes: number | null;
  readonly share_measured: number | null;
  readonly unmeasured: "none" | "left_out" | "counted_against";
  readonly follow_up: boolean;
  readonly window_closed: boolean;
  readonly better: "higher" | "lower" | "neither";
  readonly comparable: boolean;
  /** What the figure is held against: a difference, control limits, a range. */
  readonly counterpart: "known" | "none" | null;
  /** Whether the interval of the change or difference holds 0, also as it is printed. */
  readonly zero: "inside" | "outside" | null;
  readonly width_of_difference: number | null;
  readonly width_of_difference_in_changes: number | null;
  readonly between: "places" | "people" | null;
  readonly survives_multiplicity: boolean | null;
  readonly adjusted: boolean | null;
  readonly events_per_covariate: number | null;
  readonly points: number | null;
  readonly signal: boolean | null;
  readonly target: "met" | "not_met" | "inside" | null;
  readonly grade: "A" | "B" | "C" | "D" | null;
}

/** The facts of a claim; its numbers are sound. */
export function factsOf(grounds: Grounds): Facts {
  const {finding, evidence} = grounds;
  const figures = grounds.kind === "comparison" ? [grounds.figure, grounds.rest.figure] : [grounds.figure];
  const shares = grounds.kind === "comparison" ? [grounds.rest.share_measured] : [];
  return {
    status: worstStatus(figures),
    unit: grounds.figure.unit,
    units: least(figures.map(({units}) => units)),
    smallest_count: least(figures.map(smallestCount)),
    value: figures.every(({value}) => value !== null) ? "known" : "none",
    interval: worstInterval(figures),
    width: Math.max(...figures.map(widthOf)),
    width_in_changes: inChanges(grounds, Math.max(...figures.map(widthOf))),
    share_measured: least([evidence.share_measured, ...shares]),
    unmeasured: finding.measured?.otherwise ?? "none",
    follow_up: finding.follow_up,
    window_closed: evidence.window_closed,
    better: finding.better,
    comparable: finding.comparable,
    ...nothingBeside,
    ...besideOf(grounds)
  };
}

const nothingBeside = {
  counterpart: null,
  zero: null,
  width_of_difference: null,
  width_of_difference_in_changes: null,
  between: null,
  survives_multiplicity: null,
  adjusted: null,
  events_per_covariate: null,
  points: null,
  signal: null,
  target: null,
  grade: null
};

function besideOf(grounds: Grounds): Partial<Facts> {
  switch (grounds.kind) {
    case "level":
      return {};
    case "movement":
      return {zero: zeroIn(grounds.figure, grounds.figure.unit)};
    case "comparison":
      return besideTheRest(grounds);
    case "trend": {
      const {points, signal, centre, lower_limit, upper_limit} = grounds.chart;
      return {points, signal: signal !== null, counterpart: knownIf([centre, lower_limit, upper_limit])};
    }
    case "target":
      return {target: sideOf(grounds)};
    case "missing":
      return {counterpart: inOrder(grounds.range)};
    case "natural_course": {
      const {natural, figure} = grounds;
      return {counterpart: inOrder(natural), zero: zeroIn(figure, figure.unit), grade: natural.grade};
    }
  }
}

function besideTheRest(grounds: ComparisonGrounds) {
  const {difference, figure, between, survives_multiplicity, adjustment} = grounds;
  return {
    counterpart: intervalOf(difference) === "two_sided" ? "known" : "none",
    zero: zeroIn(difference, figure.unit),
    width_of_difference: widthOf(difference),
    width_of_difference_in_changes: inChanges(grounds, widthOf(difference)),
    between,
    survives_multiplicity,
    adjusted: adjustment !== null,
    events_per_covariate: adjustment?.events_per_covariate ?? null
  } as const;
}

/** The smallest; null if one is unknown. */
function least(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length < values.length ? null : Math.min(...known);
}

function smallestCount({units, numerator, denominator}: Figure): number | null {
  if (numerator === null || denominator === null) return units;
  const parts = [numerator, denominator - numerator].filter((count) => count !== 0);
  return least([units, ...parts]);
}

const worstFirst: readonly Status[] = ["suppressed", "immature", "insufficient", "unstable", "published"];

function worstStatus(figures: readonly Figure[]): Status {
  return worstFirst.find((status) => figures.some((figure) => figure.status === status)) ?? "suppressed";
}

function worstInterval(figures: readonly Figure[]): Facts["interval"] {
  const intervals = figures.map(intervalOf);
  return (["none", "one_sided"] as const).find((worse) => intervals.includes(worse)) ?? "two_sided";
}

/** Limits that do not hold their value between them are none. */
function intervalOf({value, lower, upper}: Estimate): Facts["interval"] {
  if (value === null || (lower === null && upper === null)) return "none";
  if ((lower !== null && lower > value) || (upper !== null && upper < value)) return "none";
  return lower === null || upper === null ? "one_sided" : "two_sided";
}

function inChanges({finding, figure}: Grounds, width: number): number | null {
  return finding.form === "change" && figure.unit === "points" ? width / finding.matters : null;
}

/** An interval without one of its ends is wider than any. */
function widthOf({lower, upper}: Estimate): number {
  return lower === null || upper === null ? Number.POSITIVE_INFINITY : upper - lower;
}

function knownIf(values: readonly (number | null)[]): "known" | "none" {
  return values.every((value) => value !== null) ? "known" : "none";
}

function inOrder({lower, upper}: {readonly lower: number; readonly upper: number}): "known" | "none" {
  return lower <= upper ? "known" : "none";
}
