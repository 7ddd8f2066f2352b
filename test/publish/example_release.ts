import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {writeExample} from "../../pipelines/steps/write_example.ts";
import {dimensionsFor} from "../../src/measures/dimensions.ts";
import {measures} from "../../src/measures/index.ts";
import type {Cells} from "../../src/publish/cells.ts";
import {readPrograms} from "../../src/publish/programs.ts";
import {publish} from "../../src/publish/publish.ts";
import {rollUp} from "../../src/publish/roll_up.ts";
import {readNaturalCourse} from "../../src/reference/natural_course.ts";
import {defaultSettings, type Settings} from "../../src/settings.ts";
import {ingest} from "../../src/sources/ingest.ts";
import {build} from "../../src/warehouse/build.ts";
import {type PublishedRow, readResults, readTable} from "../pipeline/published_rows.ts";
import {buildOptions} from "../warehouse/build_options.ts";
import {openEmbeddedWarehouse} from "../warehouses.ts";

/** The example organisation as it is published, and what its results were made of. */
export interface ExampleRelease {
  readonly results: readonly PublishedRow[];
  readonly cells: Cells;
  readonly settings: Settings;
  table(name: string): readonly Record<string, string>[];
  dispose(): void;
}

/** Two years of it: enough people for figures of every kind, and for some that are hidden. */
const options = {months: 24, episodes_per_year: 300};
const as_of = "2026-03-31";

export async function publishExample(): Promise<ExampleRelease> {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-release-"));
  const settings: Settings = {
    ...defaultSettings,
    crossed_breakdowns: ["program+payer"],
    success: {definition: "response", registered_on: "2025-01-15", because: "board decision"}
  };
  await writeExample(folder, options);
  const {warehouse, dispose} = await openEmbeddedWarehouse();
  const deliveries = {deliveries: join(folder, "deliveries"), archive: join(folder, "archive")};
  await ingest({warehouse, ...deliveries, unknown_columns: {}, allowShrink: false, onProgress: () => undefined});
  const {crossed_breakdowns: crossed} = settings;
  await build(warehouse, buildOptions({as_of, counts: {measures, dimensions: dimensionsFor(crossed), suffix: ""}}));
  const natural = await readNaturalCourse(join(import.meta.dirname, "../../data/reference/natural_course.yaml"));
  const release = await publish(warehouse, {
    ...{measures, settings, as_of, known_on: null, suffix: "", code_version: "0", checks: [], natural},
    out: join(folder, "published")
  });
  const programs = await readPrograms(warehouse, "");
  const cells = await rollUp(warehouse, {measures, programs, crossed, as_of, suffix: ""});
  await dispose();
  const tables = new Map<string, readonly Record<string, string>[]>();
  return {
    results: readResults(release.folder),
    cells,
    settings,
    table: (name) => {
      const rows = tables.get(name) ?? readTable(release.folder, `${name}.csv`);
      tables.set(name, rows);
      return rows;
    },
    dispose: () => rmSync(folder, {recursive: true, force: true})
  };
}

type Placed = {
  readonly [Column in "measure" | "breakdown" | "group" | "period_type" | "period"]?: string | undefined;
};

/** Names a row's place, with its measure or another in its stead. */
export function placeOf({measure, breakdown, group, period_type, period}: Placed, instead?: string): string {
  return [instead ?? measure, breakdown, group, period_type, period].join("|");
}

/** A cell of a table: null where it is empty. */
export function numberIn(cell: string | undefined): number | null {
  return cell === undefined || cell === "" ? null : Number(cell);
}

export function isShown({status}: {readonly status?: string}): boolean {
  return status === "published" || status === "unstable";
}

/** All, programs and sites, over all time and by year. */
export function isMainPlace({breakdown, period_type}: Placed): boolean {
  return ["all", "program", "site"].includes(breakdown ?? "") && ["all", "year"].includes(period_type ?? "");
}
