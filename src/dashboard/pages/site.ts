import {changesSince} from "../../releases/changes_since.ts";
import {changesPath, measurePath, methodsPath, programPath} from "../addresses.ts";
import {compiledShapes} from "../charts/shapes.ts";
import {changeOf} from "../components/change.ts";
import type {AttachedFile} from "../components/markup.ts";
import {givenFiles} from "../measure_files.ts";
import type {Page} from "../page.ts";
import {readCatalogue, readRelease, readTable} from "../read_published.ts";
import {readTables} from "../read_tables.ts";
import {tablesOf} from "../tables.ts";
import {aboutPage} from "./about.ts";
import {accessPage} from "./access.ts";
import {allMeasuresPage} from "./all_measures.ts";
import {changesPage} from "./changes.ts";
import {comparePage} from "./compare.ts";
import {equityPage} from "./equity.ts";
import {followUpPage} from "./follow_up.ts";
import {measurePage} from "./measure.ts";
import {methodsPage} from "./methods.ts";
import {overviewPage} from "./overview.ts";
import {programPage} from "./program.ts";
import {qualityPage} from "./quality.ts";
import {trajectoriesPage} from "./trajectories.ts";

/**
 * Every page of the site that shows a folder of published files, by its path; the files are read once. `previous` is the folder of
 * the release before, if there is one.
 */
export async function* writtenPages(folder: string, previous?: string): AsyncGenerator<{path: string; page: Page}> {
  const [catalogue, release, tables] = [readCatalogue(folder), readRelease(folder), readTables(folder)];
  const {ofMeasure} = givenFiles(folder);
  const changes = previous === undefined ? null : changesSince(previous, folder);
  yield {
    path: "/index",
    page: await overviewPage(catalogue, {tables, files: ofMeasure, changeOf: (measure) => changeOf(changes, measure)})
  };
  yield {path: "/compare", page: await comparePage(catalogue, tables)};
  yield {path: "/equity", page: await equityPage(catalogue, tables)};
  yield {path: "/follow-up", page: await followUpPage(catalogue, tables)};
  yield {path: "/access", page: await accessPage(catalogue, tables)};
  yield {path: "/trajectories", page: await trajectoriesPage(catalogue, tables)};
  yield {path: "/all-measures", page: allMeasuresPage(catalogue, tables.results)};
  for (const measure of catalogue.measures) {
    const own = {tables: tablesOf(catalogue, tables, measure), files: ofMeasure.get(measure.id) ?? []};
    yield {path: measurePath(measure.id), page: await measurePage(catalogue, measure, own)};
  }
  for (const program of catalogue.programs)
    yield {path: programPath(program.group), page: await programPage(catalogue, program, tables)};
  yield {path: changesPath, page: changesPage(catalogue, changes)};
  yield {path: methodsPath, page: methodsPage(catalogue, release, tables.results)};
  yield {path: "/quality", page: await qualityPage(catalogue, {release, tables, ...qualityTables(folder)})};
  yield {path: "/about", page: aboutPage(catalogue, release)};
}

/** The tables that only the data quality page shows. */
function qualityTables(folder: string) {
  return {quality: readTable(folder, "quality"), vodim: readTable(folder, "vodim")};
}

/** What pages read in the browser when a filter is set, beside the rows of their measures. */
export function sharedFiles(folder: string): readonly AttachedFile[] {
  const catalogue = readCatalogue(folder);
  return [
    ...givenFiles(folder).shared,
    {path: "/files/catalogue.json", content: JSON.stringify(catalogue)},
    {path: "/files/charts.json", content: JSON.stringify(compiledShapes(catalogue))}
  ];
}
