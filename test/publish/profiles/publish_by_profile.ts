import {join} from "node:path";
import {runChecks} from "../../../src/checks/run_checks.ts";
import type {Warehouse} from "../../../src/database/warehouse.ts";
import type {ProfileName} from "../../../src/disclosure/profile.ts";
import {measures as everyMeasure} from "../../../src/measures/index.ts";
import {publish, type Release} from "../../../src/publish/publish.ts";
import {readNaturalCourse} from "../../../src/reference/natural_course.ts";
import {defaultSettings, type Settings} from "../../../src/settings.ts";
import {build} from "../../../src/warehouse/build.ts";
import {buildOptions} from "../../warehouse/build_options.ts";
import {loadStatement} from "../../warehouse/load_statement.ts";
import {as_of, organisation} from "./organisation.ts";

const repository = join(import.meta.dirname, "../../..");

/** One of each kind of measure, and what stands beside them. */
const wanted = [
  ...["completion", "phq9_change", "phq9_response", "attendance", "length_of_stay"],
  ...["time_in_program", "planned_exit", "followup_retention"]
];
export const measures = everyMeasure.filter(({id}) => wanted.includes(id));

/**
 * Fills a warehouse with an organisation of so many stays. Its date is the same each time: a second one is built only under another
 * definition, since nothing else says that anything moved.
 */
export async function buildOrganisation(
  warehouse: Warehouse,
  stays: number,
  definition = "as declared"
): Promise<void> {
  await loadStatement(warehouse, organisation(stays), as_of);
  await build(warehouse, buildOptions({as_of, definition}));
}

/** Publishes what was built under a profile. Returns the folder of the release. */
export async function publishBy(profile: ProfileName, warehouse: Warehouse, out: string): Promise<string> {
  return (await publishRelease(profile, warehouse, out)).folder;
}

/** The same with more settings. */
export async function publishRelease(
  profile: ProfileName,
  warehouse: Warehouse,
  out: string,
  more: Partial<Settings> = {}
): Promise<Release> {
  const settings: Settings = {
    ...defaultSettings,
    disclosure_profile: profile,
    crossed_breakdowns: [],
    success: {definition: "response", registered_on: "2024-01-15", because: "board decision"},
    ...more
  };
  const shared = {settings, as_of, suffix: ""} as const;
  const checks = await runChecks(warehouse, {...shared, sql: join(repository, "sql/checks"), fail_on: []});
  const natural = await readNaturalCourse(join(repository, "data/reference/natural_course.yaml"));
  return publish(warehouse, {...shared, measures, known_on: null, code_version: "0", checks, natural, out});
}
