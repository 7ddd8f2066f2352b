import {afterAll, beforeAll, expect, it} from "vitest";
import {contracts} from "../../src/sources/contract/index.ts";
import {ruleOf} from "../../src/sources/contract/rule.ts";
import {openEmbeddedWarehouse, type TestWarehouse} from "../warehouses.ts";

let opened: TestWarehouse;
beforeAll(async () => {
  opened = await openEmbeddedWarehouse();
});
afterAll(() => opened.dispose());

async function columnsOf(schema: string, table: string): Promise<string[]> {
  const rows = await opened.warehouse.query<{column_name: string}>(
    "select column_name::text from information_schema.columns where table_schema = $1 and table_name = $2",
    [schema, table]
  );
  return rows.map((row) => row.column_name).sort();
}

it.each(contracts)("$file fills every column of its record and staging table", async ({table, columns, derived}) => {
  const own = [
    ...columns.map(({record}) => record),
    ...(derived === undefined ? [] : [derived.record]),
    "row_hash",
    "line"
  ];
  const history = ["source", "stated_on", "sequence", "superseded_on", "superseded_sequence"];
  expect(await columnsOf("record", table)).toEqual([...own, ...history].sort());
  expect(await columnsOf("staging", table)).toEqual([...own, "is_delete"].sort());
});

it("says what every column allows", () => {
  const rules = contracts.flatMap(({file, columns}) =>
    columns.map((column) => `${file}.${column.name}: ${ruleOf(column)}`)
  );
  expect(rules).toContain("programs.population: required; one of mh, sud, dual");
  expect(rules).toContain("sessions.scheduled_minutes: required; a whole number from 1 to 720");
  expect(rules).toContain("episodes.prescribed_hours_week: hours above 0, at most 168");
  expect(new Set(rules).size).toBe(rules.length);
});
