import type {Profile} from "../disclosure/profile.ts";
import {type CountSet, type MeasureSets, setsOf} from "../measures/count_sets.ts";
import {headline} from "../measures/index.ts";
import type {Measure} from "../measures/measure.ts";
import type {Candidate} from "./candidates.ts";
import type {Place} from "./cells.ts";
import {type Group, type Period, spotKey} from "./lattice.ts";
import {periodTypes} from "./periods.ts";
import type {Result} from "./result.ts";

/** What each judged result would tell, and which are shown first. */
export function resultCandidates(
  results: readonly Result[],
  measures: readonly Measure[],
  {isSmall}: Pick<Profile, "isSmall">
): Candidate[] {
  const declared = new Map(measures.map((measure) => [measure.id, {measure, sets: setsOf(measure)}]));
  const rankOf = resultRanks(results, measures);
  return results.map((result) => {
    const {measure, sets} = declared.get(result.measure) ?? {};
    if (measure === undefined || sets === undefined) throw new Error(`${result.measure}: a result of no measure`);
    return {
      key: resultKey(result),
      place: result,
      tells: toldBy(result, sets),
      rank: rankOf(result),
      must_hide: result.guarded.some(isSmall),
      hides_extremes: measure.kind === "proportion" && measure.hides_extremes === true
    };
  });
}

/** What tells a result from every other. */
export function resultKey(place: Place): string {
  return `results|${place.measure}|${spotKey(place)}`;
}

/** The measure of a result by its key; null for the key of another row. */
export function measureIn(key: string): string | null {
  const [table, measure = ""] = key.split("|");
  return table === "results" ? measure : null;
}

/** A share of times tells about as many events as it guards. */
function toldBy({units, denominator, numerator, guarded}: Result, sets: MeasureSets): (readonly [CountSet, number])[] {
  if (units === null || denominator === null) return [];
  const counted = numerator ?? guarded[0] ?? null;
  return [
    [sets.units, units],
    ...(sets.denominator.id === sets.units.id ? [] : [[sets.denominator, denominator] as const]),
    ...(sets.numerator === null || counted === null ? [] : [[sets.numerator, counted] as const])
  ];
}

/**
 * The order in which results are shown as long as they give nothing away: the measures of the first page before others, of each all
 * before places before groups of people before crossed groups, long periods before short ones, and in a breakdown the largest groups.
 */
function resultRanks(results: readonly Result[], measures: readonly Measure[]): (result: Result) => number {
  const order = new Map(measures.map(({id}, index) => [id, index]));
  const sizes = new Map(
    results.filter(({period_type}) => period_type === "all").map((one) => [groupKey(one), one.units ?? 0])
  );
  return (result) => {
    const kind = kindOf(result.breakdown) + (headline.includes(result.measure) ? 0 : mostKinds);
    const tier = kind * periodTypes.length + periodTypes.indexOf(result.period_type);
    const size = Math.min(sizes.get(groupKey(result)) ?? 0, largestSize);
    return (tier * mostMeasures + (order.get(result.measure) ?? 0)) * largestSize + largestSize - size;
  };
}

const mostMeasures = 1000;
const largestSize = 1e9;

const kinds: readonly string[] = ["all", "program", "site"];
const mostKinds = kinds.length + 2;

function kindOf(breakdown: string): number {
  const place = kinds.indexOf(breakdown);
  return place >= 0 ? place : breakdown.includes("+") ? kinds.length + 1 : kinds.length;
}

function groupKey({measure, breakdown, group}: Place): string {
  return `${measure}|${breakdown}|${group}`;
}

/**
 * The rank of a row of another table about a place: after all results of places like it and of periods as long, before the next
 * ones. Of several tables those with a lower `order`, 0 to 999, come first.
 */
export function rankBeside({breakdown, period_type}: Group & Period, order: number): number {
  const tier = (kindOf(breakdown) + mostKinds) * periodTypes.length + periodTypes.indexOf(period_type);
  return (tier + 1) * mostMeasures * largestSize - 1000 + order;
}
