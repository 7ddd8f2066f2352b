import {protectChecks} from "../checks/protect_checks.ts";
import type {CheckResult} from "../checks/run_checks.ts";
import type {Warehouse} from "../database/warehouse.ts";
import type {AuditWork} from "../disclosure/audit/audit.ts";
import {profiles} from "../disclosure/profile.ts";
import type {Suffix} from "../measures/count.ts";
import {episodeBreakdowns, programBreakdowns} from "../measures/dimensions.ts";
import type {Measure} from "../measures/measure.ts";
import type {NaturalCourse} from "../reference/natural_course_schema.ts";
import type {Settings} from "../settings.ts";
import {catalogueOf} from "./catalogue.ts";
import {codebook} from "./codebook.ts";
import {protect, readCounted} from "./counted.ts";
import {toCsv} from "./csv.ts";
import {definitionsOf, entryOf, historyOf, readHistory, recordHistory} from "./history.ts";
import {checksInTens, rowsInTens, vodimInTens} from "./in_tens.ts";
import {keepAnswers, readAudit} from "./kept_audits.ts";
import {manifestOf} from "./manifest.ts";
import {toParquet} from "./parquet.ts";
import {releaseTables} from "./release_tables.ts";
import type {Result} from "./result.ts";
import {withoutChecked, withoutRows, withoutVodim} from "./rounded_manifest.ts";
import {roundTables} from "./rounded_tables.ts";
import {countRows, type RowCounts} from "./row_counts.ts";
import {protectHeld} from "./source_state.ts";
import {publishedColumns, type TableName} from "./tables.ts";
import {unknownPrograms} from "./unknown_programs.ts";
import {protectVodim} from "./vodim.ts";
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
  /** Counted with the checks; counted now if not. */
  readonly rows?: RowCounts | undefined;
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
  /** What the audit looked at, and how many rows it hid; null where there was none. */
  readonly audited: (AuditWork & {readonly rows_hidden: number}) | null;
  /** Programs that settings name and nobody knows. */
  readonly warnings: readonly string[];
}

/** Judges and protects what the marts hold, and writes it as a release. */
export async function publish(warehouse: Warehouse, options: PublishOptions): Promise<Release> {
  const {measures, settings, as_of, suffix} = options;
  const definitions = definitionsOf(measures, settings);
  const past = await readHistory(warehouse, definitions);
  // what was known on an earlier date is told beside the releases of every night, and held against none of them
  const history = suffix === "" ? past : historyOf([], null, definitions);
  const counted = await readCounted(warehouse, options);
  const remembered = await readAudit(warehouse);
  const shown = protect(counted, options, history, remembered.audit);
  await keepAnswers(warehouse, remembered.added);
  const made = await releaseTables(warehouse, shown.counted, shown, {...options, earlier: history.shown});
  const profile = profiles[settings.disclosure_profile];
  const tables = roundTables(made, shown, profile);
  const entry = entryOf(history, shown.counts);
  if (suffix === "")
    await recordHistory(warehouse, {as_of, entry, shown: {definitions, tables, hidden: shown.audited?.hidden ?? []}});
  const checks = withoutChecked(checksInTens(protectChecks(options.checks)), profile);
  const rows = options.rows ?? (await countRows(warehouse, as_of));
  const vodim = withoutVodim(vodimInTens(protectVodim(rows.coded)), profile);
  const breakdowns = ["all", ...programBreakdowns, ...episodeBreakdowns, ...settings.crossed_breakdowns];
  const files: ReleaseFile[] = [
    ...tableNames.map((name) => table(name, tables[name])),
    {file: "results.parquet", content: toParquet(tables.results), rows: tables.results.length},
    table("quality", checks),
    table("vodim", vodim),
    json("catalogue.json", catalogueOf({measures, settings, programs: counted.programs, breakdowns, as_of})),
    table("codebook", codebook())
  ];
  const audited = shown.audited && {...shown.audited.work, rows_hidden: shown.audited.hidden.length};
  const audit = audited && {tables: audited.tables, rows_hidden: audited.rows_hidden};
  const outputs = files.map(outputOf);
  const told = rowsInTens(
    await manifestOf(warehouse, {...options, checks, quarantine: protectHeld(rows.quarantined), audit, outputs})
  );
  const manifest = withoutRows(told, profile);
  const name = releaseName(as_of, manifest);
  const folder = await writeRelease(options.out, name, [...files, json("release.json", {release: name, ...manifest})]);
  return {name, folder, results: tables.results, audited, warnings: unknownPrograms(settings, counted.programs)};
}

/** Tables that speak of people, in the order of the manifest. */
const tableNames = [
  "results",
  "curves",
  "ladder",
  "spc",
  "funnel",
  "comparison",
  "adjusted",
  "models",
  "calibration",
  "missing",
  "reached",
  "success",
  "natural_course",
  "claims",
  "trajectory"
] as const;

function table(name: TableName, rows: readonly object[]): ReleaseFile {
  return {file: `${name}.csv`, content: toCsv(rows, publishedColumns[name]), rows: rows.length};
}

function json(file: string, value: object): ReleaseFile {
  return {file, content: `${JSON.stringify(value, null, 2)}\n`, rows: null};
}
