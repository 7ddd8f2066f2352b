import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {PackageOptions} from "../../../src/export/package/package_files.ts";
import {couldNotRun, expectedFacts, hasProgram, type Kinds, readFacts, run} from "./facts.ts";
import {awkward, hostile, type WrittenPackage, writePackage} from "./made_up_package.ts";

const hasR = hasProgram("Rscript", "--version");
if (!hasR) couldNotRun("load.R", "Rscript is not installed");

const kinds: Kinds = {string: "character", integer: "integer", number: "numeric", coded: "factor", ordered: "ordered"};

describe.skipIf(!hasR).each([
  ["awkward", awkward],
  ["hostile", hostile]
])("load.R of a package with %s words", (_, options: PackageOptions) => {
  let written: WrittenPackage;
  beforeAll(() => {
    written = writePackage(options);
  });
  afterAll(() => written.dispose());

  it("brings types, labels, levels in order, missing values and sums, and runs nothing else", () => {
    const script = join(import.meta.dirname, "facts.R");
    const names = options.tables.map(({name}) => name);
    const said = run("Rscript", ["--vanilla", script, join(written.folder, "load.R"), ...names], written.elsewhere);
    const expected = expectedFacts(options.tables, kinds);
    // whole numbers beyond 32 bits are numeric in R
    const wide = expected["episode.wide"] && {"episode.wide": {...expected["episode.wide"], type: "numeric"}};
    expect(readFacts(said, options.tables)).toEqual({...expected, ...wide});
    expect(written.strayFiles()).toEqual([]);
  });
});

describe.skipIf(!hasR)("load.R", () => {
  it("finds its folder when it is run itself, and when source changes the folder", () => {
    const written = writePackage(awkward);
    const script = join(written.folder, "load.R");
    const show = "cat(nrow(episode), exists('plumbline_read'))";
    try {
      expect(run("Rscript", ["--vanilla", "-e", `source("${script}", chdir = TRUE); ${show}`], "/")).toBe("8 FALSE");
      expect(run("Rscript", ["--vanilla", script], written.elsewhere)).toBe("");
    } finally {
      written.dispose();
    }
  });
});
