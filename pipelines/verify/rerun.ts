import {existsSync} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {runChecks} from "../../src/checks/run_checks.ts";
import {migrate} from "../../src/database/migrate.ts";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {measures} from "../../src/measures/index.ts";
import {publish} from "../../src/publish/publish.ts";
import {readNaturalCourse} from "../../src/reference/natural_course.ts";
import {settingsSchema} from "../../src/settings.ts";
import {build} from "../../src/warehouse/build.ts";
import type {Invocation} from "../commands/command.ts";
import {project} from "../project.ts";
import {countOptions, definitionOf, horizonOf, openConfigured} from "../steps/context.ts";
import {compareReleases} from "./compare_releases.ts";
import {counted, type Finding} from "./finding.ts";
import {type Manifest, readManifest} from "./manifest.ts";

/** Whether there is a warehouse that a release could be made from again. */
export function hasWarehouse({databaseUrl, paths}: Invocation): boolean {
  return databaseUrl !== null || existsSync(join(paths.warehouse, "database"));
}

/**
 * Makes a release again from what the warehouse knew on its date, with the settings in its manifest, in a folder of its own
 * and the schemas that --as-known-on uses, and says the first thing in which it differs from what was published.
 */
export async function rerun(folder: string, manifest: Manifest, invocation: Invocation): Promise<Finding> {
  const settings = settingsSchema.safeParse(manifest.settings);
  const finding = {what: "re-run", subject: manifest.release, notes: versionNote(manifest)} as const;
  if (!settings.success) {
    const place = `release.json, settings, ${settings.error.issues[0]?.path.join(".") ?? ""}`;
    const difference = {place, expected: `a setting of version ${project.version}`, found: "another"};
    return {...finding, found: "", difference};
  }
  const own = {...invocation, settings: settings.data};
  const out = await mkdtemp(join(tmpdir(), "plumbline-verify-"));
  const warehouse = await openConfigured(invocation);
  try {
    const again = await invocation.onInterrupt(
      () => publishAgain(warehouse, own, manifest, out),
      () => warehouse.cancel()
    );
    const made = await readManifest(again);
    if (made === null) throw new Error("a release was made that verify cannot read");
    const difference = await compareReleases({folder, manifest}, {folder: again, manifest: made.manifest});
    const found = `${counted(manifest.outputs.length, "file")} made again, with the same in them`;
    return {...finding, notes: [...finding.notes, ...dayNote(manifest, made.manifest)], found, difference};
  } finally {
    await warehouse.close().catch(() => undefined);
    await rm(out, {recursive: true, force: true});
  }
}

/** The steps of a night, but as known on the date of the release. Returns the folder of what they publish. */
async function publishAgain(
  warehouse: Warehouse,
  invocation: Invocation,
  {as_of: known, known_on}: Manifest,
  out: string
): Promise<string> {
  const {settings, progress} = invocation;
  await migrate(warehouse, project.migrations);
  const {as_of, suffix} = await horizonOf(warehouse, known_on ?? known);
  await progress.step("build", async (say) => {
    const definition = definitionOf(invocation);
    const counts = countOptions(invocation, suffix);
    await build(warehouse, {sql: project.warehouseSql, as_of, settings, definition, counts, onProgress: say});
    return `as it was known on ${known_on ?? known}`;
  });
  let folder = "";
  await progress.step("publish", async () => {
    const checked = {sql: project.checksSql, settings, as_of, suffix, fail_on: settings.fail_on};
    const checks = await runChecks(warehouse, checked);
    const natural = await readNaturalCourse(project.naturalCourse);
    const options = {measures, settings, as_of, known_on, suffix, code_version: project.version, checks, natural, out};
    ({folder} = await publish(warehouse, options));
    return "a second time, to compare";
  });
  return folder;
}

/** The name is a hash of everything: where only the name differs, so does what is not compared. */
function dayNote(published: Manifest, again: Manifest): string[] {
  if (published.release === again.release) return [];
  return ["which deliveries were refused, and what was registered before, belong to the day of the run: not compared"];
}

function versionNote({code_version}: Manifest): string[] {
  if (code_version === project.version) return [];
  return [`published by version ${code_version}, made again by ${project.version}: figures may differ for that`];
}
