import type {Profile} from "../disclosure/profile.ts";
import {unitSet} from "../measures/count_sets.ts";
import {isOverUnits, type Measure} from "../measures/measure.ts";
import type {Settings} from "../settings.ts";
import type {Auditing} from "./audited.ts";
import {type Candidate, chooseCandidates, type Shows} from "./candidates.ts";
import type {Counted, Protected} from "./counted.ts";
import type {History, ShownTables} from "./history.ts";
import {type LaddersOf, rungsOf} from "./ladder.ts";
import type {Group, Period} from "./lattice.ts";
import {inOrder} from "./order.ts";
import {RoundedCells} from "./rounded_cells.ts";
import {type RoundedCounts, roundCounts} from "./rounded_counts.ts";
import {heldRounded} from "./rounded_held.ts";
import {roundedResults} from "./rounded_results.ts";
import {roundedCohorts, roundedPatterns, roundedSuccesses, roundedTrajectories} from "./rounded_rows.ts";
import {limits} from "./rounded_values.ts";
import {ToldCounts} from "./told_counts.ts";
import {weekKey} from "./trajectory.ts";

export interface RoundOptions {
  readonly measures: readonly Measure[];
  readonly settings: Settings;
  readonly profile: Profile;
}

/**
 * Rounds everything that a release may tell. Only steps of curves, whose days are not rounded, are chosen as exact counts are; what
 * is made of people's values stays as it was until enough people have come or gone.
 */
export function roundRelease(
  counted: Counted,
  candidates: readonly Candidate[],
  {measures, settings, profile}: RoundOptions,
  history?: History,
  auditing: Auditing | null = null
): Protected {
  const past = history?.told ?? new ToldCounts();
  const earlier = history?.shown ?? {};
  const own = candidates.filter((candidate) => !isOfCurve(candidate) && !isOfOthers(candidate));
  const counts = roundCounts(own, counted.programs, profile, past);
  const steps = chooseCandidates(candidates.filter(isOfCurve), counted.programs, profile, past, auditing);
  const byKey = new Map(own.map((candidate) => [candidate.key, candidate]));
  const tellsOf = (key: string) => {
    const {tells = [], place} = byKey.get(key) ?? {};
    return place === undefined ? [] : tells.map(([set]) => counts.countOf(set, place));
  };
  const isHeldRow = (key: string) => {
    const {tells: [told] = [], place} = byKey.get(key) ?? {};
    return told !== undefined && place !== undefined && counts.isHeld(told[0], place);
  };
  const isShown: Shows = (key) => {
    const tells = tellsOf(key);
    const isOfFew = key.startsWith(bounds) && tells[0] !== 0 && (tells[0] ?? 0) < limits.mean;
    return tells.length > 0 && tells.every((count) => count !== null) && !isOfFew;
  };
  const results = roundedResults(counted, measures, settings, counts);
  const held = heldRounded(results, earlier, measures, counts, steps.isOpen);
  const weeks = heldWeeks(earlier);
  return {
    counted: {
      ...counted,
      cells: new RoundedCells(counted.cells, measures, counts),
      results,
      laddersOf: roundedLadders(counted.laddersOf, measures, counts),
      patternsOf: roundedPatterns(counted.patternsOf, tellsOf),
      successes: roundedSuccesses(counted.successes, tellsOf, settings),
      cohorts: roundedCohorts(counted.cohorts, tellsOf),
      trajectories: roundedTrajectories(counted.trajectories, tellsOf, settings).filter(
        (row) => !isHeldRow(weekKey(row)) || weeks.has(weekKey(row))
      )
    },
    ...held,
    results: inOrder(held.results, measures, settings.crossed_breakdowns),
    shows: (key) =>
      key.startsWith(curves) ? steps.shows(key) : isShown(key) && !(key.startsWith(week) && isHeldRow(key)),
    isOpen: () => true,
    counts: [...counts.counts, ...steps.counts.filter(({set, place}) => !counts.has(set, place))],
    release: counts.release,
    audited: steps.audited
  };
}

const [curves, week] = ["curves|", "trajectory|"];

/** Bounds of a change rest on the first scores of those not measured, whom they tell first. */
const bounds = "bounds of ";

function isOfCurve({key}: Candidate): boolean {
  return key.startsWith(curves);
}

/** Panels that count a few who are not eligible, lest exact counts tell how many these are. */
function isOfOthers({key}: Candidate): boolean {
  return /^(bounds of )?missing\|.*\|[1-9]\d*$/.test(key);
}

function heldWeeks({trajectory = []}: ShownTables): Set<string> {
  return new Set((trajectory as Parameters<typeof weekKey>[0][]).map(weekKey));
}

/** How many reached each step, rounded; 0 for a step that is not told. */
function roundedLadders(
  laddersOf: LaddersOf,
  measures: readonly Measure[],
  {countOf}: Pick<RoundedCounts, "countOf">
): LaddersOf {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  return (id: string, place: Group & Period) => {
    const measure = byId.get(id);
    if (measure === undefined || !isOverUnits(measure))
      return new Map([["referred", countOf(unitSet({grain: "referral", period_by: "received_on"}, []), place) ?? 0]]);
    return new Map(rungsOf(measure, place, laddersOf).map(({step, set}) => [step, countOf(set, place) ?? 0]));
  };
}
