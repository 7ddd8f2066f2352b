import {expect, it} from "vitest";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {countQuarantined, freshnessOf, protectHeld} from "../../src/publish/source_state.ts";
import {forEachWarehouse} from "../warehouses.ts";

/** North delivered at the end of March, south in January; both deliver again in April. */
async function deliver(warehouse: Warehouse): Promise<void> {
  for (const [source, delivered_on] of [
    ...["2026-02-28", "2026-03-31", "2026-04-30"].map((on) => ["north", on]),
    ...["2026-01-31", "2026-04-30"].map((on) => ["south", on])
  ])
    await warehouse.query(
      `insert into record.delivery (source, delivered_on, sequence, content_hash, mode, archive)
       values ($1, $2, 0, $1 || $3, 'delta', $1 || $3)`,
      [source, delivered_on, delivered_on]
    );
  // 25 sessions with an unknown code, 12 of them mended in April; 13 without a date; 3 clients of the south
  await quarantine(warehouse, "north", "sessions", "unknown_code", [1, 13], null);
  await quarantine(warehouse, "north", "sessions", "unknown_code", [14, 25], "2026-04-30");
  await quarantine(warehouse, "north", "sessions", "missing_value", [26, 38], null);
  await quarantine(warehouse, "north", "sessions", "bad_date", [39, 50], "2026-03-31");
  await quarantine(warehouse, "south", "clients", "bad_date", [1, 3], null);
}

async function quarantine(
  warehouse: Warehouse,
  source: string,
  file: string,
  code: string,
  [from, to]: readonly [number, number],
  superseded_on: string | null
): Promise<void> {
  await warehouse.query(
    `insert into record.quarantine (source, file, stated_on, sequence, line, code, superseded_on)
     select $1, $2, '2026-01-31', 0, line, $3, $4::date from generate_series($5::integer, $6::integer) as line`,
    [source, file, code, superseded_on, from, to]
  );
}

forEachWarehouse((open) => {
  it("a release says how far each source reaches, and what of it is in quarantine, on its as-of date", async () => {
    const {warehouse, dispose} = await open();
    await deliver(warehouse);
    const late_source_days = 45;
    expect(await freshnessOf(warehouse, "2026-03-31", {late_source_days})).toEqual([
      {source: "north", delivered_on: "2026-03-31", days_behind: 0, status: "fresh"},
      {source: "south", delivered_on: "2026-01-31", days_behind: 59, status: "late"}
    ]);
    expect(await freshnessOf(warehouse, "2026-03-31", {late_source_days: 59})).toMatchObject([{}, {status: "fresh"}]);
    expect(await freshnessOf(warehouse, "2026-04-30", {late_source_days})).toMatchObject([
      {delivered_on: "2026-04-30", days_behind: 0},
      {delivered_on: "2026-04-30", status: "fresh"}
    ]);
    expect(protectHeld(await countQuarantined(warehouse, "2026-03-31"))).toEqual([
      {source: "north", file: "sessions", code: "missing_value", rows: 13},
      {source: "north", file: "sessions", code: "unknown_code", rows: 25},
      {source: "south", file: "clients", code: "bad_date", rows: null}
    ]);
    expect(protectHeld(await countQuarantined(warehouse, "2026-04-30"))).toMatchObject([
      {rows: 13},
      {rows: 13},
      {rows: null}
    ]);
    await dispose();
  });
});
