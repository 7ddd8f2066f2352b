import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {toCsv} from "../../src/publish/csv.ts";
import {publishedTables, writePublishedTables} from "../../src/publish/published_tables.ts";
import {publishedColumns} from "../../src/publish/tables.ts";
import {forEachWarehouse, type TestWarehouse} from "../warehouses.ts";

const release = {
  release: "2026-03-31-0123456789ab",
  as_of: "2026-03-31",
  organisation: "Example",
  synthetic: true,
  code_version: "0.2.0"
};

const shown = {
  measure: "completion",
  version: "1",
  domain: "effectiveness",
  breakdown: "program",
  group: 'north\t"iop"\\n',
  period_type: "year",
  period: "2026",
  units: 59,
  denominator: 59,
  numerator: 43,
  value: 43 / 59,
  lower: 0.6,
  upper: 0.8250000000000001,
  unit: "share",
  status: "published",
  reason: "",
  as_of: "2026-03-31"
};
const hidden = {
  ...shown,
  group: "",
  units: null,
  denominator: null,
  numerator: null,
  value: null,
  lower: null,
  upper: null,
  status: "suppressed",
  reason: "1 to 10 people,\nor what they can be worked out from"
};
const step = {
  measure: "completion",
  breakdown: "all",
  group: "",
  period_type: "all",
  period: "",
  step_order: 1,
  step: "discharged",
  count: null,
  status: "suppressed"
};

const folder = mkdtempSync(join(tmpdir(), "plumbline-release-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function writeRelease(results: readonly object[]): void {
  writeFileSync(join(folder, "release.json"), JSON.stringify(release));
  writeFileSync(join(folder, "results.csv"), toCsv(results, publishedColumns.results));
  writeFileSync(join(folder, "ladder.csv"), toCsv([step], publishedColumns.ladder));
}

forEachWarehouse((open) => {
  let opened: TestWarehouse;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.dispose());

  describe("the tables of the schema published", () => {
    it("have the columns of the files that they hold", async () => {
      for (const [table, file] of Object.entries(publishedTables)) {
        const columns = await opened.warehouse.query<{name: string}>(
          "select column_name::text as name from information_schema.columns where table_schema = 'published' and table_name = $1",
          [table]
        );
        const name = file.replace(".csv", "") as keyof typeof publishedColumns;
        expect(columns.map((column) => column.name).sort()).toEqual([...publishedColumns[name]].sort());
      }
    });

    it("hold the current release as its files say it, whatever stood there before", async () => {
      writeRelease([{...shown, period: "2025"}]);
      await writePublishedTables(opened.warehouse, folder);
      writeRelease([shown, hidden]);
      await writePublishedTables(opened.warehouse, folder);
      const {warehouse} = opened;
      expect(await warehouse.query("select * from published.release")).toEqual([release]);
      expect(await warehouse.query('select * from published.result order by "group" desc')).toEqual([shown, hidden]);
      expect(await warehouse.query("select * from published.ladder")).toEqual([step]);
    });
  });
});
