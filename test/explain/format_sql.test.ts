import {describe, expect, it} from "vitest";
import {countingSql} from "../../src/explain/counting_sql.ts";
import {formatSql} from "../../src/explain/format_sql.ts";
import {tokensOf} from "../../src/explain/sql_tokens.ts";
import {relationsOf} from "../../src/measures/count.ts";
import {measures} from "../../src/measures/index.ts";
import {isOverUnits} from "../../src/measures/measure.ts";
import {tallyStatement} from "../../src/measures/tally_statement.ts";

describe("a statement made readable", () => {
  it("begins a line with each clause, and stands further in inside brackets", () => {
    const text = formatSql(
      "select a, count(*) as n from (select x.a, x.b from warehouse.x as x join y using (a) where x.b and not x.c) as z group by a"
    );
    expect(text.split("\n")).toEqual([
      "select",
      "  a,",
      "  count(*) as n",
      "from (",
      "  select",
      "    x.a, x.b",
      "  from warehouse.x as x",
      "  join y using (a)",
      "  where x.b and not x.c",
      ") as z",
      "group by a"
    ]);
  });

  it("says what it said before", () => {
    const words = (sql: string) => tokensOf(sql).map(({text}) => text);
    for (const {select} of tallyStatement(measures.filter(isOverUnits), "all", relationsOf("")))
      expect(words(formatSql(select))).toEqual(words(select));
  });

  it("has no line that a terminal would break, for any measure", () => {
    const lines = measures.flatMap((measure) => countingSql(measure, "").flatMap(({sql}) => sql.split("\n")));
    expect(lines.filter((line) => line.length > 110)).toEqual([]);
  });
});
