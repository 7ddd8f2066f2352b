import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readCatalogue, readRelease, readTable} from "../../src/dashboard/read_published.ts";
import {writePublished} from "./published_fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "published-"));
let written: ReturnType<typeof writePublished>;

beforeAll(() => {
  written = writePublished(folder);
});

afterAll(() => rmSync(folder, {recursive: true}));

describe("reading published files", () => {
  it("gives back every row as written, empty cells as null", () => {
    expect(readTable(folder, "results")).toEqual(written.rows);
    expect(readCatalogue(folder)).toEqual(written.catalogue);
    expect(readTable(folder, "ladder").find(({status}) => status === "suppressed")?.count).toBeNull();
    expect(readTable(folder, "quality")[0]?.because).toContain(", or of an unknown one, ");
    expect(readRelease(folder).settings).toHaveProperty("disclosure.minimum", 11);
  });

  it("sieves lines without losing a row of the measure", () => {
    const own = readTable(folder, "results", "attendance,").filter(({measure}) => measure === "attendance");
    expect(own).toEqual(written.rows.filter(({measure}) => measure === "attendance"));
  });

  it("has no row of a table that is not there or has only a header, unless every release has it", () => {
    rmSync(join(folder, "claims.csv"), {force: true});
    expect(readTable(folder, "claims")).toEqual([]);
    writeFileSync(join(folder, "claims.csv"), "measure,kind,sentence\n");
    expect(readTable(folder, "claims")).toEqual([]);
    rmSync(join(folder, "ladder.csv"));
    expect(() => readTable(folder, "ladder")).toThrow(/ladder\.csv/);
  });

  it("names file and column of a cell that is not a number", () => {
    const header = "check,category,severity,source,subject,violations,checked,status,because";
    writeFileSync(join(folder, "quality.csv"), `${header}\nrange,plausibility,warning,,,many,3,failed,why\n`);
    expect(() => readTable(folder, "quality")).toThrow(
      /quality\.csv.*\n.*expected a number or nothing\n.*\[0\]\.violations/
    );
  });
});
