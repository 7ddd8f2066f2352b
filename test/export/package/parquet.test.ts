import {join} from "node:path";
import {parquetReadObjects} from "hyparquet";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {tableParquet} from "../../../src/export/package/parquet.ts";
import {couldNotRun, hasProgram, run} from "./facts.ts";
import {awkward, awkwardEpisodes, hostile, type WrittenPackage, writePackage} from "./made_up_package.ts";

const hasPyarrow = hasProgram("python3", "-c", "import pyarrow.parquet");
const hasNanoparquet = hasProgram("Rscript", "--vanilla", "-e", "library(nanoparquet)");
if (!hasPyarrow) couldNotRun("Parquet in Python", "pyarrow is not installed");
if (!hasNanoparquet) couldNotRun("Parquet in R", "nanoparquet is not installed");

const sums = {hours: 1e21, wide: 2 ** 40 - 2, phq9_first: 57};

describe("a table as Parquet", () => {
  let written: WrittenPackage;
  beforeAll(() => {
    written = writePackage(awkward);
  });
  afterAll(() => written.dispose());

  it("has the rows of the table, in its order and types", async () => {
    for (const table of [...awkward.tables, ...hostile.tables]) {
      const {buffer, byteOffset, byteLength} = tableParquet(table);
      const rows = await parquetReadObjects({file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer});
      const names = table.fields.map(({name}) => name);
      const found = rows.map((row) => names.map((name) => row[name] ?? null));
      const plain = found.map((row) => row.map((value) => (typeof value === "bigint" ? Number(value) : value)));
      expect(plain).toEqual(table.rows);
      expect(found.flat().some((value) => typeof value === "bigint")).toBe(table === awkwardEpisodes);
    }
  });

  it.skipIf(!hasPyarrow)("is read by Python", () => {
    const code =
      "import json, sys, pyarrow.parquet as p; t = p.read_table(sys.argv[1]); n = t.column_names;" +
      "print(json.dumps([n, [t[c].null_count for c in n], {c: sum(v for v in t[c].to_pylist() if v is not None)" +
      " for c in sys.argv[2:]}, t['zip3'].to_pylist()]))";
    const said = run("python3", ["-c", code, join(written.folder, "episode.parquet"), ...Object.keys(sums)], "/");
    expect(JSON.parse(said)).toEqual([
      awkwardEpisodes.fields.map(({name}) => name),
      awkwardEpisodes.fields.map((_, place) => awkwardEpisodes.rows.filter((row) => row[place] === null).length),
      sums,
      ["036", "NA", null, "000", "059", "036", "036", "036"]
    ]);
  });

  it.skipIf(!hasNanoparquet)("is read by R", () => {
    const code =
      "t <- nanoparquet::read_parquet(commandArgs(TRUE)[1]); cat(names(t), sep = ','); cat('\\n');" +
      "cat(colSums(is.na(t)), sep = ','); cat('\\n'); cat(sprintf('%.17g', sum(t$wide, na.rm = TRUE)))";
    const said = run("Rscript", ["--vanilla", "-e", code, join(written.folder, "episode.parquet")], "/");
    expect(said.split("\n")).toEqual([
      awkwardEpisodes.fields.map(({name}) => name).join(","),
      awkwardEpisodes.fields
        .map((_, place) => awkwardEpisodes.rows.filter((row) => row[place] === null).length)
        .join(","),
      String(sums.wide)
    ]);
  });
});
