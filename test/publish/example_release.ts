import {readFileSync} from "node:fs";
import {join} from "node:path";
import {measures} from "../../src/measures/index.ts";
import type {Cells} from "../../src/publish/cells.ts";
import {readPrograms} from "../../src/publish/programs.ts";
import {rollUp} from "../../src/publish/roll_up.ts";
import type {Settings} from "../../src/settings.ts";
import {demoRun} from "../pipeline/demo_run.ts";
import {type PublishedRow, readResults, readTable} from "../pipeline/published_rows.ts";
import {openCopyOf} from "../warehouses.ts";

/** The example organisation as it is published, and what its results were made of. */
export interface ExampleRelease {
  readonly results: readonly PublishedRow[];
  readonly cells: Cells;
  readonly settings: Settings;
  table(name: string): readonly Record<string, string>[];
}

export async function exampleRelease(): Promise<ExampleRelease> {
  const {database, as_of, published} = await demoRun();
  const {settings}: {settings: Settings} = JSON.parse(readFileSync(join(published, "release.json"), "utf8"));
  const {warehouse, dispose} = await openCopyOf(database);
  const programs = await readPrograms(warehouse, "");
  const {crossed_breakdowns: crossed} = settings;
  const cells = await rollUp(warehouse, {measures, programs, crossed, as_of, suffix: ""});
  await dispose();
  const tables = new Map<string, readonly Record<string, string>[]>();
  return {
    results: readResults(published),
    cells,
    settings,
    table: (name) => {
      const rows = tables.get(name) ?? readTable(published, `${name}.csv`);
      tables.set(name, rows);
      return rows;
    }
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
