import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {dimensionsFor} from "../../src/measures/dimensions.ts";
import {measures as everyMeasure, headline} from "../../src/measures/index.ts";
import type {Measure} from "../../src/measures/measure.ts";
import {judgeCells} from "../../src/publish/judge_cells.ts";
import {readPrograms} from "../../src/publish/programs.ts";
import {publish} from "../../src/publish/publish.ts";
import type {Result} from "../../src/publish/result.ts";
import {rollUp} from "../../src/publish/roll_up.ts";
import {readNaturalCourse} from "../../src/reference/natural_course.ts";
import {defaultSettings, type Settings} from "../../src/settings.ts";
import {build} from "../../src/warehouse/build.ts";
import {buildOptions} from "../warehouse/build_options.ts";
import {loadStatement} from "../warehouse/load_statement.ts";
import {openEmbeddedWarehouse} from "../warehouses.ts";
import {as_of, plantedOrganisation} from "./planted_organisation.ts";

const ordinary: readonly string[] = ["proportion", "mean_change", "effect_size", "ratio"];
/** Of each kind of measure some, and those of the first page. */
const measures = everyMeasure.filter(
  ({id, kind}) => headline.includes(id) || id.startsWith("phq9_r") || id === "no_show" || !ordinary.includes(kind)
);

/** A first release of a planted organisation: where it is, and all its results as they were counted, hidden or not. */
export interface PlantedRelease {
  readonly folder: string;
  readonly counted: readonly Result[];
}

export async function publishPlanted(which: "organisation" | "twin", out: string): Promise<PlantedRelease> {
  const {warehouse, dispose} = await openEmbeddedWarehouse();
  try {
    await loadStatement(warehouse, plantedOrganisation(which), as_of);
    await build(warehouse, buildOptions({as_of, counts: {measures, dimensions: dimensionsFor([]), suffix: ""}}));
    const settings = {...defaultSettings, crossed_breakdowns: []};
    const options = {measures, settings, as_of, suffix: ""} as const;
    const natural = await readNaturalCourse(join(import.meta.dirname, "../../data/reference/natural_course.yaml"));
    const release = {...options, known_on: null, code_version: "0", checks: [], natural, out};
    const {folder} = await publish(warehouse, release);
    return {folder, counted: await countedResults(warehouse, as_of, settings, measures)};
  } finally {
    await dispose();
  }
}

/** All results as they were counted, hidden or not. */
export async function countedResults(
  warehouse: Warehouse,
  date: string,
  settings: Settings,
  own: readonly Measure[] = everyMeasure
): Promise<Result[]> {
  const programs = await readPrograms(warehouse, "");
  const {crossed_breakdowns: crossed} = settings;
  const cells = await rollUp(warehouse, {measures: own, programs, crossed, as_of: date, suffix: ""});
  return judgeCells(cells, {measures: own, settings, as_of: date});
}

/** Every file of a release as text. */
export function textsOf(folder: string): Map<string, string> {
  return new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), "latin1")]));
}
