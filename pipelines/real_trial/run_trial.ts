import {mkdir} from "node:fs/promises";
import {join, resolve} from "node:path";
import {defaultSettings} from "../../src/settings.ts";
import type {Invocation} from "../commands/command.ts";
import {runSteps} from "../commands/run.ts";
import {loadConfig} from "../config/load.ts";
import {onInterrupt} from "../interrupt.ts";
import type {Progress} from "../progress.ts";
import type {Findings} from "../steps/pipeline.ts";
import {writeTrialDeliveries} from "./write_deliveries.ts";

interface Places {
  readonly deliveries: string;
  readonly warehouse: string;
  readonly out: string;
}

/** Where a trial lives, apart from any organisation's own data; the usual places are ignored by git. */
export function placesOf(root: string, directory: string | undefined): Places {
  if (directory === undefined) {
    const warehouse = join(root, "data/warehouse-trial");
    return {deliveries: join(warehouse, "deliveries"), warehouse, out: join(root, "data/published-trial")};
  }
  const place = (name: string) => resolve(directory, name);
  return {deliveries: place("deliveries"), warehouse: place("warehouse"), out: place("published")};
}

/**
 * What the steps of a run are given for a trial. The environment and any plumbline.yaml are an organisation's, so neither is
 * read: the warehouse is always an embedded one of the trial's own, and the settings are the defaults.
 */
export async function trialInvocation(places: Places, progress: Progress): Promise<Invocation> {
  await mkdir(places.warehouse, {recursive: true});
  const config = await loadConfig({flags: {...places}, environment: {}, directory: places.warehouse});
  const settings = {...defaultSettings, organisation: "A real trial, with made-up dates"};
  return {
    ...config,
    settings,
    databaseUrl: null,
    flags: {},
    positionals: [],
    progress,
    json: false,
    print: () => 0,
    onInterrupt
  };
}

/** Delivers these months of the raw file and runs the road on them, to a release; the dashboard is left out. */
export async function runTrial(
  invocation: Invocation,
  trial: {readonly raw: string; readonly months: readonly number[]}
): Promise<Findings> {
  const directory = invocation.paths.deliveries;
  await invocation.progress.step("deliveries", async () => {
    const written = await writeTrialDeliveries({...trial, directory});
    return written.map(({folder, counts}) => `${folder} with ${counts.assessments} scores`).join(", ");
  });
  return runSteps(invocation, ["migrate", "ingest", "build", "check", "publish"]);
}
