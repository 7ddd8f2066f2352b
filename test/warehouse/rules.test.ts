import fc from "fast-check";
import {afterAll, beforeAll, expect, it} from "vitest";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {measures} from "../../src/measures/index.ts";
import {readPrograms} from "../../src/publish/programs.ts";
import {rollUp} from "../../src/publish/roll_up.ts";
import {build} from "../../src/warehouse/build.ts";
import {whatWaits} from "../second_reading/context.ts";
import {type RandomCases, randomCases} from "../second_reading/random_statement.ts";
import {secondReading} from "../second_reading/results.ts";
import type {Reading, Statement} from "../second_reading/rows.ts";
import {forEachWarehouse, type TestWarehouse} from "../warehouses.ts";
import {buildOptions, crossed} from "./build_options.ts";
import {compareResults} from "./compare_results.ts";
import {joinStatements} from "./join_statements.ts";
import {loadStatement} from "./load_statement.ts";

const casesPerBuild = 6;

/** Builds of a long run by hand. */
const builds = Number(process.env.RULES_BUILDS ?? 0);

/** Shrinking takes hundreds of builds: only a long run does it. */
const endOnFailure = builds === 0;

forEachWarehouse((open) => {
  let opened: TestWarehouse;
  let warehouse: Warehouse;
  beforeAll(async () => {
    opened = await open();
    warehouse = opened.warehouse;
  });
  afterAll(() => opened.dispose());

  it("counts the cases of every night as a plain reading of the specification does", async () => {
    const numRuns = builds || (warehouse.kind === "embedded" ? 6 : 2);
    await fc.assert(fc.asyncProperty(randomCases(casesPerBuild), countsAsRead), {numRuns, endOnFailure});
  });

  async function countsAsRead({statements, ...reading}: RandomCases): Promise<void> {
    const statement = joinStatements(statements);
    await loadStatement(warehouse, statement, reading.as_of);
    await build(warehouse, buildOptions({...reading, definition: crypto.randomUUID()}));
    expect(await differences(statement, reading)).toEqual([]);
    expect(await waiting()).toEqual(
      whatWaits(statement)
        .map(({file, source, key, code}) => [source, file, key, code].join(" | "))
        .sort()
    );
  }

  async function differences(statement: Statement, reading: Reading): Promise<string[]> {
    const programs = await readPrograms(warehouse, "");
    const cells = await rollUp(warehouse, {measures, programs, crossed, as_of: reading.as_of, suffix: ""});
    return compareResults(cells.values(), measures, secondReading(statement, reading)).slice(0, 5);
  }

  async function waiting(): Promise<string[]> {
    const rows = await warehouse.query<{row: string}>(
      "select concat_ws(' | ', source, file, row_key, code) as row from warehouse.waiting"
    );
    return rows.map(({row}) => row).sort();
  }
});
