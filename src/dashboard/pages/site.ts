import {measurePath, programPath} from "../addresses.ts";
import type {Page} from "../page.ts";
import {readCatalogue, readRelease, readTable} from "../read_published.ts";
import {readTables, tablesOf} from "../tables.ts";
import {aboutPage} from "./about.ts";
import {accessPage} from "./access.ts";
import {comparePage} from "./compare.ts";
import {equityPage} from "./equity.ts";
import {followUpPage} from "./follow_up.ts";
import {measurePage} from "./measure.ts";
import {overviewPage} from "./overview.ts";
import {programPage} from "./program.ts";
import {qualityPage} from "./quality.ts";
import {trajectoriesPage} from "./trajectories.ts";

/** Every page of the site that shows a folder of published files, by its path; the files are read once. */
export async function* sitePages(folder: string): AsyncGenerator<{path: string; page: Page}> {
  const [catalogue, release, tables] = [readCatalogue(folder), readRelease(folder), readTables(folder)];
  yield {path: "/index", page: await overviewPage(catalogue, tables)};
  for (const measure of catalogue.measures) {
    const own = tablesOf(catalogue, tables, measure);
    yield {path: measurePath(measure.id), page: await measurePage(catalogue, measure, own)};
  }
  for (const program of catalogue.programs)
    yield {path: programPath(program.group), page: programPage(catalogue, program, tables.results)};
  yield {path: "/compare", page: await comparePage(catalogue, tables)};
  yield {path: "/access", page: await accessPage(catalogue, tables)};
  yield {path: "/follow-up", page: await followUpPage(catalogue, tables)};
  yield {path: "/equity", page: await equityPage(catalogue, tables)};
  yield {path: "/trajectories", page: await trajectoriesPage(catalogue, tables)};
  yield {path: "/quality", page: qualityPage(release, readTable(folder, "quality"))};
  yield {path: "/about", page: aboutPage(catalogue, release)};
}
