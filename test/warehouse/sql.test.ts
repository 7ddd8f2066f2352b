import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {parseStatement} from "../../src/database/statement.ts";
import {warehouseTables} from "../../src/warehouse/tables.ts";

interface SqlFile {
  readonly name: string;
  readonly text: string;
  readonly header: string;
  /** What Postgres reads: without comments and strings. */
  readonly code: string;
}

const sql = join(import.meta.dirname, "../../sql");
const warehouseFiles = filesOf("warehouse");
const files = [...warehouseFiles, ...filesOf("checks"), ...filesOf("export")];

/** Files of sql/warehouse that fill no table of their own. */
const others = ["changed_person", "every_person", "meeting", "moving_person", "waiting_orphan"];

/** Citus refuses them; and a float would make a sum hang on the order of its rows. */
const refused = {
  "grouping sets": /\bgrouping\s+sets\b/i,
  cube: /\bcube\s*\(/i,
  rollup: /\brollup\s*\(/i,
  "a temporary table": /\btemp(orary)?\b/i,
  "a trigger": /\btrigger\b/i,
  "lateral values": /\blateral\s*\(\s*values\b/i,
  "a float aggregate": /\b(avg|stddev|stddev_\w+|variance|var_\w+|corr|covar_\w+|regr_\w+|percentile_\w+)\s*\(/i,
  "a float": /\b(float[48]?|real|double\s+precision)\b/i
};

describe("the files of sql/warehouse", () => {
  it("are the tables that a build fills, and those that find persons and rows to fill them with", () => {
    const names = warehouseFiles.map(({name}) => name.replace("warehouse/", ""));
    expect(names.sort()).toEqual([...warehouseTables.map(({name}) => name), ...others].sort());
  });

  it("read only tables that are filled before them", () => {
    const order = ["person_to_build", ...warehouseTables.map(({name}) => name)];
    for (const {name, code} of warehouseFiles) {
      const own = order.indexOf(name.replace("warehouse/", ""));
      const read = tablesIn(code).filter((table) => table.startsWith("warehouse."));
      const later = read.filter((table) => own >= 0 && order.indexOf(table.replace("warehouse.", "")) >= own);
      expect(later, name).toEqual([]);
    }
  });
});

describe.each(files.map((file) => [file.name, file] as const))("%s", (name, file) => {
  it("begins with what a row is, what it reads and its parameters", () => {
    const first = name.startsWith("checks/") ? "Looks for" : "Grain";
    expect(file.header).toMatch(new RegExp(`^-- ${first}: [^]+\\n-- Reads: .+\\n-- Parameters: .+\\n$`));
  });

  it("names the tables that it reads", () => {
    const named = listed(file, "Reads");
    const read = tablesIn(file.code);
    const covers = (entry: string, table: string) =>
      entry === table || (entry.endsWith(".*") && table.startsWith(entry.slice(0, -1)));
    expect(read.filter((table) => !named.some((entry) => covers(entry, table)))).toEqual([]);
    expect(named.filter((entry) => !read.some((table) => covers(entry, table)))).toEqual([]);
  });

  it("names its parameters", () => {
    const named = listed(file, "Parameters").filter((parameter) => parameter !== "none");
    expect([...named].sort()).toEqual([...parseStatement(file.text).names].sort());
  });

  it("is one select of at most 110 lines that names its columns", () => {
    expect(file.text.trimEnd().split("\n").length).toBeLessThanOrEqual(110);
    expect(file.code.replace(/;\s*$/, "")).not.toContain(";");
    expect(file.code.trim()).toMatch(/^(with|select)\b/);
    expect(outermost(file.code)).not.toMatch(/\bselect\s+(distinct\s+)?(\w+\.)?\*/);
  });

  it("has nothing that Citus refuses, and no float", () => {
    expect(Object.entries(refused).flatMap(([what, pattern]) => (pattern.test(file.code) ? [what] : []))).toEqual([]);
  });
});

function filesOf(folder: string): SqlFile[] {
  return readdirSync(join(sql, folder))
    .sort()
    .map((file) => {
      const text = readFileSync(join(sql, folder, file), "utf8");
      const header = /^(--[^\n]*\n)*/.exec(text)?.[0] ?? "";
      const code = text.replaceAll(/--[^\n]*/g, "").replaceAll(/'(?:[^']|'')*'/g, "''");
      return {name: `${folder}/${file.replace(/\.sql$/, "")}`, text, header, code};
    });
}

function listed({header}: SqlFile, word: string): string[] {
  const line = new RegExp(`^-- ${word}: (.+)$`, "m").exec(header)?.[1] ?? "";
  return line.split(", ");
}

function tablesIn(code: string): string[] {
  return [...new Set(code.match(/\b(record|warehouse|mart)\.\w+/g) ?? [])];
}

/** The statement without anything in parentheses: the select lists that its columns come from. */
function outermost(code: string): string {
  let depth = 0;
  let text = "";
  for (const sign of code) {
    if (sign === ")") depth -= 1;
    if (depth === 0) text += sign;
    if (sign === "(") depth += 1;
  }
  return text;
}
