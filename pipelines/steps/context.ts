import {createHash} from "node:crypto";
import {rename, rm} from "node:fs/promises";
import {join} from "node:path";
import type {CheckedFor} from "../../src/checks/checked.ts";
import {openWarehouse} from "../../src/database/open.ts";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {UserError} from "../../src/errors.ts";
import type {CountOptions, Suffix} from "../../src/measures/count.ts";
import {dimensionsFor} from "../../src/measures/dimensions.ts";
import {measures} from "../../src/measures/index.ts";
import type {Config} from "../config/load.ts";
import {machine} from "../machine.ts";
import {checkedBy, codeHash} from "../project.ts";

/** Opens the warehouse that the configuration names, for one run alone. */
export async function openConfigured({databaseUrl, paths}: Config): Promise<Warehouse> {
  if (databaseUrl !== null) return openWarehouse({url: databaseUrl}, machine);
  const directory = join(paths.warehouse, "database");
  try {
    return await openWarehouse({directory}, machine);
  } catch (error) {
    if (error instanceof UserError) throw error;
    return openAnew(directory);
  }
}

/**
 * The embedded warehouse does not survive every power cut. One that cannot be opened is moved aside, never deleted, and a new
 * one takes its place; ingest then restores it from the archive of deliveries.
 */
async function openAnew(directory: string): Promise<Warehouse> {
  const aside = `${directory}.unreadable`;
  await rm(aside, {recursive: true, force: true});
  await rename(directory, aside);
  process.stderr.write(
    `warehouse: it could not be opened and was moved to ${aside}; a new one is made from the archive\n`
  );
  return openWarehouse({directory}, machine);
}

/** Where accepted deliveries are kept. */
export function archiveOf({paths}: Config): string {
  return join(paths.warehouse, "archive");
}

/** The date that a run speaks for, and the schemas that it builds. */
export interface Horizon {
  readonly as_of: string;
  /** The date asked for with --as-known-on; null for the nightly release. */
  readonly known_on: string | null;
  readonly suffix: Suffix;
}

/** As-of is the newest delivered_on loaded, or the newest up to the date asked for. */
export async function horizonOf(warehouse: Warehouse, knownOn: unknown): Promise<Horizon> {
  const known_on = knownOn === undefined ? null : dateOf(knownOn);
  const [row] = await warehouse.query<{as_of: string | null}>(
    "select max(delivered_on) as as_of from record.delivery where $1::date is null or delivered_on <= $1",
    [known_on]
  );
  const as_of = row?.as_of ?? null;
  if (as_of === null) {
    throw new UserError(
      "usage",
      `warehouse: expected at least one delivery${known_on === null ? "" : ` by ${known_on}`}, found none`,
      {
        hint: "put a delivery into the deliveries folder (--deliveries DIR), or try it out with: plumbline demo"
      }
    );
  }
  return {as_of, known_on, suffix: known_on === null ? "" : "_known"};
}

/** The date of --as-known-on, or a UserError of kind "usage". */
export function dateOf(value: unknown): string {
  const text = String(value);
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text;
  throw new UserError("usage", `--as-known-on: expected a date as YYYY-MM-DD, found ${text}`, {
    hint: "for example --as-known-on 2026-03-31"
  });
}

/** What is counted under these settings. */
export function countOptions({settings}: Config, suffix: Suffix): CountOptions {
  return {measures, dimensions: dimensionsFor(settings.crossed_breakdowns), suffix};
}

/** Hash of everything besides the data that decides what the warehouse and the marts hold. */
export function definitionOf({settings}: Config): string {
  const {prorate, stale_after_days, crossed_breakdowns} = settings;
  const text = JSON.stringify({
    prorate,
    stale_after_days,
    dimensions: dimensionsFor(crossed_breakdowns),
    code: codeHash()
  });
  return createHash("sha256").update(text).digest("hex");
}

/** What decides the results of the checks, besides the deliveries that are in the warehouse. */
export function checkedFor(config: Config, {as_of, suffix}: Horizon): CheckedFor {
  const code = codeHash(checkedBy);
  return {as_of, suffix, definition: JSON.stringify({settings: config.settings, built: definitionOf(config), code})};
}
