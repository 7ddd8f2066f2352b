import {existsSync} from "node:fs";
import {readdir} from "node:fs/promises";
import {measures} from "../../src/measures/index.ts";
import {warehouseTables} from "../../src/warehouse/tables.ts";
import {project} from "../project.ts";
import {stepNames} from "../steps/pipeline.ts";
import type {Command} from "./command.ts";

export const plan: Command = {
  name: "plan",
  summary: "what a run would do, touching nothing",
  run: async ({paths, databaseUrl, json, print}) => {
    const deliveries = await foldersOf(paths.deliveries);
    const migrations = (await readdir(project.migrations)).filter((name) => name.endsWith(".sql"));
    const what = {
      migrate: `${migrations.length} migrations, those not yet applied, in ${databaseUrl === null ? paths.warehouse : "the server's database"}`,
      ingest:
        deliveries === null
          ? `nothing: there is no folder ${paths.deliveries}`
          : `${deliveries.length} folders of ${paths.deliveries}, those not yet loaded`,
      build: `${warehouseTables.length} tables, for the persons with news and those not yet settled`,
      measure: `${measures.length} measures, counted with the build`,
      check: `${(await readdir(project.checksSql)).length} checks; a fatal one stops the run`,
      publish: `a release in ${paths.out}/releases, then ${paths.out}/current switched to it`,
      dashboard: "the site in dist"
    };
    if (json) return print(JSON.stringify(what));
    return print(stepNames.map((name) => `${name.padEnd(10)} ${what[name]}`).join("\n"));
  }
};

async function foldersOf(directory: string): Promise<string[] | null> {
  if (!existsSync(directory)) return null;
  const entries = await readdir(directory, {withFileTypes: true});
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({name}) => name);
}
