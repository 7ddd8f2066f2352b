import {existsSync} from "node:fs";
import {join} from "node:path";
import {type Found, recallChecks, rememberChecks} from "../../src/checks/checked.ts";
import {registerSuccess} from "../../src/checks/register_success.ts";
import {type CheckResult, runChecks} from "../../src/checks/run_checks.ts";
import {migrate} from "../../src/database/migrate.ts";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {UserError} from "../../src/errors.ts";
import {measures} from "../../src/measures/index.ts";
import {publish, type Release} from "../../src/publish/publish.ts";
import {writePublishedTables} from "../../src/publish/published_tables.ts";
import {countRows, type RowCounts} from "../../src/publish/row_counts.ts";
import {readNaturalCourse} from "../../src/reference/natural_course.ts";
import {type IngestReport, ingest} from "../../src/sources/ingest.ts";
import type {IngestProgress} from "../../src/sources/options.ts";
import {restoreRecord} from "../../src/sources/restore_record.ts";
import {type BuildReport, build, recount} from "../../src/warehouse/build.ts";
import type {Invocation} from "../commands/command.ts";
import {project} from "../project.ts";
import {archiveOf, checkedFor, countOptions, dateOf, definitionOf, type Horizon, horizonOf} from "./context.ts";
import {buildDashboard, type SingleFile} from "./dashboard.ts";
import {lostHistory} from "./lost_history.ts";

/** The steps of a run, in order. */
export const stepNames = ["migrate", "ingest", "build", "measure", "check", "publish", "dashboard"] as const;
export type StepName = (typeof stepNames)[number];

/** What the steps of a run have found so far. */
export interface Findings {
  migrations: readonly string[];
  ingested: IngestReport | null;
  horizon: Horizon | null;
  built: BuildReport | null;
  checks: readonly CheckResult[];
  /** What was counted of delivered rows when the checks ran. */
  rows?: RowCounts;
  /** What to be warned of before a release is handed on. */
  warnings: readonly string[];
  release: Release | null;
  dashboard: string | null;
  /** The dashboard in one file, where it was asked for. */
  single_file: SingleFile | null;
}

type Step = (
  warehouse: Warehouse,
  invocation: Invocation,
  findings: Findings,
  say: (line: string) => void
) => Promise<string>;

/** What each step does; each returns one line that says what it did. */
export const steps: Readonly<Record<StepName, Step>> = {
  migrate: async (warehouse, _invocation, findings) => {
    findings.migrations = await migrate(warehouse, project.migrations);
    return findings.migrations.length === 0
      ? "the warehouse is up to date"
      : `applied ${counted(findings.migrations.length, "migration")}`;
  },

  ingest: async (warehouse, invocation, findings, say) => {
    const {paths, settings, flags} = invocation;
    const loading = {
      warehouse,
      archive: archiveOf(invocation),
      allowShrink: flags["allow-shrink"] === true,
      onProgress: ({step, folder, file, rows}: IngestProgress) =>
        say(`${step === "read" ? "reading" : "loading"} ${folder}/${file}: ${rows} rows`)
    };
    const restored = (await isEmpty(warehouse)) ? await restoreRecord(loading) : 0;
    findings.ingested = await ingest({
      ...loading,
      deliveries: paths.deliveries,
      unknown_columns: settings.unknown_columns
    });
    return `${restored > 0 ? `restored ${counted(restored, "delivery", "deliveries")} from the archive; ` : ""}${ingestLine(findings.ingested)}`;
  },

  build: async (warehouse, invocation, findings, say) => {
    const horizon = await horizonOf(warehouse, invocation.flags["as-known-on"]);
    findings.horizon = horizon;
    findings.built = await build(warehouse, {
      sql: project.warehouseSql,
      as_of: horizon.as_of,
      settings: invocation.settings,
      definition: definitionOf(invocation),
      counts: countOptions(invocation, horizon.suffix),
      onProgress: say
    });
    return buildLine(findings.built);
  },

  measure: async (warehouse, invocation, findings) => {
    if (findings.built !== null) return `${measures.length} measures counted with the build`;
    const {suffix} = await horizonOf(warehouse, invocation.flags["as-known-on"]);
    await recount(warehouse, countOptions(invocation, suffix));
    return `${measures.length} measures counted anew`;
  },

  check: async (warehouse, invocation, findings) => {
    const horizon = await horizonOf(warehouse, invocation.flags["as-known-on"]);
    Object.assign(findings, await checksFor(warehouse, invocation, horizon));
    return checkLine(findings.checks);
  },

  publish: async (warehouse, invocation, findings) => {
    const {settings, paths, flags} = invocation;
    const horizon = await horizonOf(warehouse, flags["as-known-on"]);
    const {known_on} = horizon;
    const {checks, rows} = findings.checks.length > 0 ? findings : await checksFoundOr(warehouse, invocation, horizon);
    const out = known_on === null ? paths.out : join(paths.out, "as-known-on", known_on);
    const code_version = project.version;
    const lost = known_on === null ? await lostHistory(warehouse, out) : null;
    findings.warnings = lost === null ? [] : [lost];
    const natural = await readNaturalCourse(project.naturalCourse);
    const release = await publish(warehouse, {
      ...horizon,
      measures,
      settings,
      code_version,
      checks,
      rows,
      natural,
      out
    });
    findings.release = release;
    findings.warnings = [...findings.warnings, ...release.warnings];
    if (known_on === null) await writePublishedTables(warehouse, release.folder);
    return `release ${release.name}, ${counted(release.results.length, "result")}`;
  },

  dashboard: async (_warehouse, {paths, flags}, findings, say) => {
    const output = dashboardFolder(flags);
    const {pages, single_file} = await buildDashboard({
      published: publishedFolder(paths.out, flags),
      output,
      root: project.root,
      single_file: flags["single-file"] === true,
      log: say
    });
    findings.dashboard = output;
    findings.single_file = single_file;
    return `${counted(pages, "page")}`;
  }
};

