import {existsSync} from "node:fs";
import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {migrationsPending} from "../../src/database/migrate.ts";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {measures} from "../../src/measures/index.ts";
import {surveyDeliveries} from "../../src/sources/survey.ts";
import {warehouseTables} from "../../src/warehouse/tables.ts";
import {project} from "../project.ts";
import {openConfigured} from "../steps/context.ts";
import {stepNames} from "../steps/pipeline.ts";
import type {Command, Invocation} from "./command.ts";

export const plan: Command = {
  name: "plan",
  summary: "what a run would do, touching nothing",
  run: async (invocation) => {
    const {paths, json, print} = invocation;
    const [migrate, ingest] = await lookAtWarehouse(invocation);
    const what = {
      migrate,
      ingest,
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

/** A warehouse that is not there yet is not made: everything in the deliveries folder would be new to it. */
async function lookAtWarehouse(invocation: Invocation): Promise<[migrate: string, ingest: string]> {
  const {paths, databaseUrl} = invocation;
  const all = (await readdir(project.migrations)).length;
  if (databaseUrl === null && !existsSync(join(paths.warehouse, "database"))) {
    return [`${all} migrations, in a new warehouse in ${paths.warehouse}`, await everyFolder(paths.deliveries)];
  }
  const warehouse = await openConfigured(invocation);
  try {
    const pending = await migrationsPending(warehouse, project.migrations);
    const migrate =
      pending.length === 0 ? "nothing: the warehouse is up to date" : `${pending.length} of ${all} migrations`;
    return [
      migrate,
      pending.length === all ? await everyFolder(paths.deliveries) : await newDeliveries(warehouse, invocation)
    ];
  } finally {
    await warehouse.close();
  }
}

async function everyFolder(directory: string): Promise<string> {
  if (!existsSync(directory)) return `nothing: there is no folder ${directory}`;
  const entries = await readdir(directory, {withFileTypes: true});
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  return `${folders.length} deliveries of ${directory}`;
}

async function newDeliveries(warehouse: Warehouse, {paths, settings}: Invocation): Promise<string> {
  if (!existsSync(paths.deliveries)) return `nothing: there is no folder ${paths.deliveries}`;
  const {deliveries} = paths;
  const {unknown_columns} = settings;
  const survey = await surveyDeliveries({
    warehouse,
    deliveries,
    archive: null,
    unknown_columns,
    onProgress: () => undefined
  });
  const {fresh, loaded, refused} = survey;
  return `${fresh.length} new deliveries, ${loaded.length} loaded before, ${refused.length} that would be refused, in ${deliveries}`;
}
