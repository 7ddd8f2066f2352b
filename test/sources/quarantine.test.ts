import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, expect, it} from "vitest";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {explainQuarantine} from "../../src/sources/explain_quarantine.ts";
import {exportQuarantine} from "../../src/sources/export_quarantine.ts";
import {listQuarantine} from "../../src/sources/quarantine.ts";
import {forEachWarehouse, type TestWarehouse} from "../warehouses.ts";
import {emptyRecord, ingestFolder, withFolder} from "./ingest_in_test.ts";

const programs = [
  "name,program_key,site_key,population",
  '"North, ""big""",p1,n,mh',
  "South,p2,n,all",
  "East,p3",
  ",p4,n,mh,x"
];
const followups = [
  "followup_key,episode_key,contacted_on,outcome",
  "f1,e1,2026-03-01,reached",
  "f2,e1,2027-03-01,reached"
];

forEachWarehouse((open) => {
  let opened: TestWarehouse;
  let warehouse: Warehouse;
  beforeAll(async () => {
    opened = await open();
    warehouse = opened.warehouse;
  });
  beforeEach(async () => {
    await emptyRecord(warehouse);
    await warehouse.query("delete from warehouse.waiting");
  });
  afterAll(() => opened.dispose());

  async function deliver(folder: string, delivered_on: string, files: Readonly<Record<string, string>>) {
    const path = join(folder, "deliveries", delivered_on);
    mkdirSync(path, {recursive: true});
    const header = {format: "plumbline-delivery", version: 1, source: "clinic", delivered_on, mode: "delta"};
    writeFileSync(join(path, "delivery.json"), JSON.stringify(header));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
    const report = await ingestFolder(warehouse, join(folder, "deliveries"), join(folder, "archive"));
    expect(report.refused).toEqual([]);
  }

  const inBrief = async () =>
    (await listQuarantine(warehouse)).map(
      ({file, delivered_on, line, code, column}) => `${file} ${delivered_on} ${line} ${code} ${column}`
    );

  it("lists where rows stand and what is wrong, those that wait for their context too", () =>
    withFolder(async (folder) => {
      await deliver(folder, "2026-03-31", {"programs.csv": programs.join("\n"), "followups.csv": followups.join("\n")});
      await warehouse.query(
        "insert into warehouse.waiting values ('clinic', 'followups', 'f1', 'unknown_parent', null)"
      );
      expect(await inBrief()).toEqual([
        "followups 2026-03-31 2 unknown_parent null",
        "followups 2026-03-31 3 future_date contacted_on",
        "programs 2026-03-31 3 bad_value population",
        "programs 2026-03-31 4 ragged_row null",
        "programs 2026-03-31 5 ragged_row null"
      ]);
      const [waiting, future, value] = await listQuarantine(warehouse);
      expect(waiting).toMatchObject({source: "clinic", sequence: 0, hint: explainQuarantine("unknown_parent").hint});
      expect(future?.rule).toBe("required; a date YYYY-MM-DD, not after the delivery");
      expect(value?.rule).toBe("required; one of mh, sud, dual");
    }));

  it("gives rows back as they came, with what is wrong; mended and delivered again they are accepted", () =>
    withFolder(async (folder) => {
      await deliver(folder, "2026-03-31", {
        "programs.csv": programs.join("\r\n"),
        "followups.csv": followups.join("\n")
      });
      const target = join(folder, "target");
      expect(await exportQuarantine(warehouse, join(folder, "archive"), target)).toEqual([
        {path: "clinic/2026-03-31-0/followups.csv", rows: 1},
        {path: "clinic/2026-03-31-0/programs.csv", rows: 3}
      ]);
      const exported = readFileSync(join(target, "clinic/2026-03-31-0/programs.csv"), "utf8");
      const [header, ...rows] = exported.trimEnd().split("\n");
      expect(header).toBe("name,program_key,site_key,population,_problem,_hint");
      expect(rows.map((row) => row.split(/,(?="?(?:bad_value|ragged_row):)/)[0])).toEqual([
        "South,p2,n,all",
        "East,p3",
        ",p4,n,mh,x"
      ]);
      expect(rows[0]).toContain('"bad_value: population: required; one of mh, sud, dual"');

      await deliver(folder, "2026-04-01", {"programs.csv": exported});
      expect(await inBrief()).toEqual([
        "followups 2026-03-31 3 future_date contacted_on",
        "programs 2026-04-01 2 bad_value population",
        "programs 2026-04-01 3 ragged_row null",
        "programs 2026-04-01 4 ragged_row null"
      ]);
      rmSync(target, {recursive: true});
      await exportQuarantine(warehouse, join(folder, "archive"), target);
      const again = readFileSync(join(target, "clinic/2026-04-01-0/programs.csv"), "utf8");
      expect(again.split("\n")[0]).toBe(header);
      expect(again.split("\n")[1]).toBe(rows[0]);

      const mended = [header, "South,p2,n,dual,,", "East,p3,n,mh,,", "Fourth,p4,n,mh,,"].join("\n");
      await deliver(folder, "2026-04-02", {"programs.csv": mended});
      expect(await inBrief()).toEqual(["followups 2026-03-31 3 future_date contacted_on"]);
    }));
});

it("explains every code that it knows, and no other", () => {
  expect(explainQuarantine("score_mismatch")).toMatchObject({kind: "defect", hint: expect.stringContaining("total")});
  expect(explainQuarantine("second_open_episode").kind).toBe("waiting");
  expect(() => explainQuarantine("constructor")).toThrow("expected a code of the quarantine");
});
