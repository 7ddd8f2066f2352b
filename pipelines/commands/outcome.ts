import type {CheckResult} from "../../src/checks/run_checks.ts";
import {exitCodes} from "../../src/errors.ts";
import type {Findings} from "../steps/pipeline.ts";
import {summary} from "../summary.ts";
import type {Invocation} from "./command.ts";

/** What the steps found, for people or for machines, on stdout. */
export function tell({json, print, flags}: Invocation, findings: Findings): void {
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

function forMachines({migrations, ingested, built, checks, warnings, release, dashboard, single_file}: Findings) {
  return {
    migrations,
    deliveries: ingested?.deliveries ?? [],
    refused: ingested?.refused ?? [],
    build: built,
    checks: checks.map(({check, severity, source, status}) => ({check, severity, source, status})),
    warnings,
    release: release === null ? null : {name: release.name, folder: release.folder, results: release.results.length},
    dashboard,
    single_file
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
