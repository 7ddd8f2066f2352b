import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {compareFigures} from "../../pipelines/verify/compare_figures.ts";
import {toCsv} from "../../src/publish/csv.ts";
import type {Result} from "../../src/publish/result.ts";
import {publishedColumns} from "../../src/publish/tables.ts";

const figure: Result = {
  measure: "completion",
  version: "1",
  domain: "effectiveness",
  breakdown: "program",
  group: "north-iop",
  period_type: "year",
  period: "2026",
  units: 59,
  denominator: 59,
  numerator: 43,
  value: 43 / 59,
  lower: 0.6,
  upper: 0.83,
  unit: "share",
  status: "published",
  reason: "",
  as_of: "2026-04-30",
  guarded: []
};
const before: Result = {...figure, units: 58, denominator: 58, numerator: 42, value: 42 / 58, as_of: "2026-03-31"};
const held: Result = {...before, reason: "as of 2026-03-31: what changed since is too little to be shown"};
const hidden: Result = {
  ...{...figure, group: "east-iop", units: null, denominator: null, numerator: null},
  ...{value: null, lower: null, upper: null, status: "suppressed", reason: "hidden to protect people"}
};

let releases: string;
beforeEach(() => {
  releases = mkdtempSync(join(tmpdir(), "plumbline-releases-"));
});
afterEach(() => rmSync(releases, {recursive: true, force: true}));

function publish(name: string, ...rows: Result[]): string {
  const folder = join(releases, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "results.csv"), toCsv(rows, publishedColumns.results));
  return folder;
}

describe("the figures of a release that was held against an earlier one", () => {
  it("are what is counted again where they are told anew, and nothing is said of what is hidden", async () => {
    const folder = publish("2026-04-30-b", figure, hidden);
    const again = [figure, {...hidden, units: 12, numerator: 7, value: 7 / 12, status: "published" as const}];
    expect(await compareFigures(folder, "2026-04-30", again)).toEqual({
      ...{told: 1, held: 0, not_here: 0, hidden: 1, difference: null}
    });
  });

  it("are what an earlier release of their date says where they are held", async () => {
    publish("2026-03-31-a", before);
    const folder = publish("2026-04-30-b", held);
    expect(await compareFigures(folder, "2026-04-30", [figure])).toMatchObject({held: 1, told: 0, difference: null});
  });

  it("are found among several releases of one date, of which one has the figure", async () => {
    publish("2026-03-31-a", {...before, numerator: 40, value: 40 / 58});
    publish("2026-03-31-c", before);
    const folder = publish("2026-04-30-b", held);
    expect(await compareFigures(folder, "2026-04-30", [figure])).toMatchObject({held: 1, difference: null});
  });

  it("cannot be held to a release that is not here, which is told and is no edit", async () => {
    const folder = publish("2026-04-30-b", held);
    expect(await compareFigures(folder, "2026-04-30", [figure])).toMatchObject({not_here: 1, difference: null});
  });

  it("differ where one was changed; what is counted again is not said, since it was never protected", async () => {
    const folder = publish("2026-04-30-b", {...figure, numerator: 50});
    expect((await compareFigures(folder, "2026-04-30", [figure])).difference).toEqual({
      place: "results.csv, row 1 (completion, program, north-iop, year, 2026), numerator",
      expected: "50",
      found: "another figure, when it is counted again"
    });
  });

  it("differ where a held one was changed, and the earlier release says how", async () => {
    publish("2026-03-31-a", before);
    const folder = publish("2026-04-30-b", {...held, numerator: 50});
    expect((await compareFigures(folder, "2026-04-30", [figure])).difference).toEqual({
      place: "results.csv, row 1 (completion, program, north-iop, year, 2026), numerator",
      expected: "50",
      found: "42"
    });
  });
});
