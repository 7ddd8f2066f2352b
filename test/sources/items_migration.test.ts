import {copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {machine} from "../../pipelines/machine.ts";
import {migrate} from "../../src/database/migrate.ts";
import {openWarehouse} from "../../src/database/open.ts";
import {ingestFolder} from "./ingest_in_test.ts";

const migrations = join(import.meta.dirname, "../../sql/migrations");
const rows = "assessment_key,episode_key,instrument,assessed_on,item_1,item_2,total\na1,e1,phq9,2026-03-01,3,1,\n";

/** md5 of the row as a warehouse holds it that was filled before there was room for twenty items. */
const hashOfThen = "f7d276829e442300189109a63086c7cf";

it("keeps what a warehouse held before there was room for twenty items, and knows its rows again", async () => {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-migration-"));
  const before = join(folder, "migrations");
  mkdirSync(before);
  for (const name of readdirSync(migrations).filter((file) => file < "0015_items.sql"))
    copyFileSync(join(migrations, name), join(before, name));
  const warehouse = await openWarehouse({directory: join(folder, "warehouse")}, machine);
  try {
    await migrate(warehouse, before);
    await warehouse.query(
      `insert into record.assessment
         (source, assessment_key, episode_key, instrument, assessed_on, item_1, item_2, stated_on, sequence, row_hash, line)
       values ('clinic', 'a1', 'e1', 'phq9', '2026-03-01', 3, 1, '2026-03-10', 0, $1, 2)`,
      [hashOfThen]
    );
    expect(await migrate(warehouse, migrations)).toContain("0015_items.sql");
    const delivery = join(folder, "deliveries", "a");
    mkdirSync(delivery, {recursive: true});
    const header = {
      format: "plumbline-delivery",
      version: 1,
      source: "clinic",
      delivered_on: "2026-03-31",
      mode: "full"
    };
    writeFileSync(join(delivery, "delivery.json"), JSON.stringify(header));
    writeFileSync(join(delivery, "assessments.csv"), rows);
    const report = await ingestFolder(warehouse, join(folder, "deliveries"), join(folder, "archive"));
    expect(report.deliveries[0]?.files.assessments).toMatchObject({read: 1, unchanged: 1, corrected: 0, accepted: 0});
    const kept = await warehouse.query("select item_2, item_10, item_20 from record.assessment");
    expect(kept).toEqual([{item_2: 1, item_10: null, item_20: null}]);
  } finally {
    await warehouse.close();
    rmSync(folder, {recursive: true, force: true});
  }
});
