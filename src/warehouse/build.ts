import {join} from "node:path";
import {inSchemas} from "../database/migrate.ts";
import {readStatement, valuesOf} from "../database/statement.ts";
import type {Warehouse} from "../database/warehouse.ts";
import {type CountOptions, countEveryone, countWhole, marts, type Suffix} from "../measures/count.ts";
import {countAfter, countBefore} from "../measures/count_change.ts";
import type {Settings} from "../settings.ts";
import {declareInstruments} from "./instruments.ts";
import {joinMeetings, leaveMeetings} from "./meetings.ts";
import {countReferrals} from "./referrals.ts";
import {decideScope, type Scope} from "./scope.ts";
import {type WarehouseTable, warehouseTables} from "./tables.ts";

export interface BuildOptions {
  /** Folder of sql/warehouse. */
  readonly sql: string;
  /** The date that the data speak for; nothing stated later is looked at. */
  readonly as_of: string;
  readonly settings: Pick<Settings, "prorate" | "stale_after_days">;
  /** Hash of all that decides what the tables hold, besides the data: another one builds every person anew. */
  readonly definition: string;
  readonly counts: CountOptions;
  readonly onProgress?: (step: string) => void;
}

export interface BuildReport {
  readonly as_of: string;
  readonly scope: Scope["kind"];
  /** Persons whose rows were built anew, and of these those about whom something new was said. */
  readonly persons: number;
  readonly changed: number;
}

/**
 * Brings warehouse.* and mart.* to the as-of date, in one transaction: for every person, or for those about whom something new
 * was said and those whom the passing of time still moves. Both ways give the same rows.
 */
export async function build(warehouse: Warehouse, options: BuildOptions): Promise<BuildReport> {
  const {suffix} = options.counts;
  return warehouse.transaction(async () => {
    const scope = await decideScope(warehouse, options);
    if (scope.kind === "nothing") return {as_of: options.as_of, scope: scope.kind, persons: 0, changed: 0};
    // estimates over two joined key columns are far too small; nested loops built on them do not finish
    if (scope.kind === "everyone") await warehouse.script("set local enable_nestloop to off");
    await choosePersons(warehouse, scope, options);
    await declareInstruments(warehouse, suffix);
    const fillMeetings = (table: string) =>
      insertSelect(warehouse, "meeting", table, {...options, since: sinceOf(scope)});
    options.onProgress?.("taking out what the persons counted for");
    if (scope.kind === "everyone") {
      await emptyMarts(warehouse, suffix);
      await warehouse.script(`truncate warehouse${suffix}.meeting`);
    } else {
      await countBefore(warehouse, options.counts);
      await leaveMeetings(warehouse, suffix, fillMeetings);
    }
    for (const table of warehouseTables) {
      options.onProgress?.(`building ${table.name}`);
      if (table.name === "waiting") await fillWaiting(warehouse, table, scope, options);
      else await fill(warehouse, table, scope, options);
    }
    await joinMeetings(warehouse, suffix, fillMeetings);
    options.onProgress?.("counting measures");
    if (scope.kind === "everyone") await countEveryone(warehouse, options.counts);
    else await countAfter(warehouse, options.counts);
    await countWhole(warehouse, options.counts);
    await countReferrals(warehouse, suffix);
    await remember(warehouse, options);
    return {as_of: options.as_of, scope: scope.kind, ...(await countPersons(warehouse, suffix))};
  });
}

async function choosePersons(warehouse: Warehouse, scope: Scope, options: BuildOptions): Promise<void> {
  const table = `warehouse${options.counts.suffix}.person_to_build`;
  await warehouse.script(`truncate ${table}`);
  const persons = scope.kind === "everyone" ? "every_person" : "changed_person";
  await insertSelect(warehouse, persons, table, {...options, since: sinceOf(scope)});
  if (scope.kind === "some") await addMoving(warehouse, table, scope.before, options);
  await warehouse.script(`analyze ${table}`);
}

/** Adds those about whom nothing was said, but whom time has moved since the last build. */
async function addMoving(warehouse: Warehouse, table: string, before: string, options: BuildOptions): Promise<void> {
  const statement = readStatement(join(options.sql, "moving_person.sql"));
  await warehouse.query(
    `insert into ${table} (person_key, has_changed) ${inSchemas(statement.text, options.counts.suffix)} on conflict do nothing`,
    valuesOf(statement, {as_of: options.as_of, before})
  );
}

