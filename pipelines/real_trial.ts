import {parseArgs} from "node:util";
import {UserError} from "../src/errors.ts";
import {Interrupted} from "./interrupt.ts";
import {progressOn} from "./progress.ts";
import {project} from "./project.ts";
import {figuresInWords} from "./real_trial/figures.ts";
import {findTrialFile} from "./real_trial/find_trial_file.ts";
import {placesOf, runTrial, trialInvocation} from "./real_trial/run_trial.ts";
import {allMonths, first, outcomeMonths} from "./real_trial/write_deliveries.ts";

/**
 * `node pipelines/real_trial.ts [RAW_FILE] [--directory DIR]`: runs the road on a real trial's PHQ-9, first on months 0, 6 and
 * 12, then on all of them, and prints what was published. Without RAW_FILE it is looked for in $PLUMBLINE_REAL_TRIAL. What the
 * trial is, and what is made up for it: docs/real-trial.md.
 */
async function main(): Promise<void> {
  const {values, positionals} = parseArgs({options: {directory: {type: "string"}}, allowPositionals: true});
  const raw = await rawFile(positionals[0] ?? process.env.PLUMBLINE_REAL_TRIAL);
  const progress = progressOn(process.stderr, {quiet: false});
  const invocation = await trialInvocation(placesOf(project.root, values.directory), progress);
  for (const months of [outcomeMonths, allMonths]) {
    const {release, horizon} = await runTrial(invocation, {raw, months});
    // a warehouse that holds the second delivery from an earlier start speaks of all months at once
    const title = horizon?.as_of === first.delivered_on ? "Months 0, 6 and 12" : "All months";
    console.log(`\n${title}, data as of ${horizon?.as_of}:\n${figuresInWords(release?.results ?? [])}`);
  }
}

async function rawFile(path: string | undefined): Promise<string> {
  const found = path === undefined || path === "" ? null : await findTrialFile(path);
  if (found !== null) return found;
  throw new UserError(
    "usage",
    `real trial: expected the trial's raw file, found ${path ? `none at ${path}` : "no name"}`,
    {
      hint: "node pipelines/real_trial.ts RAW_FILE, or put its folder into PLUMBLINE_REAL_TRIAL"
    }
  );
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    if (!(error instanceof UserError || error instanceof Interrupted)) throw error;
    if (error instanceof UserError) console.error(`${error.message}\n  hint: ${error.hint ?? "docs/real-trial.md"}`);
    process.exitCode = error.exitCode;
  });
}
