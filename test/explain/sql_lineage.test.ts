import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
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

  it("goes from a rule down to what was delivered", () => {
    const {definitions, origins} = files.lineageOf("episode_outcome", "is_treated");
    expect(definitions.map(({file, column, expression}) => [file, column, expression])).toEqual([
      ["episode_outcome.sql", "is_treated", "d.treated_sessions > 0"],
      ["episode_dose.sql", "treated_sessions", "coalesce(d.treated_sessions, 0)"],
      ["episode_dose.sql", "treated_sessions", "sum(treated_sessions)::integer"],
      ["episode_dose.sql", "treated_sessions", "count(*) filter (where is_treated)::integer"],
      ["session.sql", "is_treated", "s.attendance in ('attended', 'partial')"]
    ]);
    expect(origins).toEqual([{table: "record.session", column: "attendance"}]);
  });

  it("comes with the comment above it", () => {
    const [, later] = definitionsOf("episode_score", "post_last");
    expect(definitionsOf("episode_score", "post_last")[0]?.comments).toEqual([
      "a score counts as a later one only on a later day than the baseline"
    ]);
    expect(later?.comments).toEqual(["last score of the episode: the latest day up to 14 days after discharge"]);
  });

  it("is followed from one table into another that only hands a column on", () => {
    const [first] = definitionsOf("episode_outcome", "is_recovered");
    expect(first).toMatchObject({file: "episode_change.sql", expression: expect.stringContaining("phq9_last < 10")});
  });

  it("ends in what an instrument declares", () => {
    const {origins} = files.lineageOf("episode_score", "is_reliably_improved");
    expect(origins).toContainEqual({table: "warehouse.instrument", column: "reliable_change"});
  });

  it("of a part of a union is found in every part that counts it", () => {
    const expressions = definitionsOf("session_period", "measured_weeks").map(({expression}) => expression);
    expect(expressions).toEqual([
      "sum(measured_weeks)::integer",
      "sum(measured_weeks)::integer",
      "(m.person_key is not null)::integer"
    ]);
  });

  it("is not found for a column that is not there", () => {
    expect(files.lineageOf("episode_outcome", "is_cured")).toEqual({definitions: [], origins: []});
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
