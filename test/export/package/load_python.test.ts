import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {PackageOptions} from "../../../src/export/package/package_files.ts";
import {couldNotRun, expectedFacts, type Facts, hasProgram, type Kinds, readFacts, run} from "./facts.ts";
import {awkward, hostile, type WrittenPackage, writePackage} from "./made_up_package.ts";

const hasPython = hasProgram("python3", "--version");
const hasPandas = hasPython && hasProgram("python3", "-c", "import pandas");
if (!hasPython) couldNotRun("load.py", "python3 is not installed");
else if (!hasPandas) couldNotRun("load.py with pandas", "pandas is not installed");

const frameKinds: Kinds = {
  string: "string",
  integer: "Int64",
  number: "float64",
  coded: "category",
  ordered: "ordered"
};

const facts = join(import.meta.dirname, "facts.py");

describe.skipIf(!hasPython).each([
  ["awkward", awkward],
  ["hostile", hostile]
])("load.py of a package with %s words", (_, options: PackageOptions) => {
  let written: WrittenPackage;
  beforeAll(() => {
    written = writePackage(options);
  });
  afterAll(() => written.dispose());

  const load = (way: "plain" | "frame") =>
    readFacts(run("python3", [facts, written.folder, way], written.elsewhere), options.tables);

  it("brings codes, types and missing values without pandas, and runs nothing else", () => {
    expect(load("plain")).toEqual(plainly(expectedFacts(options.tables, frameKinds), options));
    expect(written.strayFiles()).toEqual([]);
  });

  it.skipIf(!hasPandas)("brings labels and levels in order with pandas", () => {
    expect(load("frame")).toEqual(expectedFacts(options.tables, frameKinds));
    expect(written.strayFiles()).toEqual([]);
  });
});

/** Rows have codes and no labels; Python knows the type of a value, not of a column. */
function plainly(expected: Facts, {tables}: PackageOptions): Facts {
  const types = {string: "str", integer: "int", number: "float"} as const;
  const typeOf = new Map(
    tables.flatMap((table) =>
      table.fields.map(({name, type}) => [`${table.name}.${name}` as string, types[type]] as const)
    )
  );
  return Object.fromEntries(
    Object.entries(expected).map(([column, found]) => {
      const isEmpty = found.values.every((value) => value === null);
      return [column, {...found, type: isEmpty ? "" : (typeOf.get(column) ?? ""), label: null, unit: null, levels: []}];
    })
  );
}
