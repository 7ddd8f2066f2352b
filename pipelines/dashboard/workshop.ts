import {randomUUID} from "node:crypto";
import {copyFile, mkdir, readdir, rm, stat, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {SitePage} from "../../src/dashboard/addresses.ts";
import {frameworkMarkdown} from "../../src/dashboard/page.ts";

/** Libraries that the Framework's client names: a folder of any version stops the search for the newest one. */
const named = [
  "@observablehq/duckdb",
  "@observablehq/dot",
  "@observablehq/inputs",
  "@observablehq/mermaid",
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "@observablehq/sqlite",
  "@observablehq/tex",
  "@duckdb/duckdb-wasm",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "exceljs",
  "htl",
  "isoformat",
  "jszip",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client",
  "vega",
  "vega-lite",
  "vega-lite-api"
];

const source = "src/dashboard";
const cacheName = ".observablehq";

/** What the pages need beside themselves. */
const beside = ["icon.svg"];

/**
 * A folder for the pages of one build, below the project so that packages resolve. The Framework shows what its
 * cache holds, however old: a build that starts in a folder of its own cannot find another's numbers, nor disturb it.
 * Returns the folder relative to the project, as the Framework wants its root.
 */
export async function openWorkshop(root: string): Promise<string> {
  await clearAbandoned(join(root, source, cacheName));
  const workshop = `${source}/${cacheName}/${randomUUID()}`;
  await mkdir(join(root, workshop), {recursive: true});
  for (const name of beside) await copyFile(join(root, source, name), join(root, workshop, name));
  const packages = join(root, workshop, cacheName, "cache/_npm");
  for (const name of named) await mkdir(join(packages, `${name}@0.0.0`), {recursive: true});
  return workshop;
}

/** Puts the frame of every page into the workshop: what the Framework reads of it. */
export async function writeFrames(folder: string, pages: readonly SitePage[]): Promise<void> {
  for (const {path, title} of pages) {
    const file = join(folder, `${path}.md`);
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, frameworkMarkdown(title));
  }
}

export async function closeWorkshop(root: string, workshop: string): Promise<void> {
  await rm(join(root, workshop), {recursive: true, force: true});
}

const day = 24 * 60 * 60 * 1000;

/** A killed build leaves its folder behind; one of yesterday is nobody's. */
async function clearAbandoned(folder: string): Promise<void> {
  await mkdir(folder, {recursive: true});
  for (const name of await readdir(folder)) {
    const {mtimeMs} = await stat(join(folder, name));
    if (Date.now() - mtimeMs > day) await rm(join(folder, name), {recursive: true, force: true});
  }
}
