import {protectChecks} from "../checks/protect_checks.ts";
import type {CheckResult} from "../checks/run_checks.ts";
import type {Warehouse} from "../database/warehouse.ts";
import type {Suffix} from "../measures/count.ts";
import {episodeBreakdowns, programBreakdowns} from "../measures/dimensions.ts";
import type {Measure} from "../measures/measure.ts";
import type {NaturalCourse} from "../reference/natural_course_schema.ts";
import type {Settings} from "../settings.ts";
import {caseMixTables} from "./case_mix.ts";
import {catalogueOf} from "./catalogue.ts";
import {claims} from "./claims.ts";
import {codebook} from "./codebook.ts";
import {comparisons} from "./comparison.ts";
import {protect, readCounted} from "./counted.ts";
import {toCsv} from "./csv.ts";
import {curves} from "./curves.ts";
import {funnels} from "./funnel.ts";
import {ladders} from "./ladder.ts";
import {manifestOf} from "./manifest.ts";
import {missingPanels, panelKey} from "./missing.ts";
import {naturalCourses} from "./natural_course.ts";
import {toParquet} from "./parquet.ts";
import {reachedAndNot} from "./reached.ts";
import type {Result} from "./result.ts";
import {sharesMeasured} from "./share_measured.ts";
import {controlCharts} from "./spc.ts";
import {shownSuccesses} from "./success.ts";
import {publishedColumns, type TableName} from "./tables.ts";
import {shownTrajectories} from "./trajectory.ts";
import {outputOf, type ReleaseFile, releaseName, writeRelease} from "./write_release.ts";

export interface PublishOptions {
  readonly measures: readonly Measure[];
  readonly settings: Settings;
  readonly as_of: string;
  /** Set when the release tells what was known on an earlier date. */
  readonly known_on: string | null;
  readonly suffix: Suffix;
  readonly code_version: string;
  readonly checks: readonly CheckResult[];
  /** Published changes of people who waited. */
  readonly natural: NaturalCourse;
  /** Folder that holds releases/ and current. */
  readonly out: string;
}

export interface Release {
  readonly name: string;
  readonly folder: string;
  /** As published: protected. */
  readonly results: readonly Result[];
}

/** Judges and protects what the marts hold, and writes it as a release. */
export async function publish(warehouse: Warehouse, options: PublishOptions): Promise<Release> {
  const {measures, settings, as_of, suffix} = options;
  const counted = await readCounted(warehouse, options);
  const {programs, cells, patternsOf, laddersOf} = counted;
  const {results, shows} = protect(counted, options);
  const checks = protectChecks(options.checks);
  const breakdowns = ["all", ...programBreakdowns, ...episodeBreakdowns, ...settings.crossed_breakdowns];
  const missing = missingPanels(results, measures, patternsOf, settings, shows);
  const natural = naturalCourses({natural: options.natural, cells, results});
  const shareMeasured = sharesMeasured(patternsOf, (measure, place) => shows(panelKey(measure, place)));
  const caseMix = await caseMixTables(warehouse, results, {measures, programs, as_of, suffix});
  const compared = comparisons({results, measures, cells, settings, shareMeasured});
  const charts = controlCharts(results, measures, settings.annotations);
  const said = {
    ...{results, measures, programs, cells, patternsOf, shareMeasured},
    ...{missing, natural, comparisons: compared, charts, settings}
  };
  const files: ReleaseFile[] = [
    table("results", results),
    {file: "results.parquet", content: toParquet(results), rows: results.length},
    table("curves", curves(cells.values(), results, measures, settings)),
    table("ladder", ladders(results, measures, laddersOf, shows)),
    table("spc", charts),
    table("funnel", funnels(results)),
    table("comparison", compared),
    table("adjusted", caseMix.adjusted),
    table("models", caseMix.models),
    table("calibration", caseMix.calibration),
    table("missing", missing),
    table("reached", reachedAndNot(counted.cohorts, shows)),
    table("success", shownSuccesses(counted.successes, shows)),
    table("natural_course", natural),
    table("claims", claims(said)),
    table("trajectory", shownTrajectories(counted.trajectories, shows)),
    table("quality", checks),
    json("catalogue.json", catalogueOf({measures, settings, programs, breakdowns, as_of})),
    table("codebook", codebook())
  ];
  const manifest = await manifestOf(warehouse, {...options, checks, outputs: files.map(outputOf)});
  const name = releaseName(as_of, manifest);
  const folder = await writeRelease(options.out, name, [...files, json("release.json", {release: name, ...manifest})]);
  return {name, folder, results};
}

function table(name: TableName, rows: readonly object[]): ReleaseFile {
  return {file: `${name}.csv`, content: toCsv(rows, publishedColumns[name]), rows: rows.length};
}

function json(file: string, value: object): ReleaseFile {
  return {file, content: `${JSON.stringify(value, null, 2)}\n`, rows: null};
}
