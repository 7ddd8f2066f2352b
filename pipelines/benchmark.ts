/**
 * Times the road on a large synthetic organisation beside plain COPY of the same files, on the Postgres server at DATABASE_URL
 * (an empty database). Prints seconds and ratios; the ratios are what counts, since machines differ.
 *
 *   DATABASE_URL=postgres://… npm run benchmark -- [--episodes 200000] [--directory /tmp/benchmark]
 */
import {execFileSync} from "node:child_process";
import {createReadStream} from "node:fs";
import {readdir, rename} from "node:fs/promises";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {parseArgs} from "node:util";
import pg from "pg";
import {from as copyFrom} from "pg-copy-streams";
import {migrate} from "../src/database/migrate.ts";
import {UserError} from "../src/errors.ts";
import {measures} from "../src/measures/index.ts";
import {publish} from "../src/publish/publish.ts";
import {readNaturalCourse} from "../src/reference/natural_course.ts";
import {ingest} from "../src/sources/ingest.ts";
import {build} from "../src/warehouse/build.ts";
import {loadConfig} from "./config/load.ts";
import {project} from "./project.ts";
import {countOptions, definitionOf, horizonOf, openConfigured} from "./steps/context.ts";
import {writeLargeExample} from "./steps/write_example.ts";

const {values} = parseArgs({
  options: {
    episodes: {type: "string", default: "200000"},
    directory: {type: "string", default: "/tmp/plumbline-benchmark"},
    "write-only": {type: "boolean", default: false}
  }
});
const {directory} = values;
const url = process.env.DATABASE_URL;
if (url === undefined) throw new UserError("usage", "benchmark: expected DATABASE_URL, found none");

const config = await loadConfig({
  flags: {warehouse: join(directory, "warehouse"), out: join(directory, "published")},
  environment: {DATABASE_URL: url},
  directory
});
const seconds: Record<string, number> = {};

// in a process of its own, so that the peak memory told is that of ingest
if (values["write-only"]) {
  await writeLargeExample(directory, {episodes: Number(values.episodes)});
  process.exit(0);
}
await timed("write the deliveries", async () =>
  execFileSync(process.execPath, [import.meta.filename, "--write-only", ...process.argv.slice(2)])
);
const [full, delta] = (await readdir(join(directory, "deliveries"))).sort();
if (full === undefined || delta === undefined) throw new Error("benchmark: expected two deliveries");
await rename(join(directory, "deliveries", delta), join(directory, delta));

const warehouse = await openConfigured(config);
await migrate(warehouse, project.migrations);
await timed("ingest", () => ingestAll());
const memory = process.resourceUsage().maxRSS / 1024;
await timed("build and measure", () => buildAll());
await timed("publish", () => publishAll());
await rename(join(directory, delta), join(directory, "deliveries", delta));
await timed("delta: ingest", () => ingestAll());
await timed("delta: build and measure", () => buildAll());
await timed("delta: publish", () => publishAll());
await warehouse.close();
await timed("plain COPY", () => plainCopy(join(directory, "deliveries", full)));

const rows = await rowsOf(join(directory, "deliveries", full));
const load = (seconds.ingest ?? 0) + (seconds["build and measure"] ?? 0);
const night = (seconds["delta: ingest"] ?? 0) + (seconds["delta: build and measure"] ?? 0);
console.log(
  `rows ${rows}, ${Math.round(rows / (seconds.ingest ?? 1))} rows/s ingested, peak memory ${Math.round(memory)} MB`
);
console.log(`ingest / plain COPY: ${((seconds.ingest ?? 0) / (seconds["plain COPY"] ?? 1)).toFixed(2)}`);
console.log(`1 % delta with measures / full load with measures: ${((100 * night) / load).toFixed(1)} %`);

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await work();
  seconds[name] = (performance.now() - start) / 1000;
  console.log(`${name}: ${seconds[name].toFixed(1)} s`);
}

function ingestAll() {
  const {deliveries, archive} = {
    deliveries: join(directory, "deliveries"),
    archive: join(config.paths.warehouse, "archive")
  };
  return ingest({warehouse, deliveries, archive, unknown_columns: {}, allowShrink: false, onProgress: () => undefined});
}

async function buildAll() {
  const {as_of, suffix} = await horizonOf(warehouse, undefined);
  const counts = countOptions(config, suffix);
  return build(warehouse, {
    sql: project.warehouseSql,
    as_of,
    settings: config.settings,
    definition: definitionOf(config),
    counts
  });
}

async function publishAll() {
  const horizon = await horizonOf(warehouse, undefined);
  const {settings, paths} = config;
  return publish(warehouse, {
    ...horizon,
    measures,
    settings,
    code_version: project.version,
    checks: [],
    natural: await readNaturalCourse(project.naturalCourse),
    out: paths.out
  });
}

/** The files as they are, into tables with the same columns, keys and indexes; what a delivery does not hold is constant. */
async function plainCopy(folder: string): Promise<void> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  await client.query("drop schema if exists plain cascade; create schema plain");
  for (const file of await readdir(folder)) {
    if (!file.endsWith(".csv")) continue;
    const table = file.replace(/s\.csv$/, "");
    await client.query(
      `create table plain.${table} (like record.${table} including indexes);
       alter table plain.${table} alter source set default 's', alter stated_on set default '2026-03-30',
         alter sequence set default 0, alter row_hash drop not null, alter line drop not null`
    );
    if (table === "referral") await client.query("alter table plain.referral alter received_on drop not null");
    const header = await headerOf(join(folder, file));
    const columns = table === "assessment" ? header.replace(/\bsequence\b/, "assessment_sequence") : header;
    await pipeline(
      createReadStream(join(folder, file)),
      client.query(copyFrom(`copy plain.${table} (${columns}) from stdin (format csv, header)`))
    );
  }
  await client.end();
}

async function headerOf(file: string): Promise<string> {
  for await (const start of createReadStream(file, {encoding: "utf8", end: 4095}))
    return String(start).split(/\r?\n/, 1)[0] ?? "";
  return "";
}

async function rowsOf(folder: string): Promise<number> {
  let rows = 0;
  for (const file of await readdir(folder)) {
    if (!file.endsWith(".csv")) continue;
    for await (const chunk of createReadStream(join(folder, file)))
      rows += (chunk as Buffer).filter((byte) => byte === 10).length;
    rows -= 1;
  }
  return rows;
}
