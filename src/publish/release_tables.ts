import type {Warehouse} from "../database/warehouse.ts";
import type {Suffix} from "../measures/count.ts";
import {followup_retention} from "../measures/followup.ts";
import type {Measure} from "../measures/measure.ts";
import type {NaturalCourse} from "../reference/natural_course_schema.ts";
import type {Settings} from "../settings.ts";
import {caseMixTables} from "./case_mix.ts";
import type {Place} from "./cells.ts";
import {claims} from "./claims.ts";
import {comparisons} from "./comparison.ts";
import type {Counted, Protected} from "./counted.ts";
import {curves} from "./curves.ts";
import {funnels} from "./funnel.ts";
import {holdRows} from "./held.ts";
import type {ShownTables} from "./history.ts";
import {ladders} from "./ladder.ts";
import {missingPanels, shownPatterns} from "./missing.ts";
import {naturalCourses} from "./natural_course.ts";
import {reachedAndNot} from "./reached.ts";
import type {Result} from "./result.ts";
import {sharesMeasured} from "./share_measured.ts";
import {controlCharts} from "./spc.ts";
import {shownSuccesses} from "./success.ts";
import {targetClaims} from "./target_claims.ts";
import {shownTrajectories} from "./trajectory.ts";

export interface TablesOptions {
  readonly measures: readonly Measure[];
  readonly settings: Settings;
  readonly as_of: string;
  readonly suffix: Suffix;
  readonly natural: NaturalCourse;
  /** Rows of the last release that may be shown again. */
  readonly earlier: ShownTables;
}

const everywhere = {breakdown: "all", group: "", period_type: "all", period: ""} as const;

export type Tables = Awaited<ReturnType<typeof releaseTables>>;

/**
 * The rows of every table that speaks of people. What is made of figures is made of those that the release tells anew; beside a figure
 * that is held stands what stood beside it.
 */
export async function releaseTables(warehouse: Warehouse, counted: Counted, shown: Protected, options: TablesOptions) {
  const {measures, settings, as_of, suffix, earlier} = options;
  const {programs, cells, laddersOf, cohorts} = counted;
  const {results, fresh, isHeld, shows} = shown;
  const isRowHeld = (row: Place) => isHeld(row.measure, row);
  const isHeldSomewhere = heldMeasures(results, fresh);
  const hold = <Row extends Place>(table: string, rows: readonly Row[], isKept: (row: Row) => boolean = isRowHeld) =>
    holdRows(rows, earlier[table], isKept, shown);
  const keep = <Row extends {readonly measure: string}>(table: string, rows: readonly Row[]) => [
    ...rows,
    ...((earlier[table] ?? []) as unknown as Row[]).filter(({measure}) => isHeldSomewhere(measure))
  ];

  const patternsOf = shownPatterns(fresh, measures, counted.patternsOf, shows, laddersOf);
  const shareMeasured = sharesMeasured(patternsOf);
  const missing = missingPanels(fresh, measures, counted.patternsOf, settings, shows, laddersOf);
  const panels = hold("missing", missing);
  const compared = comparisons({results: fresh, measures, cells, settings, shareMeasured});
  const natural = naturalCourses({
    natural: options.natural,
    cells,
    results: fresh.filter(({measure}) => !isHeldSomewhere(measure))
  });
  const caseMix = await caseMixTables(
    warehouse,
    fresh.filter(({measure}) => !isHeldSomewhere(measure)),
    {measures: measures.filter(({id}) => !isHeldSomewhere(id)), programs, as_of, suffix}
  );
  const charts = controlCharts(results, measures, settings.annotations);
  const isSeriesHeld = heldSeries(results, fresh);
  const sentences = claims({
    ...{results: fresh, measures, programs, cells, patternsOf, shareMeasured, missing, natural, settings},
    comparisons: compared.filter((row) => !isSeriesHeld(row)),
    charts: charts.filter((row) => !isSeriesHeld(row))
  });
  const targets = targetClaims({
    ...{results, isHeld, measures, programs, cells, shareMeasured, missing: panels, settings, as_of}
  });
  const isComparisonHeld = (row: Place) => isRowHeld(row) || isHeld(row.measure, {...row, breakdown: "all", group: ""});
  return {
    results,
    curves: hold("curves", curves(cells, fresh, measures, settings, shows)),
    ladder: hold("ladder", ladders(fresh, measures, laddersOf, shows)),
    spc: charts,
    funnel: funnels(results),
    comparison: hold("comparison", compared, isComparisonHeld),
    adjusted: keep("adjusted", caseMix.adjusted),
    models: keep("models", caseMix.models),
    calibration: keep("calibration", caseMix.calibration),
    missing: panels,
    reached: holdRows(
      reachedAndNot(cohorts, shows).map((row) => ({...row, measure: followup_retention.id})),
      earlier.reached,
      isRowHeld,
      shown
    ),
    success: shownSuccesses(counted.successes, shows, earlier.success),
    natural_course: keep("natural_course", natural),
    claims: [...hold("claims", sentences, (row) => row.kind !== "target" && isSeriesHeld(row)), ...targets],
    trajectory: shownTrajectories(counted.trajectories, shows, earlier.trajectory)
  };
}

/** Measures of which some figure of all, programs or sites, over all time or by year, is held: their models are held whole. */
function heldMeasures(results: readonly Result[], fresh: readonly Result[]): (measure: string) => boolean {
  const isFresh = new Set(fresh);
  const held = results.filter((result) => !isFresh.has(result) && isOfModels(result));
  const measures = new Set(held.map(({measure}) => measure));
  return (measure) => measures.has(measure);
}

function isOfModels({breakdown, period_type}: Result): boolean {
  return ["all", "program", "site"].includes(breakdown) && ["all", "year"].includes(period_type);
}

/** Groups of which the figure of some period is held: their sentences are held whole. */
function heldSeries(results: readonly Result[], fresh: readonly Result[]): (place: Place) => boolean {
  const isFresh = new Set(fresh);
  const seriesOf = ({measure, breakdown, group}: Place) => `${measure}|${breakdown}|${group}`;
  const held = new Set(results.filter((result) => !isFresh.has(result)).map(seriesOf));
  return (place) => held.has(seriesOf(place)) || held.has(seriesOf({...place, ...everywhere}));
}
