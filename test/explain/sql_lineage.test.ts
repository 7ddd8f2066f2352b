import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {tablesOf} from "../../src/explain/dictionary.ts";
import {ruleColumns} from "../../src/explain/rule_columns.ts";
import {type Definition, SqlFiles} from "../../src/explain/sql_lineage.ts";
import {measures} from "../../src/measures/index.ts";
import type {Measure} from "../../src/measures/measure.ts";
import {warehouseTables} from "../../src/warehouse/tables.ts";
import {openEmbeddedWarehouse} from "../warehouses.ts";

const folder = join(import.meta.dirname, "../../sql/warehouse");
const files = new SqlFiles(folder);

function definitionsOf(table: string, column: string): readonly Definition[] {
  return files.lineageOf(table, column).definitions;
}

/** The table in which a measure of this grain finds a column. */
function tableOf({grain}: Measure, column: string): string {
  return tablesOf[grain].find((table) => files.columnsOf(table).includes(column)) ?? "";
}

describe("the SQL that decides", () => {
  it.each(measures.map((measure) => [measure.id, measure] as const))(
    "is found for every condition, numerator, value, event and date of %s",
    (_id, measure) => {
      for (const {column} of ruleColumns(measure)) {
        const {definitions, origins} = files.lineageOf(tableOf(measure, column), column);
        expect(definitions.length + origins.length, column).toBeGreaterThan(0);
      }
    }
  );

  it("is the text that stands on that line of that file", () => {
    const found = measures.flatMap((measure) =>
      ruleColumns(measure).flatMap(({column}) => definitionsOf(tableOf(measure, column), column))
    );
    expect(found.length).toBeGreaterThan(500);
    for (const {file, line, expression} of found) {
      const text = readFileSync(join(folder, file), "utf8")
        .split("\n")
        .slice(line - 1)
        .join("\n");
      const start = text.indexOf(expression);
      expect(start, `${file}:${line}`).toBeGreaterThanOrEqual(0);
      expect(text.slice(0, start), `${file}:${line}`).not.toContain("\n");
    }
  });

  it("selects the columns that Postgres says it does", async () => {
    const {warehouse, dispose} = await openEmbeddedWarehouse();
    for (const {name} of warehouseTables) {
      const [table] = await warehouse.query<{columns: string[]}>(
        `select array_agg(attname::text order by attname) as columns from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
        [`warehouse.${name}`]
      );
      expect(files.columnsOf(name).sort(), name).toEqual(table?.columns.sort());
    }
    await dispose();
  });
});

describe("a column is followed", () => {
  const own = mkdtempSync(join(tmpdir(), "plumbline-sql-"));
  afterAll(() => rmSync(own, {recursive: true, force: true}));

  /** Where a column of warehouse.rule comes from, file, expression and comments, with these files and no others. */
  function follow(column: string, sql: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(sql)) writeFileSync(join(own, `${name}.sql`), text);
    const {definitions, origins} = new SqlFiles(own).lineageOf("rule", column);
    return {
      made: definitions.map(({file, line, expression}) => `${file}:${line} ${expression}`),
      comments: definitions.flatMap(({comments}) => comments),
      from: origins.map((one) => `${one.table}.${one.column}`)
    };
  }

  it("from a rule through other files down to what was delivered", () => {
    const rule = `-- Grain: one episode
with known as (
  select e.*, d.n > 0 as is_treated
  from warehouse.episode as e
  join warehouse.dose as d using (person_key)
)
select person_key, j.is_treated from known as j`;
    const dose =
      "select person_key, count(*) filter (where s.attendance in ('a, from b', 'partial')) as n from record.session as s";
    expect(follow("is_treated", {rule, dose, episode: "select person_key from record.episode"})).toMatchObject({
      made: ["rule.sql:3 d.n > 0", "dose.sql:1 count(*) filter (where s.attendance in ('a, from b', 'partial'))"],
      from: ["record.session.attendance"]
    });
  });

  it("with the comment above it", () => {
    const rule = "select\n  a,\n  -- 2 * a exactly\n  -- is enough\n  a >= 2 as is_b\nfrom record.x";
    expect(follow("is_b", {rule})).toEqual({
      made: ["rule.sql:5 a >= 2"],
      comments: ["2 * a exactly", "is enough"],
      from: ["record.x.a"]
    });
  });

  it("by its place in the parts of a union, but for those that count it as 0", () => {
    const rule = `with placed as (
  select key, is_a::integer as a, 0 as b from record.x
  union all
  select key, 0, is_b::integer from record.y
)
select key, sum(a) as a, sum(b) as b from placed group by key`;
    expect(follow("b", {rule})).toMatchObject({
      made: ["rule.sql:6 sum(b)", "rule.sql:4 is_b::integer"],
      from: ["record.y.is_b"]
    });
  });

  it("from the table that has it, where no alias says which", () => {
    const rule =
      "select baseline - post >= reliable_change as is_better from picked join warehouse.instrument using (instrument)";
    const sql = {rule: `with picked as (select first as baseline, last as post from record.x) ${rule}`};
    expect(follow("is_better", sql).from).toEqual([
      "record.x.first",
      "record.x.last",
      "warehouse.instrument.reliable_change"
    ]);
  });

  it("once, where a query names itself or a column is asked for twice", () => {
    const rule = `with recursive kept as (
  select key, received_on as kept_on from record.x
  union all
  select r.key, case when r.received_on - k.kept_on <= 30 then k.kept_on else r.received_on end
  from kept as k join record.x as r on r.place = k.place + 1
)
select key, kept_on is not null and kept_on > date '2000-01-01' as is_kept from kept`;
    expect(follow("is_kept", {rule})).toMatchObject({
      made: [
        "rule.sql:7 kept_on is not null and kept_on > date '2000-01-01'",
        "rule.sql:4 case when r.received_on - k.kept_on <= 30 then k.kept_on else r.received_on end"
      ],
      from: ["record.x.received_on"]
    });
  });

  it("nowhere, where it is not selected", () => {
    expect(follow("is_cured", {rule: "select a from record.x"})).toEqual({made: [], comments: [], from: []});
  });
});
