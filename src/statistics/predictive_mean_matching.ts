import type {Random} from "./random.ts";
import {drawCoefficients, type ScoredPattern, scoreRegression} from "./regression_draw.ts";
import {dot} from "./solve.ts";

/** Units alike in all covariates (complete, numeric) and in the score; null is a missing score. */
export interface IncompletePattern extends Omit<ScoredPattern, "score"> {
  readonly score: number | null;
}

/**
 * Completed sets of data, as many as asked for: in each, every missing score has one that was observed among units
 * with a like prospect; the patterns observed come first. Null where no more units have a score than the design has
 * columns. The same seed gives the same sets.
 *
 * Method: predictive mean matching, type 1: the observed units are placed at their fitted scores, a missing one at
 * its score under coefficients drawn anew for each set, and one of the five nearest observed units gives its score.
 * Source: van Buuren 2018, https://stefvanbuuren.name/fimd/sec-pmm.html; R: mice(method = "pmm").
 *
 * @example predictiveMeanMatching(patterns, 20, new Random("annual report"))
 * // twenty sets; the mean of each and its squared standard error go to rubin()
 */
export function predictiveMeanMatching(
  patterns: readonly IncompletePattern[],
  imputations: number,
  random: Random
): ScoredPattern[][] | null {
  const observed = patterns.flatMap(({score, ...pattern}) =>
    score === null || pattern.units === 0 ? [] : [{...pattern, score}]
  );
  const missing = patterns.filter(({score, units}) => score === null && units > 0);
  const regression = scoreRegression(observed);
  if (regression === null) return null;
  const places = placesOf(observed, regression.coefficients);
  return Array.from({length: imputations}, () => {
    const coefficients = drawCoefficients(regression, random);
    return [...observed, ...missing.flatMap((pattern) => completed(pattern, coefficients, places, random))];
  });
}

const donors = 5;

/** Observed units of one fitted score, ascending; they are equally near to everyone. */
interface Place {
  readonly fitted: number;
  readonly units: number;
  readonly members: readonly ScoredPattern[];
}

function placesOf(observed: readonly ScoredPattern[], coefficients: readonly number[]): Place[] {
  // fitted scores that differ by rounding only are one place
  const rounded = Map.groupBy(observed, ({row}) => Math.round(dot(row, coefficients) * 1e9) / 1e9);
  return [...rounded]
    .map(([fitted, members]) => ({fitted, members, units: members.reduce((sum, {units}) => sum + units, 0)}))
    .toSorted((one, other) => one.fitted - other.fitted);
}

function completed(
  {row, units}: IncompletePattern,
  coefficients: readonly number[],
  places: readonly Place[],
  random: Random
): ScoredPattern[] {
  const near = nearest(places, dot(row, coefficients));
  const counts = new Map<number, number>();
  for (let unit = 0; unit < units; unit++) {
    const score = draw(near, random);
    counts.set(score, (counts.get(score) ?? 0) + 1);
  }
  return [...counts].map(([score, count]) => ({row, score, units: count}));
}

/** The places that hold the nearest five units (or all, if there are fewer), nearest first. */
function nearest(places: readonly Place[], target: number): Place[] {
  let above = places.findIndex(({fitted}) => fitted >= target);
  if (above === -1) above = places.length;
  let below = above - 1;
  const near: Place[] = [];
  for (let units = 0; units < donors && near.length < places.length; ) {
    const isBelow = distance(places[below], target) < distance(places[above], target);
    const place = isBelow ? places[below--] : places[above++];
    if (place === undefined) break;
    near.push(place);
    units += place.units;
  }
  return near;
}

function distance(place: Place | undefined, target: number): number {
  return place === undefined ? Number.POSITIVE_INFINITY : Math.abs(place.fitted - target);
}

/** The units of a place stand in random order, so that any of its ranks is any of its units. */
function draw(near: readonly Place[], random: Random): number {
  const held = near.reduce((sum, {units}) => sum + units, 0);
  let rank = random.between(1, Math.min(donors, held));
  for (const place of near) {
    if (rank <= place.units) return scoreOf(place, random.between(1, place.units));
    rank -= place.units;
  }
  throw new RangeError("no donor");
}

function scoreOf({members}: Place, unit: number): number {
  let reached = 0;
  const member = members.find(({units}) => {
    reached += units;
    return reached >= unit;
  });
  if (member === undefined) throw new RangeError("no donor");
  return member.score;
}
