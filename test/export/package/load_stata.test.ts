import {describe, expect, it} from "vitest";
import {distinctLevels, withoutEmptyLevels} from "../../../src/export/package/levels.ts";
import {loadStata} from "../../../src/export/package/load_stata.ts";
import {charactersOf} from "../../../src/export/package/plain_text.ts";
import {stataWords} from "../../../src/export/package/stata_text.ts";
import {awkward, awkwardAssessments, coded, field, hostile} from "./made_up_package.ts";
import {readStata} from "./read_stata.ts";

const known =
  "args assert char clear compress drop generate if import label order rename replace save use version".split(" ");

describe.each([
  ["awkward", awkward.tables.map(withoutEmptyLevels)],
  ["hostile", hostile.tables]
])("load.do of a package with %s words", (_, tables) => {
  const commands = readStata(loadStata(tables));

  it("has no command but those that load, and no macro but the folder", () => {
    expect(commands.map(({words}) => words.split(" ")[0]).filter((word) => !known.includes(word ?? ""))).toEqual([]);
    const texts = commands.flatMap(({words, strings}) => [
      words,
      ...strings.map((text) => text.replace(/^`folder'/, ""))
    ]);
    expect(texts.filter((text) => /[`${}\n]|\/[/*]|\*\/|"'/.test(text))).toEqual([]);
  });

  it("labels every variable in 80 characters at most, under a name of 32 at most", () => {
    const labels = commands.filter(({words}) => words.startsWith("label variable "));
    const names = labels.map(({words}) => words.split(" ")[2] ?? "");
    expect(names).toEqual(tables.flatMap(({fields}) => fields.map(({name}) => name)));
    expect(names.filter((name) => name.length > 32)).toEqual([]);
    expect(labels.filter(({strings}) => charactersOf(strings[0] ?? "") > 80)).toEqual([]);
  });

  it("labels every code once, numbers as they are and texts by their place", () => {
    const labels = commands.filter(({words}) => words.startsWith("label define "));
    const found = labels.map(({words, strings}) => [...words.split(" ").slice(2, 4), strings[0]].join(" "));
    const expected = tables.flatMap(({fields}) =>
      fields.flatMap(({name, levels}) =>
        distinctLevels(levels ?? []).map(({code, label}, order) => {
          const number = typeof code === "number" ? code : order + 1;
          return [name, number, stataWords(label, 32_000, charactersOf).slice(2, -2)].join(" ");
        })
      )
    );
    expect(found).toEqual(expected);
  });

  it("turns exactly the codes of the data into numbers", () => {
    const replaced = commands.filter(({words}) => words.startsWith("replace "));
    const found = replaced.map(({words, strings}) => {
      const [, number, variable, sum] = /^replace plumbline_code = (\d+) if (\w+) == (.*)$/.exec(words) ?? [];
      return [variable, number, codeIn(sum ?? "", strings)];
    });
    const expected = tables.flatMap(({fields}) =>
      fields.flatMap(({name, type, levels}) =>
        type === "string" ? (levels ?? []).map(({code}, order) => [name, String(order + 1), code]) : []
      )
    );
    expect(found).toEqual(expected);
  });

  it("names text columns and numeric columns by their place", () => {
    const imports = commands.filter(({words}) => words.startsWith("import delimited"));
    for (const [place, {fields}] of tables.entries()) {
      const placesOf = (isText: boolean) =>
        fields.flatMap(({type}, column) => ((type === "string") === isText ? [column + 1] : [])).join(" ");
      expect(imports[place]?.words).toContain(`stringcols(${placesOf(true)}) numericcols(${placesOf(false)})`);
    }
  });
});

describe("load.do", () => {
  it("cuts long labels of variables so that one sees it", () => {
    const fields = [field("long", "integer", {label: "é".repeat(90)}), coded("code", [["a", "b".repeat(200)]])];
    const text = loadStata([{...awkwardAssessments, fields, rows: []}]);
    expect(text).toContain(`label variable long \`"${"é".repeat(79)}…"'`);
    expect(text).toContain(`label define code 1 \`"${"b".repeat(200)}"', replace`);
  });
});

/** Works out a sum of strings and char(…). */
function codeIn(sum: string, strings: readonly string[]): string {
  const rest = [...strings];
  return sum
    .split(" + ")
    .map((part) =>
      part === '""' ? (rest.shift() ?? "") : String.fromCharCode(Number(/^char\((\d+)\)$/.exec(part)?.[1]))
    )
    .join("");
}
