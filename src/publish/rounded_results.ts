import {hidden} from "../disclosure/primary.ts";
import {profiles} from "../disclosure/profile.ts";
import {roundCount} from "../disclosure/rounding.ts";
import {setsOf} from "../measures/count_sets.ts";
import {followup_retention} from "../measures/followup.ts";
import type {Measure} from "../measures/measure.ts";
import type {Settings} from "../settings.ts";
import {type Estimate, notEstimable} from "../statistics/estimate.ts";
import {ratioOfTotals} from "../statistics/ratio_of_totals.ts";
import {wilsonInterval} from "../statistics/wilson_interval.ts";
import type {Counts} from "./cells.ts";
import type {Counted} from "./counted.ts";
import {figureOf, ratioTotals} from "./figure.ts";
import {type Group, type Period, spotKey} from "./lattice.ts";
import {judge, type Result} from "./result.ts";
import type {RoundedCounts} from "./rounded_counts.ts";
import {ratioMomentsOf} from "./rounded_moments.ts";
import {limits, places, roundedEstimate} from "./rounded_values.ts";

/** The counts of a result as they are published; a numerator is null where there is none, or it is not told. */
export interface RoundedTally {
  readonly units: number;
  readonly denominator: number;
  readonly numerator: number | null;
}

/** The results of rounded counts, in the order of the exact ones; places with nobody, or as good as nobody, have none. */
export function roundedResults(
  {results, cells}: Pick<Counted, "results" | "cells">,
  measures: readonly Measure[],
  settings: Settings,
  counts: RoundedCounts
): Result[] {
  const declared = new Map(measures.map((measure) => [measure.id, measure]));
  return results.flatMap((result) => {
    const measure = declared.get(result.measure);
    const own = cells.find(result.measure, spotKey(result))?.counts;
    if (measure === undefined || own === undefined) return [];
    if (result.units === null) return roundCount(own.n_immature, limits) > 0 ? [{...result, guarded: []}] : [];
    const tally = roundedTally(measure, result, counts);
    if (tally === null) return [];
    const rounded = roundedResult(measure, result, own, tally, settings);
    return [isHidden(rounded, own) ? hidden(rounded) : {...rounded, guarded: []}];
  });
}

/** Nobody or everybody, where that tells too much; and meetings of few. */
function isHidden({guarded}: Result, {people}: Counts): boolean {
  return guarded.length > 0 || (people !== null && profiles.round5.isSmall(people));
}

/** What is told of a measure in a place; null where nobody is, or may be. */
export function roundedTally(measure: Measure, place: Group & Period, {countOf}: RoundedCounts): RoundedTally | null {
  const {units, denominator, numerator} = setsOf(measure);
  const [n, all, some] = [units, denominator, numerator].map((set) => (set === null ? null : countOf(set, place)));
  if (!n || !all) return null;
  return {units: n, denominator: all, numerator: some === null || some === undefined || some > all ? null : some};
}

/** Whether the figures of a measure are made of people's values, and not of counts alone. */
export function isOfValues(measure: Measure): boolean {
  return !isShareOfCounts(measure) || measure.id === followup_retention.id;
}

/** Whether the figure of a measure is a share of one rounded count in another. */
export function isShareOfCounts({kind}: Measure): boolean {
  return ["proportion", "share_within", "session_ratio", "unit_ratio"].includes(kind);
}

/** The result of rounded counts: shares are made of them, other figures are rounded too. Null where nobody is left. */
function roundedResult(
  measure: Measure,
  result: Result,
  counts: Counts,
  tally: RoundedTally,
  settings: Settings
): Result {
  const row = {...result, ...tally, guarded: [], ...notEstimable};
  if (isShareOfCounts(measure)) {
    if (tally.denominator < limits.share) return {...row, numerator: null, ...insufficient.share};
    if (tally.units < limits.mean) return {...row, numerator: null, ...insufficient.mean};
    if (tally.numerator === null) return {...row, ...insufficient.numerator};
    const guarded = hidesExtremes(measure) && [0, tally.denominator].includes(tally.numerator) ? [1] : [];
    return judged(measure, {...row, ...shareOf(measure, counts, tally), guarded}, settings);
  }
  const share = measure.kind === "cumulative_incidence";
  if (tally.denominator < (share ? limits.share : limits.mean))
    return {...row, numerator: null, ...(share ? insufficient.share : insufficient.mean)};
  const {units, value, lower, upper} = figureOf(measure, counts, settings);
  if (units <= limits.largest) return {...row, numerator: null, ...insufficient.mean};
  const rounded = share
    ? nearestIncidence(value, tally.denominator)
    : roundedEstimate({value, lower, upper}, places(result.unit));
  return judged(measure, {...row, numerator: null, ...rounded}, settings);
}

/** With limits as if everyone had been seen up to the day: true ones tell how many had been. */
function nearestIncidence(value: number | null, denominator: number): Estimate {
  return value === null ? notEstimable : wilsonInterval(roundCount(value * denominator, limits), denominator);
}

function judged(measure: Measure, row: Result, settings: Settings): Result {
  const {units, value} = row;
  return units === null ? row : {...row, ...judge(measure, {units, value}, settings)};
}

function hidesExtremes(measure: Measure): boolean {
  return measure.kind === "proportion" && measure.hides_extremes === true;
}

function shareOf({kind}: Measure, {moments}: Counts, {units, denominator, numerator}: RoundedTally): Estimate {
  const some = numerator ?? 0;
  if (kind === "proportion" || kind === "share_within") return wilsonInterval(some, denominator);
  const {value, lower, upper} = ratioOfTotals(ratioTotals(ratioMomentsOf(units, some, denominator, moments)));
  return {...roundedEstimate({value: null, lower, upper}, places("share")), value};
}

export const insufficient = {
  share: {
    status: "insufficient",
    reason: `no share of fewer than ${limits.share}, since counts are rounded to ${limits.base}`
  },
  mean: {
    status: "insufficient",
    reason: `no figure of fewer than ${limits.mean}, since counts are rounded to ${limits.base}`
  },
  numerator: {
    status: "insufficient",
    reason: `no share by this period and group, since counts are rounded to ${limits.base}`
  }
} as const;