/** The results of every check; a fatal one that found something ends the run. */
async function checksFor(warehouse: Warehouse, invocation: Invocation, horizon: Horizon): Promise<Found<RowCounts>> {
  const {settings} = invocation;
  const {as_of, suffix} = horizon;
  const checks = await runChecks(warehouse, {
    sql: project.checksSql,
    settings,
    as_of,
    suffix,
    fail_on: settings.fail_on
  });
  stopOnFatal(checks);
  const isRedefined = checks.some((one) => one.check === "success_redefined" && foundSomething(one));
  if (suffix === "" && !isRedefined) await registerSuccess(warehouse, settings, as_of);
  const found = {checks, rows: await countRows(warehouse, as_of)};
  await rememberChecks(warehouse, checkedFor(invocation, horizon), found);
  return found;
}

/** What an earlier process has found, where it still holds, so that who publishes need not read rows. */
async function checksFoundOr(warehouse: Warehouse, invocation: Invocation, horizon: Horizon) {
  const found = await recallChecks<RowCounts>(warehouse, checkedFor(invocation, horizon));
  return found ?? checksFor(warehouse, invocation, horizon);
}

function publishedFolder(out: string, flags: Invocation["flags"]): string {
  const knownOn = flags["as-known-on"];
  return knownOn === undefined ? join(out, "current") : join(out, "as-known-on", String(knownOn), "current");
}

function dashboardFolder(flags: Invocation["flags"]): string {
  const knownOn = flags["as-known-on"];
  const site = typeof flags.site === "string" ? flags.site : "dist";
  return knownOn === undefined ? site : join(`${site}-as-known-on`, String(knownOn));
}

/** A new warehouse, or one that was lost: the archive, if there is one, has what was accepted before. */
async function isEmpty(warehouse: Warehouse): Promise<boolean> {
  const [row] = await warehouse.query<{n: number}>("select count(*) as n from record.delivery");
  return row?.n === 0;
}

/** Throws a UserError for what can be seen to go wrong before a warehouse is opened, or made, for these steps. */
export function requireInputs({paths, flags}: Pick<Invocation, "paths" | "flags">, wanted: readonly StepName[]): void {
  if (flags["as-known-on"] !== undefined) dateOf(flags["as-known-on"]);
  if (wanted.includes("ingest")) requireDeliveries(paths.deliveries);
}

function requireDeliveries(folder: string): void {
  if (existsSync(folder)) return;
  throw new UserError("usage", `deliveries: expected a folder ${folder}, found none`, {
    hint: "name it with --deliveries DIR, or try plumbline out with: plumbline demo"
  });
}

/** Our own arithmetic does not add up, or rows went missing: nothing must be published. */
function stopOnFatal(checks: readonly CheckResult[]): void {
  const first = checks.find((check) => check.severity === "fatal" && foundSomething(check));
  if (first === undefined) return;
  throw new UserError(
    "failed_check",
    `check ${first.check}: expected no ${first.subject}, found ${first.violations}; nothing was published`,
    {
      hint: first.because
    }
  );
}

function foundSomething({status}: CheckResult): boolean {
  return status === "fail" || status === "pass_with_rows";
}

function ingestLine({deliveries, refused}: IngestReport): string {
  const loaded = deliveries.filter(({outcome}) => outcome === "loaded");
  const files = loaded.flatMap((delivery) => Object.values(delivery.files));
  const rows = files.reduce((sum, {read}) => sum + read, 0);
  const quarantined = files.reduce((sum, file) => sum + file.quarantined, 0);
  const before = deliveries.length - loaded.length;
  return [
    `loaded ${counted(loaded.length, "delivery", "deliveries")} with ${counted(rows, "row")}`,
    ...(quarantined > 0 ? [`${quarantined} in quarantine`] : []),
    ...(before > 0 ? [`${before} loaded before`] : []),
    ...(refused.length > 0 ? [`${refused.length} refused`] : [])
  ].join(", ");
}

function buildLine({scope, persons, changed, as_of}: BuildReport): string {
  if (scope === "nothing") return `nothing moved since the last build, data as of ${as_of}`;
  const who = scope === "everyone" ? counted(persons, "person") : `${counted(persons, "person")}, ${changed} with news`;
  return `${who} built, data as of ${as_of}`;
}

function checkLine(checks: readonly CheckResult[]): string {
  const names = new Set(checks.map(({check}) => check));
  const found = new Set(checks.filter(foundSomething).map(({check}) => check));
  return `${names.size} checks, ${found.size} found something`;
}

function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;
}
