import {readFileSync, writeFileSync} from "node:fs";
import {cp} from "node:fs/promises";
import {join} from "node:path";
import {writeExample} from "../../pipelines/steps/write_example.ts";
import {type Ended, runPlumbline} from "../cli/plumbline_process.ts";
import {shared} from "../shared.ts";
import {copyEmptyWarehouse} from "../warehouses.ts";

/** The example organisation that most tests read: small and early enough for time, with every planted fault. */
export const exampleOptions = {months: 18, episodes_per_year: 200};

/** A run that tells machines what it did, with the warehouse and the releases in a folder. */
export function wordsToRunUntil(step: string, deliveries: string, place: string): string[] {
  return `run --until ${step} --json --deliveries ${deliveries} --warehouse ${place} --out ${place}`.split(" ");
}

/**
 * Puts the example organisation into a folder: `example` as it is written, and `built` with the warehouse and the release of
 * its first run, which is made once for all test files. Returns how that run ended.
 */
export async function copyBuiltExample(folder: string): Promise<Ended> {
  const made = await shared("built_example", async (place) => {
    await writeExample(join(place, "example"), exampleOptions);
    await copyEmptyWarehouse(join(place, "built/database"));
    const ended = await runPlumbline(wordsToRunUntil("publish", "example/deliveries", "built"), {cwd: place});
    writeFileSync(join(place, "ended.json"), JSON.stringify(ended));
  });
  for (const name of ["example", "built"])
    await cp(join(made, name), join(folder, name), {recursive: true, verbatimSymlinks: true});
  return JSON.parse(readFileSync(join(made, "ended.json"), "utf8"));
}
