import fc from "fast-check";
import {afterAll, beforeAll, expect, it} from "vitest";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {martColumns, type Suffix} from "../../src/measures/count.ts";
import {measures} from "../../src/measures/index.ts";
import {build} from "../../src/warehouse/build.ts";
import {forEachWarehouse, type TestWarehouse} from "../warehouses.ts";
import {buildOptions} from "./build_options.ts";
import {contentOfTables, differingTables} from "./compare_tables.ts";
import {foldDeliveries} from "./fold_deliveries.ts";
import {loadVersions} from "./load_statement.ts";
import {type Arrival, type History, randomHistory} from "./random_history.ts";

/** Histories of a long run by hand. */
const runs = Number(process.env.HISTORY_RUNS ?? 0);

forEachWarehouse((open) => {
  let opened: TestWarehouse;
  let warehouse: Warehouse;
  const scopes = new Set<string>();
  const filled = new Set<string>();
  beforeAll(async () => {
    opened = await open();
    warehouse = opened.warehouse;
  });
  afterAll(() => opened.dispose());

  it("a warehouse built night by night holds the rows of one built whole, on every night", async () => {
    const numRuns = runs || (warehouse.kind === "embedded" ? 3 : 1);
    await fc.assert(fc.asyncProperty(randomHistory(), staysEqual), {numRuns, endOnFailure});
    expect(scopes).toContain("some");
    expect([...filled].sort()).toEqual(Object.keys(martColumns).sort());
  });

  it("what was known on an earlier date is what a warehouse held that heard nothing later, and is built beside the nightly one", async () => {
    const numRuns = runs || (warehouse.kind === "embedded" ? 2 : 1);
    await fc.assert(fc.asyncProperty(randomHistory(), knowsNothingLater), {numRuns, endOnFailure});
  });

  it("a night without a delivery and without a new date changes nothing", async () => {
    const [first] = fc.sample(randomHistory(), {numRuns: 1, seed: 1});
    const options = buildOptions({as_of: "2026-12-31", definition: crypto.randomUUID(), counts: counting("")});
    await load(first?.arrivals ?? []);
    expect(await build(warehouse, options)).toMatchObject({scope: "everyone"});
    expect(await build(warehouse, options)).toEqual({as_of: "2026-12-31", scope: "nothing", persons: 0, changed: 0});
  });

  it("a date that went back, a lost delivery and a changed definition build everyone anew", async () => {
    const [first] = fc.sample(randomHistory(), {numRuns: 1, seed: 1});
    const arrivals = first?.arrivals ?? [];
    const scopeOf = async (definition: string, as_of: string) =>
      (await build(warehouse, buildOptions({as_of, definition, counts: counting("")}))).scope;
    await load(arrivals);
    await scopeOf("one", "2026-12-31");
    expect(await scopeOf("one", "2026-12-30")).toBe("everyone");
    expect(await scopeOf("another", "2026-12-30")).toBe("everyone");
    await load(arrivals.slice(1));
    expect(await scopeOf("another", "2026-12-30")).toBe("everyone");
  });

  async function staysEqual({settings, nights, arrivals}: History): Promise<void> {
    const definition = crypto.randomUUID();
    for (const [night, as_of] of nights.entries()) {
      await load(arrivals.filter(({arrives}) => arrives <= night));
      const nightly = await build(warehouse, buildOptions({as_of, settings, definition, counts: counting("")}));
      scopes.add(nightly.scope);
      await warehouse.script("truncate warehouse_known.build");
      await build(warehouse, buildOptions({as_of, settings, definition, counts: counting("_known")}));
      expect(await differingTables(warehouse), `night ${night}`).toEqual([]);
      for (const mart of await filledMarts()) filled.add(mart);
    }
  }

  async function filledMarts(): Promise<string[]> {
    const marts = Object.keys(martColumns);
    const rows = await warehouse.query<{mart: string}>(
      marts.map((mart) => `select '${mart}' as mart where exists (select from mart.${mart})`).join(" union all ")
    );
    return rows.map(({mart}) => mart);
  }

  async function knowsNothingLater({settings, nights, arrivals}: History): Promise<void> {
    const [earlier = "", last = earlier] = [nights[1], nights.at(-1)];
    const definition = crypto.randomUUID();
    await load(arrivals);
    await build(warehouse, buildOptions({as_of: last, settings, definition, counts: counting("")}));
    const before = await contentOfTables(warehouse);
    await build(warehouse, buildOptions({as_of: earlier, settings, definition, counts: counting("_known")}));
    expect(await contentOfTables(warehouse)).toEqual(before);
    await load(arrivals.filter(({delivered_on}) => delivered_on <= earlier));
    await warehouse.script("truncate warehouse.build");
    await build(warehouse, buildOptions({as_of: earlier, settings, definition, counts: counting("")}));
    expect(await differingTables(warehouse)).toEqual([]);
  }

  async function load(arrivals: readonly Arrival[]): Promise<void> {
    await loadVersions(warehouse, foldDeliveries(arrivals), arrivals);
  }
});

/** Shrinking takes hundreds of builds: only a long run does it. */
const endOnFailure = runs === 0;

/** One measure of each way to count, and of each way to mature, is enough here: counting what a night changes takes longest. */
const oneOfEach = ["completion", "early_dropout", "end_measured", "phq9_change", "attendance", "length_of_stay"];
const counted = [...oneOfEach, "recovery", "time_in_program", "followup_retention", "phq9_change_at_followup"];

function counting(suffix: Suffix) {
  return {measures: measures.filter(({id}) => counted.includes(id)), dimensions: ["all", "payer"], suffix};
}
