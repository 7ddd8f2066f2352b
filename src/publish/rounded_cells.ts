import {roundCount} from "../disclosure/rounding.ts";
import {isOverUnits, type Measure} from "../measures/measure.ts";
import {Cells, type Counts} from "./cells.ts";
import {type Group, type Period, spotKey} from "./lattice.ts";
import type {RoundedCounts} from "./rounded_counts.ts";
import {momentsOf, ratioMomentsOf} from "./rounded_moments.ts";
import {isShareOfCounts, type RoundedTally, roundedTally} from "./rounded_results.ts";
import {limits} from "./rounded_values.ts";

/**
 * Rounded counts in the place of others. Days stay as they were: what is made of them is rounded itself. Everyone else in a period
 * are as many as rounded counts leave, with the means and spreads that everyone else has; nobody where they are few, rounded or not.
 */
export class RoundedCells extends Cells {
  readonly #true: Cells;
  readonly #tallies = new Map<string, RoundedTally>();
  readonly #measures: ReadonlyMap<string, Measure>;

  constructor(cells: Cells, measures: readonly Measure[], counts: RoundedCounts) {
    super();
    this.#true = cells;
    this.#measures = new Map(measures.map((measure) => [measure.id, measure]));
    for (const {place, counts: own} of cells.values()) {
      const measure = this.#measures.get(place.measure);
      const tally = measure === undefined ? null : roundedTally(measure, place, counts);
      const key = spotKey(place);
      if (tally !== null) this.#tallies.set(`${place.measure}|${key}`, tally);
      const rounded = measure === undefined || tally === null ? nobodyOf(own) : countsOf(measure, own, tally);
      Object.assign(this.at(place.measure, {...place, key}), rounded, {n_immature: roundCount(own.n_immature, limits)});
    }
  }

  override restOf(measure: string, place: Group & Period): Counts | null {
    const rest = this.#true.restOf(measure, place);
    const all = this.#tallies.get(`${measure}|${spotKey({...place, breakdown: "all", group: ""})}`);
    const group = this.#tallies.get(`${measure}|${spotKey(place)}`);
    const declared = this.#measures.get(measure);
    if (rest === null || all === undefined || group === undefined || declared === undefined) return null;
    const fewest = isShareOfCounts(declared) ? limits.share : limits.mean;
    const isFew = Math.max(rest.n, rest.moments.n) < limits.mean;
    const tally = isFew ? null : less(all, group);
    return tally === null || tally.denominator < fewest ? nobodyOf(rest) : countsOf(declared, rest, tally);
  }
}

/** What is left; null where that is nobody, or rounding leaves more in the numerator than there are. */
function less(all: RoundedTally, group: RoundedTally): RoundedTally | null {
  const [units, denominator] = [all.units - group.units, all.denominator - group.denominator];
  const numerator = all.numerator === null || group.numerator === null ? null : all.numerator - group.numerator;
  if (units <= 0 || denominator <= 0) return null;
  return numerator !== null && (numerator < 0 || numerator > denominator) ? null : {units, denominator, numerator};
}

function countsOf(measure: Measure, counts: Counts, {units, denominator, numerator}: RoundedTally): Counts {
  const isRatio = !isOverUnits(measure) || measure.kind === "unit_ratio";
  const moments = isRatio
    ? ratioMomentsOf(units, numerator ?? 0, denominator, counts.moments)
    : momentsOf(units, counts.moments);
  return {...counts, n: units, numerator: numerator ?? 0, moments};
}

function nobodyOf(counts: Counts): Counts {
  return {...counts, n: 0, numerator: 0, moments: momentsOf(0, counts.moments)};
}
