import type {Warehouse} from "../database/warehouse.ts";
import type {Suffix} from "../measures/count.ts";
import {type CountSet, unitSet} from "../measures/count_sets.ts";
import {firstStep} from "../measures/ladder_statement.ts";
import {isOverUnits, type Measure, type UnitMeasure} from "../measures/measure.ts";
import type {Candidate, Shows} from "./candidates.ts";
import {type Group, latticeOf, type MartCell, type Period, spotKey} from "./lattice.ts";
import {addDays, lastDayOfQuarter} from "./periods.ts";
import type {Program} from "./programs.ts";
import type {Result} from "./result.ts";
import {rankBeside} from "./result_candidates.ts";

/** One row of ladder.csv: how many reached a step on the way into a measure. */
export interface LadderRow extends Group, Period {
  readonly measure: string;
  readonly step_order: number;
  readonly step: string;
  readonly count: number | null;
  readonly status: "published" | "suppressed";
}

/** The steps of a measure's ladder in order: whom it begins with, what it counts, and of these some that are of note. */
export function stepsOf(measure: UnitMeasure): {steps: string[]; notes: string[]} {
  const counted: string[] = [...measure.counted];
  if (measure.quarter !== undefined) counted.splice(measure.quarter.cohort.length, 0, "is_quarter_closed");
  const own = firstStep(measure);
  const first = own === null ? [] : [own];
  const before = measure.grain === "episode" || measure.grain === "score" ? [others] : [];
  return {steps: [...before, ...first, ...counted], notes: [...measure.of_these]};
}

/** The step that counts other people than those after it. */
const others = "referred";

interface MartRow extends MartCell {
  readonly measure: string;
  readonly step: string;
  readonly n: number;
}

export interface LadderOptions {
  readonly measures: readonly Measure[];
  readonly programs: readonly Program[];
  readonly as_of: string;
  readonly suffix: Suffix;
}

type Ladder = ReadonlyMap<string, number>;

/** Finds how many reached each step of a measure's ladder in a place. */
export type LaddersOf = (measure: string, place: Group & Period) => Ladder;

/**
 * The attrition ladders of every measure over units, for all, program and site by all, year and quarter, wherever it has a result.
 * A ladder ends in the denominator of the result; a hidden step is empty.
 */
export function ladders(
  results: readonly Result[],
  measures: readonly Measure[],
  laddersOf: LaddersOf,
  shows: Shows
): LadderRow[] {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  return results.filter(hasLadder).flatMap((result) => {
    const measure = byId.get(result.measure);
    if (measure === undefined || !isOverUnits(measure)) return [];
    return rungsOf(measure, result, laddersOf).map((rung) =>
      ladderRow(measure.id, result, rung, shows(stepKey(rung.set, result)))
    );
  });
}

/** Adds the ladders of all measures up for every place. */
export async function readLadders(warehouse: Warehouse, options: LadderOptions): Promise<LaddersOf> {
  const rows = await warehouse.query<MartRow>(`select * from mart${options.suffix}.ladder where dimension = 'all'`);
  const byPlace = addUp(rows, options);
  return (measure, place) => byPlace.get(`${measure}|${spotKey(place)}`) ?? new Map();
}

function hasLadder({breakdown, period_type}: Result): boolean {
  return ["all", "program", "site"].includes(breakdown) && period_type !== "month";
}

function addUp(rows: readonly MartRow[], {measures, programs, as_of}: LadderOptions): Map<string, Map<string, number>> {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const spotsOf = latticeOf(programs, []);
  const ladders = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const steps = stepsFedBy(row, byId.get(row.measure), as_of);
    for (const {key} of spotsOf(row)) {
      const ladder = ladders.get(`${row.measure}|${key}`) ?? new Map<string, number>();
      ladders.set(`${row.measure}|${key}`, ladder);
      for (const step of steps) ladder.set(step, (ladder.get(step) ?? 0) + row.n);
    }
  }
  return ladders;
}

/** In a measure of quarters, the last step of the cohort also feeds "closed", and later steps count in closed quarters only. */
function stepsFedBy({step, period_on}: MartRow, measure: Measure | undefined, as_of: string): string[] {
  if (measure === undefined || !isOverUnits(measure) || measure.quarter === undefined) return [step];
  const {cohort, closes_after_days} = measure.quarter;
  const isClosed = addDays(lastDayOfQuarter(period_on), closes_after_days) <= as_of;
  if (step === cohort.at(-1)) return isClosed ? [step, "is_quarter_closed"] : [step];
  return isClosed || (cohort as readonly string[]).includes(step) ? [step] : [];
}

/** What the steps of every ladder would tell: a step that several measures share is one row. */
export function stepCandidates(
  results: readonly Result[],
  measures: readonly Measure[],
  laddersOf: LaddersOf
): Candidate[] {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const found = new Map<string, Candidate>();
  for (const result of results.filter(hasLadder)) {
    const measure = byId.get(result.measure);
    if (measure === undefined || !isOverUnits(measure)) continue;
    for (const {set, count, step_order} of rungsOf(measure, result, laddersOf)) {
      const key = stepKey(set, result);
      const tells = [[set, count]] as const;
      const shared = {rank: rankBeside(result, 100 + step_order), must_hide: false, hides_extremes: false};
      if (!found.has(key)) found.set(key, {key, place: placeOf(result), tells, ...shared});
    }
  }
  return [...found.values()];
}

function stepKey(set: CountSet, place: Group & Period): string {
  return `ladder|${set.id}|${spotKey(place)}`;
}

interface Rung {
  readonly step: string;
  readonly step_order: number;
  readonly set: CountSet;
  readonly count: number;
}

/** The steps of a ladder in a place, whom each counts, and how many. */
export function rungsOf(measure: UnitMeasure, place: Group & Period, laddersOf: LaddersOf): Rung[] {
  const ladder = laddersOf(measure.id, place);
  const {steps, notes} = stepsOf(measure);
  const referred = laddersOf("referral", place).get(others) ?? 0;
  const rungs = steps.map((step, step_order) => {
    const conditions = steps
      .slice(0, step_order + 1)
      .filter((one) => (measure.counted as readonly string[]).includes(one));
    const isClosed = measure.quarter !== undefined && step_order >= steps.indexOf("is_quarter_closed");
    const set =
      step === others ? referredSet : unitSet(measure, conditions, isClosed ? measure.quarter?.closes_after_days : 0);
    return {step, step_order, set, count: step === others ? referred : (ladder.get(step) ?? 0)};
  });
  const noted = notes.map((step, order) => {
    const set = unitSet(measure, [...measure.counted, step], measure.quarter?.closes_after_days);
    return {step, step_order: 100 + order, set, count: ladder.get(step) ?? 0};
  });
  return [...rungs, ...noted];
}

const referredSet = unitSet({grain: "referral", period_by: "received_on"}, []);

function placeOf({breakdown, group, period_type, period}: Group & Period): Group & Period {
  return {breakdown, group, period_type, period};
}

function ladderRow(
  measure: string,
  place: Group & Period,
  {step, step_order, count}: Rung,
  isShown: boolean
): LadderRow {
  const status = isShown ? "published" : "suppressed";
  return {measure, ...placeOf(place), step_order, step, count: isShown ? count : null, status};
}
