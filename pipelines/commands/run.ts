import type {Warehouse} from "../../src/database/warehouse.ts";
import {UserError} from "../../src/errors.ts";
import {siteOptions} from "../options.ts";
import {openConfigured} from "../steps/context.ts";
import {type Findings, requireInputs, type StepName, stepNames, steps} from "../steps/pipeline.ts";
import type {Command, Invocation} from "./command.ts";
import {exitCodeOf, tell} from "./outcome.ts";

export const run: Command = {
  name: "run",
  summary: "the whole road: migrate, ingest, build, measure, check, publish, dashboard",
  options: siteOptions,
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
  ...(name === "dashboard" ? {options: siteOptions} : {}),
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
    warnings: [],
    release: null,
    dashboard: null,
    single_file: null
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

/** The steps of a run up to the one named by --until. */
export function stepsUntil(until: unknown): readonly StepName[] {
  if (until === undefined) return stepNames;
  const last = stepNames.indexOf(until as StepName);
  if (last >= 0) return stepNames.slice(0, last + 1);
  throw new UserError("usage", `--until: expected a step, found ${until}`, {hint: `one of: ${stepNames.join(" ")}`});
}
