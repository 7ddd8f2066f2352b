import {runChecks} from "../../src/checks/run_checks.ts";
import {migrate} from "../../src/database/migrate.ts";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {measures} from "../../src/measures/index.ts";
import {readCounted} from "../../src/publish/counted.ts";
import {publish} from "../../src/publish/publish.ts";
import type {Result} from "../../src/publish/result.ts";
import {readNaturalCourse} from "../../src/reference/natural_course.ts";
import {build} from "../../src/warehouse/build.ts";
import type {Invocation} from "../commands/command.ts";
import {project} from "../project.ts";
import {countOptions, definitionOf, horizonOf} from "../steps/context.ts";
import type {Manifest} from "./manifest.ts";

/** The steps of a night, but as known on the date of a release. Returns the folder, below out, of what they publish. */
export async function publishAgain(
  warehouse: Warehouse,
  invocation: Invocation,
  {as_of: date, known_on}: Manifest,
  out: string
): Promise<string> {
  const {settings, progress} = invocation;
  await migrate(warehouse, project.migrations);
  const {as_of, suffix} = await horizonOf(warehouse, known_on ?? date);
  await progress.step("build", async (say) => {
    const definition = definitionOf(invocation);
    const counts = countOptions(invocation, suffix);
    await build(warehouse, {sql: project.warehouseSql, as_of, settings, definition, counts, onProgress: say});
    return `as it was known on ${known_on ?? date}`;
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

/** Every result of what was built for publishAgain, not protected: it must not leave, and only figures that are shown are held to it. */
export async function countAgain(
  warehouse: Warehouse,
  {settings}: Invocation,
  {as_of}: Manifest
): Promise<readonly Result[]> {
  const {results} = await readCounted(warehouse, {measures, settings, as_of, suffix: "_known"});
  return results;
}

/** Whether something had been published before a release that it was held against. */
export async function hasEarlierReleases(warehouse: Warehouse, {as_of, known_on}: Manifest): Promise<boolean> {
  if (known_on !== null) return false;
  const [row] = await warehouse.query<{before: number; same_day: number}>(
    `select count(*) filter (where as_of < $1) as before, count(*) filter (where as_of = $1) as same_day from history.told`,
    [as_of]
  );
  return row !== undefined && (row.before > 0 || row.same_day > 1);
}
