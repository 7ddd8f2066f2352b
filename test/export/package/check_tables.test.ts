import {describe, expect, it} from "vitest";
import {UserError} from "../../../src/errors.ts";
import {packageFiles} from "../../../src/export/package/package_files.ts";
import type {Field, Table, Value} from "../../../src/export/table.ts";
import {awkward, awkwardAssessments, awkwardEpisodes, coded, field} from "./made_up_package.ts";

const key = field("id", "string", {sensitivity: "key"});

function tableOf(more: Field, values: readonly Value[]): Table {
  return {
    name: "visit",
    grain: "a visit",
    primary_key: ["id"],
    fields: [key, more],
    rows: values.map((value, row) => [`v${row}`, value])
  };
}

function build(...tables: Table[]) {
  return () => packageFiles({...awkward, tables});
}

describe("an export is refused", () => {
  it.each([
    ["a code that begins like a formula", "=1+1"],
    ["a code that begins with a minus", "-unknown"],
    ["a code with blanks around it", " a"],
    ["a code on two lines", "a\nb"],
    ["an empty code, which CSV cannot tell from none", ""],
    ["half a character", "\ud800"]
  ])("for %s, without saying it", (_, value) => {
    const refusals = [tableOf(field("word", "string"), [value]), tableOf(coded("word", [[value, "a"]]), [null])];
    for (const table of refusals) {
      let thrown: unknown;
      try {
        build(table)();
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(UserError);
      expect(String(thrown)).toMatch(/visit\.word: expected text/);
      if (value.trim().length > 1) expect(String(thrown)).not.toContain(value);
    }
  });
});

describe("tables that contradict themselves are a mistake in the program", () => {
  it.each<[string, RegExp, Table[]]>([
    ["a code without a level", /visit\.a: expected its levels/, [tableOf(coded("a", [["x", "X"]]), ["y"])]],
    ["a text among numbers", /visit\.a: expected values of its type/, [tableOf(field("a", "integer"), ["1"])]],
    ["a fraction among whole numbers", /expected values of its type/, [tableOf(field("a", "integer"), [0.5])]],
    ["a number without end", /expected values of its type/, [tableOf(field("a", "number"), [Number.NaN])]],
    ["levels of fractions", /visit\.a: expected levels/, [tableOf({...coded("a", [[1, "x"]]), type: "number"}, [1])]],
    [
      "a code with two levels",
      /a level for a code once/,
      [
        tableOf(
          coded("a", [
            ["x", "1"],
            ["x", "2"]
          ]),
          ["x"]
        )
      ]
    ],
    ["a reason that is no field", /as missing_reason/, [tableOf(field("a", "number", {missing_reason: "why"}), [1])]],
    ["a name of 33 characters", /expected a name for SPSS/, [tableOf(field("a".repeat(33), "number"), [1])]],
    ["a name that SPSS keeps", /expected a name for SPSS/, [tableOf(field("by", "number"), [1])]],
    ["two fields of a name", /that nothing else has/, [tableOf(key, ["a"])]],
    ["a table over another file", /that nothing else has/, [{...tableOf(field("a", "number"), [1]), name: "codebook"}]],
    [
      "two rows of a key",
      /visit: expected a primary key/,
      [{...tableOf(field("a", "number"), [1, 1]), primary_key: ["a"]}]
    ],
    [
      "a row of too few values",
      /visit: expected a value for each field/,
      [{...tableOf(key, []), fields: [key], rows: [[]]}]
    ],
    [
      "a score of nobody",
      /assessment: expected every episode_key to be a row of episode/,
      [awkwardEpisodes, {...awkwardAssessments, rows: [["e99", 1, 1]]}]
    ]
  ])("%s", (_, message, tables) => {
    expect(build(...tables)).toThrow(message);
    expect(build(...tables)).not.toThrow(UserError);
  });
});
