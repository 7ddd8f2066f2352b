import type {TargetGrounds} from "../claims/grounds.ts";
import {isOverUnits, type Measure} from "../measures/measure.ts";
import type {Target} from "../settings.ts";
import type {Place} from "./cells.ts";
import {aboutOf, type ClaimOptions, type ClaimRow, placeKey, rowOf} from "./claims.ts";
import type {HeldResults} from "./held.ts";
import type {MissingRow} from "./missing.ts";
import {addDays, lastDayOf} from "./periods.ts";
import type {Result} from "./result.ts";

interface TargetOptions
  extends Pick<ClaimOptions, "measures" | "programs" | "cells" | "shareMeasured" | "settings">,
    Omit<HeldResults, "fresh"> {
  readonly as_of: string;
  /** As the release publishes them, held ones included. */
  readonly missing: readonly MissingRow[];
}

/**
 * Sentences about published figures against the targets that were in force when their periods ended: over all time, and of the newest
 * year and quarter that have one. A figure that is held is held against the target of now; its sentence says no more than its row.
 */
export function targetClaims(options: TargetOptions): ClaimRow[] {
  const {results, measures, settings, as_of, isHeld} = options;
  const about = aboutOf(options);
  const shareOf = sharesIn(options.missing);
  return newestOf(results).flatMap((result) => {
    const measure = measures.find(({id}) => id === result.measure);
    const target = targetInForce(settings.targets, result, as_of);
    if (measure === undefined || measure.better === "neither" || target === undefined) return [];
    const {finding, figure, evidence} = about(result);
    const window_closed = evidence.window_closed && (!isHeld(result.measure, result) || nobodyWaited(measure, result));
    const grounds: TargetGrounds = {
      kind: "target",
      finding,
      figure,
      evidence: {...evidence, share_measured: shareOf(result), window_closed},
      target: {value: target.value, direction: measure.better === "higher" ? "at_least" : "at_most"}
    };
    return [rowOf(result, grounds)];
  });
}

/** The newest target of a measure that was in force on the last day of a period: that of all programs together, or that of one. */
export function targetInForce(targets: readonly Target[], place: Place, as_of: string): Target | undefined {
  const {measure, breakdown, group, period_type, period} = place;
  const last = period_type === "all" ? as_of : lastDayOf(period);
  const isMeant = ({programs}: Target) =>
    breakdown === "program" ? programs.includes(group) : breakdown === "all" && programs.length === 0;
  return targets
    .filter((target) => target.measure === measure && target.since <= (last < as_of ? last : as_of) && isMeant(target))
    .sort((a, b) => (a.since < b.since ? -1 : 1))
    .at(-1);
}

/** Published figures of all and of programs, of each the one over all time, of the newest year and of the newest quarter. */
function newestOf(results: readonly Result[]): Result[] {
  const newest = new Map<string, Result>();
  for (const result of results) {
    const {measure, breakdown, group, period_type, period, status, value} = result;
    if (status !== "published" || value === null || period_type === "month") continue;
    if (breakdown !== "all" && breakdown !== "program") continue;
    const series = [measure, breakdown, group, period_type].join("|");
    const known = newest.get(series);
    if (known === undefined || known.period < period) newest.set(series, result);
  }
  return [...newest.values()];
}

/** The share measured that missing.csv tells of a place; of a quarter, that of its year. Null where it tells none. */
function sharesIn(missing: readonly MissingRow[]): (place: Place) => number | null {
  const panels = new Map(missing.map((row) => [placeKey(row), row]));
  return (place) => {
    const measure = place.measure.replace("_effect_size", "_change");
    const year = {period_type: "year", period: place.period.slice(0, 4)} as const;
    const {eligible, measured} =
      panels.get(placeKey({...place, measure, ...(place.period_type === "quarter" ? year : {})})) ?? {};
    return eligible && measured !== undefined && measured !== null ? measured / eligible : null;
  };
}

/** The longest that a unit of a measure waits for its time, but where whole quarters do. */
export const longestWait = 90;

/** Whether nobody of a period can have waited any more on the date of a figure; who waits today says nothing of an earlier date. */
function nobodyWaited(measure: Measure, {period_type, period, as_of}: Result): boolean {
  if (period_type === "all") return true;
  if (measure.kind === "time_to_event" || measure.kind === "cumulative_incidence") return false;
  if (!isOverUnits(measure) || (measure.matures === undefined && measure.quarter === undefined)) return true;
  return addDays(lastDayOf(period), measure.quarter?.closes_after_days ?? longestWait) <= as_of;
}
