import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {inSchemas} from "../../src/database/migrate.ts";
import {parseStatement, valuesOf} from "../../src/database/statement.ts";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {forEachWarehouse, type TestWarehouse} from "../warehouses.ts";

forEachWarehouse((open) => {
  let opened: TestWarehouse;
  let warehouse: Warehouse;
  beforeAll(async () => {
    opened = await open();
    warehouse = opened.warehouse;
    await warehouse.script("create table public.score (episode text, assessed_on date, total bigint)");
  });
  afterAll(() => opened.dispose());

  it("keeps a date as the text it was written in, whatever the time zone", async () => {
    expect(await warehouse.query("select date '2024-07-31' as assessed_on")).toEqual([{assessed_on: "2024-07-31"}]);
  });

  it("refuses a count that JavaScript would round", async () => {
    await expect(warehouse.query("select 9007199254740993::bigint as n")).rejects.toThrow("safe integers");
    expect(await warehouse.query("select 9007199254740991::bigint as n")).toEqual([{n: 9007199254740991}]);
  });

  it("refuses a numeric, which would arrive as text", async () => {
    await expect(warehouse.query("select 1.5::numeric as n")).rejects.toThrow("numeric left SQL");
  });

  it("takes rows in COPY text format, whole however the chunks are cut", async () => {
    const rows = Array.from({length: 1000}, (_, i) => `e${i}\t2024-07-31\t${i}\n`).join("");
    const bytes = Buffer.from(`${rows}last\t\\N\t\\N\n`);
    async function* chunks() {
      for (let at = 0; at < bytes.length; at += 777) yield bytes.subarray(at, at + 777);
    }
    expect(await warehouse.copyIn("public.score", ["episode", "assessed_on", "total"], chunks())).toBe(1001);
    expect(await warehouse.query("select count(*) as n, sum(total)::bigint as total from public.score")).toEqual([
      {n: 1001, total: 499500}
    ]);
  });

  it("gives rows back in COPY csv format", async () => {
    const parts: Buffer[] = [];
    for await (const part of warehouse.copyOut("select episode, assessed_on from public.score where episode = 'e7'"))
      parts.push(part);
    expect(Buffer.concat(parts).toString()).toBe("e7,2024-07-31\n");
  });

  it("undoes everything of a transaction that fails, COPY included", async () => {
    async function* one() {
      yield Buffer.from("undone\t2024-01-01\t1\n");
    }
    const work = warehouse.transaction(async () => {
      await warehouse.copyIn("public.score", ["episode", "assessed_on", "total"], one());
      throw new Error("stop");
    });
    await expect(work).rejects.toThrow("stop");
    expect(await warehouse.query("select count(*) as n from public.score where episode = 'undone'")).toEqual([{n: 0}]);
  });

  it("goes on after a statement that fails", async () => {
    await expect(warehouse.query("select 1/0")).rejects.toThrow("division by zero");
    expect(await warehouse.query("select 1 as n")).toEqual([{n: 1}]);
  });

  it("has a comment on every table and column", async () => {
    const bare = await warehouse.query<{name: string}>(`
      select n.nspname || '.' || c.relname || coalesce('.' || a.attname, '') as name
      from pg_class as c
      join pg_namespace as n on n.oid = c.relnamespace
      left join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and n.nspname in ('plumbline', 'record', 'warehouse', 'mart')
        and col_description(c.oid, a.attnum) is null
      order by 1`);
    expect(bare).toEqual([]);
  });
});

describe("a statement file", () => {
  it("has its named parameters numbered, and nothing in strings, casts or comments touched", () => {
    const {text, names} = parseStatement(
      "select ':no', x::int -- :no\nfrom t where d <= :as_of and n > :days::int and e > :as_of;"
    );
    expect(text).toBe("select ':no', x::int -- :no\nfrom t where d <= $1 and n > $2::int and e > $1");
    expect(names).toEqual(["as_of", "days"]);
  });

  it("gets its values in order, and misses none silently", () => {
    const statement = parseStatement("select :b, :a");
    expect(valuesOf(statement, {a: 1, b: 2, c: 3})).toEqual([2, 1]);
    expect(() => valuesOf(statement, {a: 1})).toThrow(":b");
  });

  it("is moved to the schemas of an earlier known date", () => {
    expect(inSchemas("select * from warehouse.episode join mart.tally join record.session", "_known")).toBe(
      "select * from warehouse_known.episode join mart_known.tally join record.session"
    );
  });
});
