import type {Warehouse} from "../database/warehouse.ts";
import {followup_retention} from "../measures/followup.ts";
import type {SampleSums} from "../statistics/sample_sums.ts";
import {type Group, latticeOf, type MartCell, type Period, type Spot} from "./lattice.ts";
import {hasPatterns, type PatternOptions} from "./patterns.ts";
import {type Compared, compareCharacteristics} from "./reached_compared.ts";
import {hiddenPlaces} from "./reached_hidden.ts";
import type {Result} from "./result.ts";
import {isQuarterOpen} from "./roll_up.ts";

/** One row of reached.csv: those reached at six months beside those not reached, in one characteristic. */
export interface ReachedRow extends Group, Period, Compared {}

interface MartRow extends MartCell, SampleSums {
  readonly characteristic: string;
  readonly level: string;
  readonly is_reached: boolean;
}

/** People of one level of a characteristic, with the sums of their scores where it is a score. */
export interface Sides {
  readonly reached: SampleSums;
  readonly not_reached: SampleSums;
}

/** Sides by level, by characteristic. */
export type Cohort = ReadonlyMap<string, ReadonlyMap<string, Sides>>;

export interface ReachedOptions extends PatternOptions {
  /** Protected: what they hide of six-month follow-up is hidden here too. */
  readonly results?: readonly Result[];
}

/**
 * What people of the follow-up cohort had in common who were reached, and who were not, for all, programs and sites, over all
 * time and by year; quarters whose window is open are left out. A standardised difference is no test: it does not grow with n.
 */
export async function reachedAndNot(
  warehouse: Warehouse,
  {programs, as_of, suffix, results = []}: ReachedOptions
): Promise<ReachedRow[]> {
  const spotsOf = latticeOf(programs, []);
  const places = new Map<string, {spot: Spot; cohort: Map<string, Map<string, Sides>>}>();
  for (const row of await warehouse.query<MartRow>(`select * from mart${suffix}.reached`)) {
    if (isQuarterOpen(followup_retention, row, as_of)) continue;
    for (const spot of spotsOf(row).filter(hasPatterns)) {
      const place = places.get(spot.key) ?? {spot, cohort: new Map<string, Map<string, Sides>>()};
      places.set(spot.key, place);
      addTo(place.cohort, row);
    }
  }
  const hiddenOf = hiddenPlaces(results);
  return [...places.values()]
    .sort((a, b) => (a.spot.key < b.spot.key ? -1 : 1))
    .flatMap(({spot: {breakdown, group, period_type, period}, cohort}) => {
      const place = {breakdown, group, period_type, period};
      return compareCharacteristics(cohort, hiddenOf(place)).map((compared) => ({...place, ...compared}));
    });
}

function addTo(
  cohort: Map<string, Map<string, Sides>>,
  {characteristic, level, is_reached, n, sum_x, sum_xx}: MartRow
): void {
  const levels = cohort.get(characteristic) ?? new Map<string, Sides>();
  cohort.set(characteristic, levels);
  const sides = levels.get(level) ?? {reached: nobody, not_reached: nobody};
  const side = is_reached ? "reached" : "not_reached";
  levels.set(level, {...sides, [side]: plus(sides[side], {n, sum_x, sum_xx})});
}

const nobody: SampleSums = {n: 0, sum_x: 0, sum_xx: 0};

function plus(a: SampleSums, b: SampleSums): SampleSums {
  return {n: a.n + b.n, sum_x: a.sum_x + b.sum_x, sum_xx: a.sum_xx + b.sum_xx};
}
