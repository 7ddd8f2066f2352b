import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {contracts} from "../../src/sources/contract/index.ts";
import {defectCodes} from "../../src/sources/defects.ts";
import type {FileCounts} from "../../src/sources/ingest_report.ts";
import {refusals} from "../../src/sources/refusals.ts";
import {openEmbeddedWarehouse, type TestWarehouse} from "../warehouses.ts";
import {type Choices, emptyRecord, ingestFolder, withFolder} from "./ingest_in_test.ts";

/** What a case expects of its deliveries folder; what it does not name is not compared. */
interface Expected {
  readonly because: string;
  readonly choices?: Choices;
  /** By folder and file: read accepted corrected unchanged deleted quarantined withdrawn. */
  readonly counts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly refused?: Readonly<Record<string, {readonly code: string; readonly message: string}>>;
  /** Open rows: file, line, key, code, column. */
  readonly quarantine?: readonly string[];
  /** Keys that are current, by table. */
  readonly current?: Readonly<Record<string, readonly string[]>>;
}

const folder = join(import.meta.dirname, "cases");
const cases = readdirSync(folder).map((name) => {
  const expected = JSON.parse(readFileSync(join(folder, name, "expected.json"), "utf8")) as Expected;
  return {name, deliveries: join(folder, name, "deliveries"), expected};
});

it("there is a case for every defect and every refusal", () => {
  const tested = cases.flatMap(({expected}) => [
    ...Object.values(expected.refused ?? {}).map(({code}) => code),
    ...(expected.quarantine ?? []).map((row) => row.split(" ")[3])
  ]);
  const untested = [...Object.keys(refusals), ...defectCodes].filter((code) => !tested.includes(code));
  expect(untested).toEqual([]);
});

let opened: TestWarehouse;
beforeAll(async () => {
  opened = await openEmbeddedWarehouse();
});
afterAll(() => opened.dispose());

describe.each(cases)("$name", ({deliveries, expected}) => {
  it(expected.because, async () => {
    const {warehouse} = opened;
    await emptyRecord(warehouse);
    const report = await withFolder((archive) => ingestFolder(warehouse, deliveries, archive, expected.choices));
    const refused = report.refused.map(({folder, code, message}) => [folder, {code, message}]);
    expect(Object.fromEntries(refused)).toEqual(expected.refused ?? {});
    if (expected.counts !== undefined) expect(countsOf(report.deliveries)).toEqual(expected.counts);
    expect(await openQuarantine(warehouse)).toEqual(expected.quarantine ?? []);
    for (const [table, keys] of Object.entries(expected.current ?? {}))
      expect(await currentKeys(warehouse, table)).toEqual(keys);
  });
});

function countsOf(deliveries: readonly {folder: string; files: Readonly<Record<string, FileCounts>>}[]) {
  return Object.fromEntries(
    deliveries.map(({folder, files}) => [
      folder,
      Object.fromEntries(Object.entries(files).map(([file, counts]) => [file, Object.values(counts).join(" ")]))
    ])
  );
}

async function openQuarantine(warehouse: Warehouse): Promise<string[]> {
  const rows = await warehouse.query<Record<string, string | null>>(
    `select file, line, row_key, code, column_name from record.quarantine
     where superseded_on is null order by source, file, stated_on, sequence, line`
  );
  return rows.map((row) =>
    Object.values(row)
      .map((value) => value ?? "-")
      .join(" ")
  );
}

async function currentKeys(warehouse: Warehouse, table: string): Promise<string[]> {
  const key = contracts.find((contract) => contract.table === table)?.columns[0].name;
  const rows = await warehouse.query<{key: string}>(
    `select ${key} as key from record.${table} where superseded_on is null order by 1`
  );
  return rows.map((row) => row.key);
}
