import {join} from "node:path";
import {inSchemas} from "../database/migrate.ts";
import {readStatement, valuesOf} from "../database/statement.ts";
import type {Warehouse} from "../database/warehouse.ts";
import {UserError} from "../errors.ts";
import type {Suffix} from "../measures/count.ts";
import type {Settings} from "../settings.ts";
import type {Category, Check, Severity} from "./check.ts";
import {checks} from "./index.ts";
import {type CheckStatus, statusOf} from "./status.ts";

/** What a check found in one source (empty: all of them) or one part of it. */
export interface CheckResult {
  readonly check: string;
  readonly category: Category;
  /** As declared, or "error" where the organisation raised a warning with fail_on. */
  readonly severity: Severity;
  readonly source: string;
  /** What was looked at, with the part where there is one: "months, north-iop". */
  readonly subject: string;
  readonly violations: number;
  readonly checked: number;
  readonly status: CheckStatus;
  readonly because: string;
}

export interface CheckOptions {
  /** Folder of sql/checks. */
  readonly sql: string;
  readonly settings: Pick<Settings, "stale_after_days" | "late_source_days" | "success">;
  /** The date that the warehouse was built for. */
  readonly as_of: string;
  readonly suffix: Suffix;
  /** Names of warnings that count as errors. */
  readonly fail_on: readonly string[];
}

interface Found {
  readonly source: string;
  readonly part: string | null;
  readonly violations: number;
  readonly checked: number;
}

/**
 * Runs every check on the built warehouse, in display order, all on one state of it. Each has a row for every source, not
 * applicable where the source has nothing to check. The caller decides what they mean: a fatal one that fails stops the run before
 * anything is published, an error that fails ends it with exit code 1 after publishing. A name in fail_on that is no check is a
 * UserError.
 */
export async function runChecks(warehouse: Warehouse, options: CheckOptions): Promise<CheckResult[]> {
  for (const name of options.fail_on) requireCheck(name);
  return warehouse.transaction(async () => {
    // as in the build: estimates over joined keys are far too small for nested loops
    await warehouse.script("set local enable_nestloop to off");
    const sources = await sourcesOf(warehouse, options);
    const results: CheckResult[] = [];
    for (const check of checks) {
      const found = await runCheck(warehouse, check, options);
      results.push(...complete(found, sources).map((one) => resultOf(check, one, options.fail_on)));
    }
    return results;
  });
}

function requireCheck(name: string): void {
  if (checks.some((check) => check.name === name)) return;
  throw new UserError("usage", `settings, fail_on: expected names of checks, found ${JSON.stringify(name)}`, {
    hint: `the checks are ${checks.map((check) => check.name).join(", ")}`
  });
}

async function sourcesOf(warehouse: Warehouse, {as_of, suffix}: CheckOptions): Promise<string[]> {
  const rows = await warehouse.query<{source: string}>(
    `select source from record.delivery where delivered_on <= $1::date
     union select source from warehouse${suffix}.program`,
    [as_of]
  );
  return rows.map(({source}) => source);
}

async function runCheck(warehouse: Warehouse, {name}: Check, options: CheckOptions): Promise<Found[]> {
  const statement = readStatement(join(options.sql, `${name}.sql`));
  const {success, ...settings} = options.settings;
  const values = valuesOf(statement, {
    ...settings,
    success_definition: success?.definition ?? null,
    success_registered_on: success?.registered_on ?? null,
    as_of: options.as_of
  });
  return warehouse.query<Found>(inSchemas(statement.text, options.suffix), values);
}

/** The rows in order of source and part, with an empty one for each source that has none, unless they speak for all sources. */
function complete(found: readonly Found[], sources: readonly string[]): Found[] {
  const seen = new Set(found.map(({source}) => source));
  const missing = seen.has("") ? [] : sources.filter((source) => !seen.has(source));
  const all = [...found, ...missing.map(nothingIn)];
  return (all.length === 0 ? [nothingIn("")] : all).sort(
    (a, b) => byText(a.source, b.source) || byText(a.part ?? "", b.part ?? "")
  );
}

function nothingIn(source: string): Found {
  return {source, part: null, violations: 0, checked: 0};
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function resultOf(check: Check, {source, part, violations, checked}: Found, failOn: readonly string[]): CheckResult {
  const {name, category, severity, subject, because} = check;
  return {
    check: name,
    category,
    severity: severity === "warning" && failOn.includes(name) ? "error" : severity,
    source,
    subject: part === null ? subject : `${subject}, ${part}`,
    violations,
    checked,
    status: statusOf(check, violations, checked),
    because
  };
}
