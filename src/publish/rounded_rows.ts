import {isScore} from "../measures/reached_statement.ts";
import type {Settings} from "../settings.ts";
import {notEstimable} from "../statistics/estimate.ts";
import {wilsonInterval} from "../statistics/wilson_interval.ts";
import type {Group, Period} from "./lattice.ts";
import {panelKey} from "./missing.ts";
import type {PatternSums, PatternsOf} from "./patterns.ts";
import {type Cohort, type CohortPlace, everyoneKey, reachedKey, type Sides} from "./reached.ts";
import {sampleOf} from "./rounded_moments.ts";
import {insufficient} from "./rounded_results.ts";
import {limits, places, roundedEstimate} from "./rounded_values.ts";
import {type SuccessRow, successKey} from "./success.ts";
import {type TrajectoryRow, weekKey} from "./trajectory.ts";

/** The rounded counts that a row tells, by its key; null where one is not told. */
export type TellsOf = (key: string) => readonly (number | null)[];

/** Those eligible for an outcome and those of them measured, where they are enough for a panel. */
export function roundedPatterns(patternsOf: PatternsOf, tellsOf: TellsOf): PatternsOf {
  return (measure, place) => {
    const eligible = patternsOf(measure, place);
    if (eligible === null) return null;
    const key = `${panelKey(measure, place)}|0`;
    const [n = null, measured = null, achieved] = tellsOf(key);
    const [withBaseline = null] = tellsOf(`bounds of ${key}`);
    const fewest = achieved === undefined ? limits.mean : limits.share;
    if (n === null || measured === null || achieved === null) return null;
    if (achieved === undefined && eligible.total.measured <= limits.largest) return null;
    if (n < limits.share || measured < fewest || measured > n || (achieved ?? 0) > measured) return null;
    const n_baseline = Math.min(withBaseline ?? 0, n - measured);
    return {...eligible, total: {n, measured, n_baseline, ...sumsOf(eligible.total, {measured, achieved, n_baseline})}};
  };
}

function sumsOf(
  {measured: own, sum_y, sum_yy, n_baseline: withBaseline, sum_baseline}: PatternSums,
  {measured, achieved, n_baseline}: {measured: number; achieved: number | undefined; n_baseline: number}
): Pick<PatternSums, "sum_y" | "sum_yy" | "sum_baseline"> {
  const changes = sampleOf(measured, {n: own, sum_x: sum_y, sum_xx: sum_yy});
  return {
    sum_y: achieved ?? changes.sum_x,
    sum_yy: achieved ?? changes.sum_xx,
    sum_baseline: withBaseline === 0 ? 0 : Math.round((sum_baseline * n_baseline) / withBaseline)
  };
}

/** The follow-up cohort of each place where it is large enough, without levels of nobody or as good as nobody, nor scores of few. */
export function roundedCohorts(cohorts: readonly CohortPlace[], tellsOf: TellsOf): CohortPlace[] {
  return cohorts.flatMap(({place, cohort}) => {
    const [all = null, reached = null] = tellsOf(everyoneKey(place));
    if (all === null || reached === null || Math.min(reached, all - reached) < limits.share) return [];
    return [{place, cohort: roundedCohort(place, cohort, tellsOf, {reached, others: all - reached})}];
  });
}

function roundedCohort(
  place: Group & Period,
  cohort: Cohort,
  tellsOf: TellsOf,
  everyone: {readonly reached: number; readonly others: number}
): Cohort {
  return new Map(
    [...cohort].map(([characteristic, levels]) => {
      const own = [...levels].flatMap(([level, sides]): [string, Sides][] => {
        const [all = null, reached = null] = tellsOf(reachedKey(place, characteristic, level));
        if (!all || reached === null || reached > all) return [];
        if (reached > everyone.reached || all - reached > everyone.others) return [];
        if (isScore(characteristic) && Math.min(reached, all - reached) < limits.mean) return [];
        return [
          [level, {reached: sampleOf(reached, sides.reached), not_reached: sampleOf(all - reached, sides.not_reached)}]
        ];
      });
      return [characteristic, new Map(own)];
    })
  );
}

/** Success by each definition, as shares of rounded counts. */
export function roundedSuccesses(
  rows: readonly SuccessRow[],
  tellsOf: TellsOf,
  {minimum_units}: Pick<Settings, "minimum_units">
): SuccessRow[] {
  return rows.flatMap((row): SuccessRow[] => {
    const [asked = null, succeeded = null] = tellsOf(successKey(row));
    if (!asked) return [];
    const shared = {...row, units: asked, denominator: asked, guarded: [], numerator: null, ...notEstimable};
    if (asked < limits.share) return [{...shared, ...insufficient.share}];
    if (row.numerator === null) return [shared];
    if (succeeded === null || succeeded > asked) return [{...shared, ...insufficient.numerator}];
    const isFew = asked < minimum_units;
    const status = isFew ? "unstable" : "published";
    const reason = isFew ? `fewer than ${minimum_units} episodes: read the interval, not the figure` : "";
    return [{...shared, numerator: succeeded, ...wilsonInterval(succeeded, asked), status, reason}];
  });
}

/** Mean scores by week, of weeks in which enough were measured. */
export function roundedTrajectories(
  rows: readonly TrajectoryRow[],
  tellsOf: TellsOf,
  {minimum_units}: Pick<Settings, "minimum_units">
): TrajectoryRow[] {
  return rows.flatMap((row): TrajectoryRow[] => {
    const [units = null] = tellsOf(weekKey(row));
    if (units === null || units < limits.mean || (row.units ?? 0) <= limits.largest) return [];
    const {value, lower, upper} = roundedEstimate(row, places("points"));
    return [{...row, units, value, lower, upper, status: units < minimum_units ? "unstable" : "published"}];
  });
}
