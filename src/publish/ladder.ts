import type {Warehouse} from "../database/warehouse.ts";
import {isSmall} from "../disclosure/primary.ts";
import type {Suffix} from "../measures/count.ts";
import {firstStep} from "../measures/ladder_statement.ts";
import {isOverUnits, type Measure, type UnitMeasure} from "../measures/measure.ts";
import {type Group, latticeOf, type MartCell, type Period, spotKey} from "./lattice.ts";
import {addDays, lastDayOfQuarter} from "./periods.ts";
import type {Program} from "./programs.ts";
import type {Result} from "./result.ts";

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
 * The attrition ladders of every measure over episodes, for all, program and site by all, year and quarter. A ladder ends in
 * the protected result; a step is hidden when it, or what is lost between it and a step that is shown, is small.
 */
export function ladders(results: readonly Result[], measures: readonly Measure[], laddersOf: LaddersOf): LadderRow[] {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  return results.filter(hasLadder).flatMap((result) => {
    const measure = byId.get(result.measure);
    if (measure === undefined || !isOverUnits(measure)) return [];
    const ladder = laddersOf(result.measure, result);
    const referred = laddersOf("referral", result).get("referred") ?? 0;
    return climb(measure, new Map([...ladder, ["referred", referred]]), result);
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

function climb(measure: UnitMeasure, ladder: Ladder, result: Result): LadderRow[] {
  const {measure: id, breakdown, group, period_type, period} = result;
  const {steps, notes} = stepsOf(measure);
  const place = {measure: id, breakdown, group, period_type, period};
  const end = result.status === "immature" ? 0 : result.units;
  const shown = shownSteps(measure, ladder, end);
  return [
    ...steps.map((step, order) => ladderRow(place, order, step, shown[order] ?? null)),
    ...notes.map((step, order) => ladderRow(place, 100 + order, step, showNote(ladder.get(step) ?? 0, end)))
  ];
}

type LadderPlace = Pick<LadderRow, "measure" | "breakdown" | "group" | "period_type" | "period">;

function ladderRow(place: LadderPlace, step_order: number, step: string, count: number | null): LadderRow {
  return {...place, step_order, step, count, status: count === null ? "suppressed" : "published"};
}

/** Which steps of a measure's ladder are shown, in their order; `end` is how many the result says it counts. */
export function shownSteps(measure: UnitMeasure, ladder: Ladder, end: number | null): (number | null)[] {
  const {steps} = stepsOf(measure);
  const counts = steps.map((step) => ladder.get(step) ?? 0);
  return chooseSteps(steps, counts, end);
}

/**
 * Which steps are shown. The last is the result itself, and those who started are another measure's denominator, so these two
 * come first; any other step is shown only if neither it nor its distance to a shown neighbour is small. Referrals that stand
 * before episodes are other people: they have no distance.
 */
export function chooseSteps(
  steps: readonly string[],
  counts: readonly number[],
  end: number | null
): (number | null)[] {
  const shown: (number | null)[] = counts.map(() => null);
  const first = steps[0] === others ? 1 : 0;
  const started = steps.indexOf("is_treated");
  const order = [counts.length - 1, started, ...counts.keys()].filter((step) => step >= first && end !== null);
  for (const step of new Set(order)) if (isSafe(step, first, counts, shown)) shown[step] = counts[step] ?? 0;
  if (first === 1 && !isSmall(counts[0] ?? 0)) shown[0] = counts[0] ?? 0;
  return shown;
}

function isSafe(step: number, first: number, counts: readonly number[], shown: readonly (number | null)[]): boolean {
  const count = counts[step] ?? 0;
  const above = shown.slice(first, step).findLast((other) => other !== null) ?? count;
  const below = shown.slice(step + 1).find((other) => other !== null) ?? count;
  return ![count, above - count, count - below].some(isSmall);
}

function showNote(count: number, end: number | null): number | null {
  return end === null || isSmall(count) || isSmall(end - count) ? null : count;
}
