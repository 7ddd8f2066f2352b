import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {migrate} from "../src/database/migrate.ts";
import type {Warehouse} from "../src/database/warehouse.ts";
import {type DemoDelivery, writeDraft} from "../src/demo/deliveries.ts";
import {draftDeliveries} from "../src/demo/drafts.ts";
import {exampleOrganisation} from "../src/demo/example.ts";
import {defaultOptions, deliveryDays} from "../src/demo/options.ts";
import {drawOrganisation} from "../src/demo/organisation.ts";
import {tellOrganisation} from "../src/demo/telling_organisation.ts";
import {type Profile, type ProfileName, profiles} from "../src/disclosure/profile.ts";
import {measures} from "../src/measures/index.ts";
import {type Counted, protect, readCounted} from "../src/publish/counted.ts";
import type {Result} from "../src/publish/result.ts";
import {resultKey} from "../src/publish/result_candidates.ts";
import type {Settings} from "../src/settings.ts";
import {ingest} from "../src/sources/ingest.ts";
import {build} from "../src/warehouse/build.ts";
import {type Config, loadConfig} from "./config/load.ts";
import {project} from "./project.ts";
import {archiveOf, countOptions, definitionOf, type Horizon, horizonOf, openConfigured} from "./steps/context.ts";

/**
 * `node pipelines/hidden_shares.ts`: the table of docs/privacy.md, of the example organisation and of one like it of 150 admissions a
 * year. Each entry is the share of result rows, and of the people counted in them (each in every row), without their counts.
 */
async function main(): Promise<void> {
  console.log("| organisation | profile | small counts alone | as published | whole lines of tables |");
  console.log("|---|---|---|---|---|");
  await tellShares("the example, 500 admissions a year", exampleOrganisation().deliveries);
  await tellShares("150 admissions a year", smallOrganisation());
}

/** The example without its planted faults, for which it would be too small. */
function smallOrganisation(): DemoDelivery[] {
  const options = {...defaultOptions, episodes_per_year: 150};
  const days = deliveryDays(options);
  const organisation = drawOrganisation(options);
  const {drafts} = draftDeliveries(tellOrganisation(organisation, days), organisation, days);
  return drafts.map((draft) => writeDraft(draft, options.source));
}

async function tellShares(organisation: string, deliveries: readonly DemoDelivery[]): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "plumbline-shares-"));
  for (const {folder, files} of deliveries) {
    const place = join(directory, "deliveries", folder);
    await mkdir(place, {recursive: true});
    for (const {name, chunks} of files) await writeFile(join(place, name), chunks);
  }
  const config = await loadConfig({flags: {warehouse: join(directory, "warehouse")}, environment: {}, directory});
  const warehouse = await openConfigured(config);
  const {settings} = config;
  const counted = await readCounted(warehouse, {measures, settings, ...(await buildAll(warehouse, config, directory))});
  await warehouse.close();
  await rm(directory, {recursive: true});
  for (const name of Object.keys(profiles) as ProfileName[]) {
    const shares = sharesOf(counted, {...settings, disclosure_profile: name}, profiles[name]);
    console.log(`| ${organisation} | \`${name}\` | ${shares.join(" | ")} |`);
  }
}

async function buildAll(warehouse: Warehouse, config: Config, directory: string): Promise<Horizon> {
  await migrate(warehouse, project.migrations);
  const [deliveries, archive] = [join(directory, "deliveries"), archiveOf(config)];
  await ingest({warehouse, deliveries, archive, unknown_columns: {}, allowShrink: false, onProgress: () => undefined});
  const horizon = await horizonOf(warehouse, undefined);
  const {settings} = config;
  const counts = countOptions(config, horizon.suffix);
  await build(warehouse, {
    ...{sql: project.warehouseSql, as_of: horizon.as_of, settings},
    ...{definition: definitionOf(config), counts}
  });
  return horizon;
}

/**
 * Hidden alone for their own small counts; as published; and with every line of a table (a measure by one breakdown in one period) that
 * holds a small count.
 */
function sharesOf(counted: Counted, settings: Settings, {isSmall}: Profile): string[] {
  const rows = counted.results.filter(({units}) => units !== null);
  const small = rows.filter((row) => countsOf(row).some(isSmall));
  const lines = new Set(small.map(lineOf));
  const {results} = protect(counted, {measures, settings});
  const shown = new Set(results.filter(({units}) => units !== null).map(resultKey));
  const published = rows.filter((row) => !shown.has(resultKey(row)));
  const whole = rows.filter((row) => lines.has(lineOf(row)));
  return [small, published, whole].map(
    (some) => `${percent(some.length, rows.length)} of rows, ${percent(peopleIn(some), peopleIn(rows))} of people`
  );
}

function countsOf({units, denominator, numerator, guarded}: Result): number[] {
  const complement = numerator === null ? 0 : (denominator ?? 0) - numerator;
  return [units ?? 0, denominator ?? 0, numerator ?? 0, complement, ...guarded];
}

function lineOf({measure, breakdown, period_type, period}: Result): string {
  return [measure, breakdown, period_type, period].join("|");
}

function peopleIn(rows: readonly Result[]): number {
  return rows.reduce((sum, {units}) => sum + (units ?? 0), 0);
}

function percent(some: number, all: number): string {
  return `${((100 * some) / all).toFixed(0)} %`;
}

if (import.meta.main) await main();