async function fill(warehouse: Warehouse, table: WarehouseTable, scope: Scope, options: BuildOptions): Promise<void> {
  const name = `warehouse${options.counts.suffix}.${table.name}`;
  await clear(warehouse, name, table, scope, options.counts.suffix);
  await insertSelect(warehouse, table.name, name, {...options, since: sinceOf(scope)});
  // the planner needs no news of a few rows in a hundred
  if (scope.kind === "everyone") await warehouse.script(`analyze ${name}`);
}

async function clear(
  warehouse: Warehouse,
  name: string,
  table: WarehouseTable,
  scope: Scope,
  suffix: Suffix
): Promise<void> {
  if (scope.kind === "everyone" || table.scope === "everything") return warehouse.script(`truncate ${name}`);
  const changed = table.scope === "changed" ? "and p.has_changed" : "";
  await warehouse.script(
    `delete from ${name} as t using warehouse${suffix}.person_to_build as p where p.person_key = t.person_key ${changed}`
  );
}

/**
 * Rows that wait: those of persons, and those that lead to no person. The latter are looked for among those of the last build,
 * so they are found before and put in after the persons' rows: a row that led to nobody may lead to a person now.
 */
async function fillWaiting(
  warehouse: Warehouse,
  table: WarehouseTable,
  scope: Scope,
  options: BuildOptions
): Promise<void> {
  const name = `warehouse${options.counts.suffix}.waiting`;
  const orphans = `${name}_orphan`;
  await warehouse.script(`create table ${orphans} (like ${name})`);
  await insertSelect(warehouse, "waiting_orphan", orphans, {...options, since: sinceOf(scope)});
  await warehouse.script(`delete from ${name} where person_key is null`);
  await fill(warehouse, table, scope, options);
  await warehouse.script(`insert into ${name} select * from ${orphans}; drop table ${orphans};`);
}

function sinceOf(scope: Scope): string {
  return scope.kind === "some" ? scope.since : "-infinity";
}

/** Fills a table from the select in the file of sql/warehouse; columns are matched by name. */
async function insertSelect(
  warehouse: Warehouse,
  file: string,
  table: string,
  options: BuildOptions & {readonly since: string}
): Promise<void> {
  const statement = readStatement(join(options.sql, `${file}.sql`));
  const columns = await columnsOf(warehouse, table);
  const values = valuesOf(statement, {...options.settings, as_of: options.as_of, since: options.since});
  const select = inSchemas(statement.text, options.counts.suffix);
  await warehouse.query(`insert into ${table} (${columns}) select ${columns} from (${select}) as built`, values);
}

async function columnsOf(warehouse: Warehouse, table: string): Promise<string> {
  const [row] = await warehouse.query<{columns: string}>(
    `select string_agg(attname, ', ' order by attnum) as columns
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table]
  );
  return row?.columns ?? "";
}

async function emptyMarts(warehouse: Warehouse, suffix: Suffix): Promise<void> {
  await warehouse.script(`truncate ${marts.map((mart) => `mart${suffix}.${mart}`).join(", ")}`);
}

async function remember(warehouse: Warehouse, {as_of, definition, counts: {suffix}}: BuildOptions): Promise<void> {
  await warehouse.script(`truncate warehouse${suffix}.built, warehouse${suffix}.build`);
  await warehouse.query(`insert into warehouse${suffix}.build (as_of, definition) values ($1, $2)`, [
    as_of,
    definition
  ]);
  await warehouse.query(
    `insert into warehouse${suffix}.built (source, delivered_on, sequence, content_hash)
     select source, delivered_on, sequence, content_hash from record.delivery where delivered_on <= $1`,
    [as_of]
  );
}

async function countPersons(warehouse: Warehouse, suffix: Suffix): Promise<{persons: number; changed: number}> {
  const [row] = await warehouse.query<{persons: number; changed: number}>(
    `select count(*) as persons, count(*) filter (where has_changed) as changed from warehouse${suffix}.person_to_build`
  );
  return row ?? {persons: 0, changed: 0};
}

/** Counts every person anew from the warehouse as it stands, into emptied marts. */
export async function recount(warehouse: Warehouse, counts: CountOptions): Promise<void> {
  await warehouse.transaction(async () => {
    await emptyMarts(warehouse, counts.suffix);
    await countEveryone(warehouse, counts);
    await countWhole(warehouse, counts);
    await countReferrals(warehouse, counts.suffix);
  });
}
