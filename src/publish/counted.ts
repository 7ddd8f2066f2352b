import type {Warehouse} from "../database/warehouse.ts";
import type {Audit} from "../disclosure/audit/audit.ts";
import {type Profile, profiles} from "../disclosure/profile.ts";
import type {Suffix} from "../measures/count.ts";
import type {Measure} from "../measures/measure.ts";
import type {Settings} from "../settings.ts";
import {type Candidate, type Choice, chooseCandidates} from "./candidates.ts";
import type {Cells} from "./cells.ts";
import {curveCandidates} from "./curve_candidates.ts";
import {type HeldResults, holdResults} from "./held.ts";
import type {History} from "./history.ts";
import {judgeCells} from "./judge_cells.ts";
import {type LaddersOf, readLadders, stepCandidates} from "./ladder.ts";
import {panelCandidates} from "./missing.ts";
import {inOrder} from "./order.ts";
import {type PatternsOf, readPatterns} from "./patterns.ts";
import {type Program, readPrograms} from "./programs.ts";
import {type CohortPlace, reachedCandidates, readCohorts} from "./reached.ts";
import type {Result} from "./result.ts";
import {resultCandidates} from "./result_candidates.ts";
import {rollUp} from "./roll_up.ts";
import {roundRelease} from "./rounded.ts";
import {type SuccessRow, successCandidates, successes} from "./success.ts";
import {type TrajectoryRow, trajectories, weekCandidates} from "./trajectory.ts";

export interface CountedOptions {
  readonly measures: readonly Measure[];
  readonly settings: Settings;
  readonly as_of: string;
  readonly suffix: Suffix;
}

/** Everything that the marts hold for a release, added up and judged, but not yet protected: it must not leave as it is. */
export interface Counted {
  readonly programs: readonly Program[];
  readonly cells: Cells;
  readonly results: readonly Result[];
  readonly laddersOf: LaddersOf;
  readonly patternsOf: PatternsOf;
  readonly successes: readonly SuccessRow[];
  readonly cohorts: readonly CohortPlace[];
  readonly trajectories: readonly TrajectoryRow[];
}

/** Reads and adds up everything that a release may tell. */
export async function readCounted(warehouse: Warehouse, options: CountedOptions): Promise<Counted> {
  const {measures, settings, as_of, suffix} = options;
  const programs = await readPrograms(warehouse, suffix);
  const cells = await rollUp(warehouse, {measures, programs, crossed: settings.crossed_breakdowns, as_of, suffix});
  const shared = {measures, programs, as_of, suffix};
  return {
    programs,
    cells,
    results: judgeCells(cells, options),
    laddersOf: await readLadders(warehouse, shared),
    patternsOf: await readPatterns(warehouse, shared),
    successes: await successes(warehouse, {cells, programs, settings, suffix}),
    cohorts: await readCohorts(warehouse, shared),
    trajectories: await trajectories(warehouse, {programs, suffix, minimum_units: settings.minimum_units})
  };
}

/** What may be shown of a release, and its results with those held or hidden that may not. */
export interface Protected extends HeldResults, Choice {
  /** What the tables are made of: as counted, or rounded. */
  readonly counted: Counted;
}

/**
 * Decides for all rows of all files together which are shown, beside each other and beside what was published before. Throws a
 * UserError if the audit finds that a small count follows all the same.
 */
export function protect(
  counted: Counted,
  {measures, settings}: Pick<CountedOptions, "measures" | "settings">,
  history?: History,
  audit?: Audit
): Protected {
  const profile = profiles[settings.disclosure_profile];
  const candidates = candidatesOf(counted, measures, settings, profile);
  const auditing =
    audit === undefined
      ? null
      : {audit, action: settings.disclosure_audit, before: history?.hidden ?? new Set<string>()};
  if (profile.base > 1) return roundRelease(counted, candidates, {measures, settings, profile}, history, auditing);
  const choice = chooseCandidates(candidates, counted.programs, profile, history?.told, auditing);
  const held = holdResults(counted.results, choice, history?.shown ?? {}, measures);
  return {...choice, ...held, counted, results: inOrder(held.results, measures, settings.crossed_breakdowns)};
}

function candidatesOf(
  {cells, results, laddersOf, patternsOf, successes, cohorts, trajectories}: Counted,
  measures: readonly Measure[],
  settings: Settings,
  profile: Profile
): Candidate[] {
  return [
    ...resultCandidates(results, measures, profile),
    ...stepCandidates(results, measures, laddersOf),
    ...panelCandidates(results, measures, patternsOf, laddersOf),
    ...successCandidates(successes),
    ...reachedCandidates(cohorts),
    ...weekCandidates(trajectories),
    ...curveCandidates(cells.values(), measures, settings)
  ];
}
