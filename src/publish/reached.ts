import type {Warehouse} from "../database/warehouse.ts";
import {unitSet} from "../measures/count_sets.ts";
import {escapeGroup} from "../measures/dimensions.ts";
import {followup_retention} from "../measures/followup.ts";
import {conditionOf, isScore} from "../measures/reached_statement.ts";
import type {SampleSums} from "../statistics/sample_sums.ts";
import type {Candidate, Shows} from "./candidates.ts";
import {type Group, latticeOf, type MartCell, type Period, type Spot, spotKey} from "./lattice.ts";
import {hasPatterns, type PatternOptions} from "./patterns.ts";
import {type Compared, compareCharacteristics, everyoneOf, type PeopleReached} from "./reached_compared.ts";
import {rankBeside} from "./result_candidates.ts";
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

/** The people of one place, by characteristic and level. */
export interface CohortPlace {
  readonly place: Group & Period;
  readonly cohort: Cohort;
}

/**
 * The follow-up cohort of all, programs and sites, over all time and by year, by what is known of people; quarters whose window is
 * open are left out.
 */
export async function readCohorts(
  warehouse: Warehouse,
  {programs, as_of, suffix}: PatternOptions
): Promise<CohortPlace[]> {
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
  return [...places.values()]
    .sort((a, b) => (a.spot.key < b.spot.key ? -1 : 1))
    .map(({spot: {breakdown, group, period_type, period}, cohort}) => ({
      place: {breakdown, group, period_type, period},
      cohort
    }));
}

/**
 * What people of the follow-up cohort had in common who were reached, and who were not. A standardised difference is no test: it
 * does not grow with n.
 */
export function reachedAndNot(cohorts: readonly CohortPlace[], shows: Shows): ReachedRow[] {
  return cohorts.flatMap(({place, cohort}) => {
    const isShown = (characteristic: string, level: string) =>
      (isScore(characteristic) || shows(everyoneKey(place))) && shows(reachedKey(place, characteristic, level));
    return compareCharacteristics(cohort, isShown).map((compared) => ({...place, ...compared}));
  });
}

/**
 * What the rows would tell: how many of a level, or with a score, are in the cohort of the place, and how many of them were reached;
 * and all rows of levels, how many of everyone.
 */
export function reachedCandidates(cohorts: readonly CohortPlace[]): Candidate[] {
  return cohorts.flatMap(({place, cohort}) => {
    const shared = {rank: rankBeside(place, 400), must_hide: false, hides_extremes: false};
    const everyone = {key: everyoneKey(place), place, tells: toldOf(everyoneOf(cohort)), ...shared};
    const rows = [...cohort].flatMap(([characteristic, levels]) =>
      [...levels].map(
        ([level, {reached, not_reached}]): Candidate => ({
          key: reachedKey(place, characteristic, level),
          place: isScore(characteristic) ? place : levelPlace(place, characteristic, level),
          tells: toldOf({reached: reached.n, not_reached: not_reached.n}, conditionOf(characteristic)),
          ...shared
        })
      )
    );
    return [everyone, ...rows];
  });
}

/** People of the cohort for whom a condition holds, if one is given, and those of them who were reached. */
function toldOf({reached, not_reached}: PeopleReached, condition: string | null = null): Candidate["tells"] {
  const {counted, numerator, quarter} = followup_retention;
  const among = [...counted, ...(condition === null ? [] : [condition])];
  const setOfThose = (conditions: readonly string[]) =>
    unitSet(followup_retention, conditions, quarter?.closes_after_days);
  return [
    [setOfThose(among), reached + not_reached],
    [setOfThose([...among, ...numerator]), reached]
  ];
}

/** The place of the people of one level: a group of a breakdown, or of two crossed. */
function levelPlace(place: Group & Period, characteristic: string, level: string): Group & Period {
  if (place.breakdown === "all") return {...place, breakdown: characteristic, group: level};
  const group = `${escapeGroup(place.group)}+${escapeGroup(level)}`;
  return {...place, breakdown: `${place.breakdown}+${characteristic}`, group};
}

export function everyoneKey(place: Group & Period): string {
  return `reached||${spotKey(place)}`;
}

export function reachedKey(place: Group & Period, characteristic: string, level: string): string {
  return `reached|${characteristic}|${level}|${spotKey(place)}`;
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
