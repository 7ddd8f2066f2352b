import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readCatalogue, readLadder, readQuality, readRelease, readResults} from "../../src/dashboard/read_published.ts";
import {writePublished} from "./published_fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "published-"));
let written: ReturnType<typeof writePublished>;

beforeAll(() => {
  written = writePublished(folder);
});

afterAll(() => rmSync(folder, {recursive: true}));

describe("reading published files", () => {
  it("gives back every row as written, empty cells as null", () => {
    expect(readResults(folder)).toEqual(written.rows);
    expect(readCatalogue(folder)).toEqual(written.catalogue);
    expect(readLadder(folder).find(({status}) => status === "suppressed")?.count).toBeNull();
    expect(readQuality(folder)[0]?.because).toContain(", or of an unknown one, ");
    expect(readRelease(folder).settings).toHaveProperty("disclosure.minimum", 11);
  });

  it("sieves lines without losing a row of the measure", () => {
    const own = readResults(folder, "attendance,").filter(({measure}) => measure === "attendance");
    expect(own).toEqual(written.rows.filter(({measure}) => measure === "attendance"));
  });

  it("names file and column of a cell that is not a number", () => {
    const header = "check,category,severity,source,subject,violations,checked,status,because";
    writeFileSync(join(folder, "quality.csv"), `${header}\nrange,plausibility,warning,,,many,3,failed,why\n`);
    expect(() => readQuality(folder)).toThrow(/quality\.csv.*\n.*expected a number or nothing\n.*\[0\]\.violations/);
  });
});
