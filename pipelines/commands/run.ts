import type {CheckResult} from "../../src/checks/run_checks.ts";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {exitCodes, UserError} from "../../src/errors.ts";
import {openConfigured} from "../steps/context.ts";
import {type Findings, requireInputs, type StepName, stepNames, steps} from "../steps/pipeline.ts";
import {summary} from "../summary.ts";
import type {Command, Invocation} from "./command.ts";

const siteOption = {site: {value: "DIR", text: "where the dashboard's site is built (default dist)"}};

export const run: Command = {
  name: "run",
  summary: "the whole road: migrate, ingest, build, measure, check, publish, dashboard",
  options: siteOption,
  run: async (invocation) => {
    const findings = await runSteps(invocation, stepsUntil(invocation.flags.until));
    tell(invocation, findings);
    return exitCodeOf(findings, invocation);
  }
};

/** Commands that do one step of the road; each brings the schema up to date first. */
export const stepCommands: readonly Command[] = (
  [
    ["migrate", "bring the warehouse to the newest schema"],
    ["ingest", "load the deliveries that are new"],
    ["build", "bring the warehouse's tables and counts to the as-of date"],
    ["measure", "count every measure anew from the warehouse"],
    ["check", "look for rows that cannot be right"],
    ["publish", "write a release of protected results"],
    ["dashboard", "build the site from the current release"]
  ] as const
).map(([name, summary]) => ({
  name,
  summary,
  ...(name === "dashboard" ? {options: siteOption} : {}),
  run: async (invocation) => {
    const wanted: StepName[] = name === "migrate" || name === "dashboard" ? [name] : ["migrate", name];
    const findings = await runSteps(invocation, wanted);
    tell(invocation, findings);
    return exitCodeOf(findings, invocation);
  }
}));

/**
 * Runs the steps in order over one warehouse, which is closed whatever happens. Once the schema is there, `guard` may refuse
 * to go on.
 */
export async function runSteps(
  invocation: Invocation,
  wanted: readonly StepName[],
  guard?: (warehouse: Warehouse) => Promise<void>
): Promise<Findings> {
  requireInputs(invocation, wanted);
  const findings: Findings = {
    migrations: [],
    ingested: null,
    horizon: null,
    built: null,
    checks: [],
    release: null,
    dashboard: null
  };
  const warehouse = await openConfigured(invocation);
  const work = async (interrupted: AbortSignal) => {
    for (const name of wanted) {
      interrupted.throwIfAborted();
      await invocation.progress.step(name, (say) => steps[name](warehouse, invocation, findings, say));
      if (name === "migrate") await guard?.(warehouse);
    }
  };
  try {
    await invocation.onInterrupt(work, () => warehouse.cancel());
  } finally {
    await warehouse.close().catch(() => undefined);
  }
  return findings;
}

function stepsUntil(until: unknown): readonly StepName[] {
  if (until === undefined) return stepNames;
  const last = stepNames.indexOf(until as StepName);
  if (last >= 0) return stepNames.slice(0, last + 1);
  throw new UserError("usage", `--until: expected a step, found ${until}`, {hint: `one of: ${stepNames.join(" ")}`});
}

function tell({json, print, flags}: Invocation, findings: Findings): void {
  const text = json ? JSON.stringify(forMachines(findings)) : inWords(findings, flags);
  if (text !== "") print(text);
}

function inWords(findings: Findings, flags: Invocation["flags"]): string {
  const failures = findings.checks.filter((check) => isFailure(check, flags["warn-as-error"] === true));
  return [...failures.map(failureInWords), summary(findings, process.cwd())].filter((text) => text !== "").join("\n");
}

/** Why the run ends with 1. */
function failureInWords({check, source, subject, violations, because}: CheckResult): string {
  const where = source === "" ? "" : ` in ${source}`;
  return `Check      ${check}: expected no such ${subject}${where}, found ${violations}\n           ${because}`;
}

function forMachines({migrations, ingested, built, checks, release, dashboard}: Findings) {
  return {
    migrations,
    deliveries: ingested?.deliveries ?? [],
    refused: ingested?.refused ?? [],
    build: built,
    checks: checks.map(({check, severity, source, status}) => ({check, severity, source, status})),
    release: release === null ? null : {name: release.name, folder: release.folder, results: release.results.length},
    dashboard
  };
}

/** A refused delivery outweighs a failed check: it is why figures may be missing. */
export function exitCodeOf({ingested, checks}: Findings, {flags}: Pick<Invocation, "flags">): number {
  if ((ingested?.refused.length ?? 0) > 0) return exitCodes.refused;
  return checks.some((check) => isFailure(check, flags["warn-as-error"] === true))
    ? exitCodes.failed_check
    : exitCodes.done;
}

function isFailure({severity, status}: CheckResult, warningsToo: boolean): boolean {
  const found = status === "fail" || (warningsToo && status === "pass_with_rows");
  return found && (severity !== "warning" || warningsToo);
}
