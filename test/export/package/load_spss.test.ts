import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {distinctLevels, withoutEmptyLevels} from "../../../src/export/package/levels.ts";
import {loadSpss} from "../../../src/export/package/load_spss.ts";
import type {PackageOptions} from "../../../src/export/package/package_files.ts";
import {oneLine} from "../../../src/export/package/plain_text.ts";
import type {Field, Table, Value} from "../../../src/export/table.ts";
import {couldNotRun, hasProgram, run} from "./facts.ts";
import {awkward, awkwardAssessments, coded, hostile, type WrittenPackage, writePackage} from "./made_up_package.ts";

const hasPspp = hasProgram("pspp", "--version");
if (!hasPspp) couldNotRun("load.sps", "pspp is not installed");

describe.skipIf(!hasPspp).each([
  ["awkward", awkward],
  ["hostile", hostile]
])("load.sps of a package with %s words, in PSPP", (_, options: PackageOptions) => {
  let written: WrittenPackage;
  let said: string;
  beforeAll(() => {
    written = writePackage(options);
    const syntax = join(written.elsewhere, "..", "ask.sps");
    writeFileSync(syntax, questions(written.folder, options.tables));
    // what SPSS calls Unicode mode
    said = run("pspp", ["-O", "format=csv", syntax], written.elsewhere, "C.UTF-8");
  });
  afterAll(() => written.dispose());

  it("brings variable labels and levels of measurement, and runs nothing else", () => {
    const variables = sections(said, "Variables").flatMap((rows) => rows.slice(1).map((row) => row.slice(0, 4)));
    const expected = options.tables.flatMap(({fields}) =>
      fields.map((field, place) => [field.name, String(place + 1), oneLine(field.label), measurementOf(field)])
    );
    expect(variables.map(([name, place, label, level]) => [name, place, label, level])).toEqual(expected);
    expect(written.strayFiles()).toEqual([]);
  });

  it("brings value labels", () => {
    const found = sections(said, "Value Labels").flatMap((rows) => labelsIn(rows));
    const expected = options.tables.flatMap(({fields}) =>
      fields.flatMap(({name, levels}) =>
        distinctLevels(levels ?? []).map(({code, label}) => `${name} ${code}: ${oneLine(label)}`)
      )
    );
    expect(found.sort()).toEqual(expected.sort());
  });

  it("brings every value, and nothing where there is none", () => {
    for (const table of options.tables) {
      const rows: string[][] = parse(readFileSync(join(written.folder, "..", `${table.name}.csv`), "utf8"));
      expect(rows.slice(1).map((row) => row.map((cell, place) => typed(cell, table.fields[place])))).toEqual(
        table.rows.map((row) => row.map((value) => (value === 0 ? 0 : value)))
      );
    }
  });
});

describe("load.sps", () => {
  it("cuts a value label after 120 bytes so that one sees it", () => {
    const fields = [
      coded("long", [
        ["a", `${"é".repeat(59)}ab`],
        ["b", "é".repeat(61)]
      ])
    ];
    const syntax = loadSpss([{...awkwardAssessments, fields, rows: []}]);
    expect(syntax).toContain(`'a' '${"é".repeat(59)}ab'\n`);
    expect(syntax).toContain(`'b' '${"é".repeat(58)}…'.\n`);
  });

  it("has its strings on one line, and its commands at the start of lines", () => {
    for (const {tables} of [awkward, hostile]) {
      const lines = loadSpss(tables.map(withoutEmptyLevels)).split("\n");
      expect(
        lines.filter((line) => line.replace(/'(?:[^']|'')*'|"[^"]*"/g, "").includes("'") && !line.startsWith("*"))
      ).toEqual([]);
      const commands = lines.filter((line) => /^[^ *]/.test(line)).map((line) => line.split(/[ .]/)[0]);
      const known = "CACHE DATASET FORMATS GET MISSING SAVE SET VALUE VARIABLE".split(" ");
      expect([...new Set(commands)].filter((command) => !known.includes(command ?? ""))).toEqual([]);
    }
  });
});

/** Asks PSPP for what it knows of each table, and for its values. */
function questions(folder: string, tables: readonly Table[]): string {
  const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`;
  return [
    "SET TVARS=NAMES TNUMBERS=VALUES.",
    `INSERT FILE=${quoted(join(folder, "load.sps"))} CD=YES.`,
    ...tables.map(
      ({name}) =>
        `DATASET ACTIVATE ${name}.\nDISPLAY DICTIONARY.\nSAVE TRANSLATE /OUTFILE=${quoted(join(folder, "..", `${name}.csv`))} /TYPE=CSV /FIELDNAMES /CELLS=VALUES /REPLACE.`
    )
  ].join("\n");
}

/** The rows under each heading of that name. */
function sections(said: string, heading: string): string[][][] {
  return said
    .split(/^(?=Table: )/m)
    .filter((section) => section.startsWith(`Table: ${heading}\n`))
    .map((section) =>
      parse(section.slice(section.indexOf("\n") + 1), {relax_column_count: true, skip_empty_lines: true})
    );
}

/** The variable stands in the first row of its labels only. */
function labelsIn(rows: readonly string[][]): string[] {
  let variable = "";
  return rows.slice(1).map(([name, code, label]) => {
    variable = name || variable;
    return `${variable} ${code}: ${label}`;
  });
}

function typed(cell: string, field: Field | undefined): Value {
  if (cell.trim() === "") return null;
  return field?.type === "string" ? cell : Number(cell);
}

function measurementOf({type, levels, ordered}: Field): string {
  if (levels?.length) return ordered ? "Ordinal" : "Nominal";
  return type === "string" ? "Nominal" : "Scale";
}
