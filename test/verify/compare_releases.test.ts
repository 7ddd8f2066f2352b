import {describe, expect, it} from "vitest";
import {tableDifference} from "../../pipelines/verify/compare_releases.ts";

const published = `measure,breakdown,group,period,units,value
completion,all,,,135,0.5
completion,program,north-iop,2026-Q1,59,0.75
`;

function againWith(from: string, to: string): string {
  return published.replace(from, to);
}

describe("the first difference between a release and the same made again", () => {
  it("is the first cell that differs, named by file, row and column, with the figure that was published", () => {
    expect(tableDifference(published, againWith("59,0.75", "60,0.8"), "results.csv")).toEqual({
      place: "results.csv, row 2 (completion, program, north-iop, 2026-Q1), units",
      expected: "59",
      found: "60"
    });
  });

  it("is a row that is missing, or one too many", () => {
    const shorter = published.split("\n").slice(0, 2).join("\n");
    expect(tableDifference(published, shorter, "results.csv")).toEqual({
      place: "results.csv, row 2 (completion, program, north-iop, 2026-Q1)",
      expected: "the row",
      found: "the end of the file"
    });
    expect(tableDifference(shorter, published, "results.csv")).toEqual({
      place: "results.csv",
      expected: "its end after row 1",
      found: "a row (completion, program, north-iop, 2026-Q1)"
    });
  });

  it("is a column that has another name, whatever stands in it", () => {
    expect(tableDifference(published, againWith("units", "people"), "results.csv")).toEqual({
      place: "results.csv, header, 5",
      expected: "units",
      found: "people"
    });
  });

  it("says of an empty cell that nothing was there", () => {
    expect(tableDifference(published, againWith("135,0.5", ",0.5"), "results.csv")).toMatchObject({
      expected: "135",
      found: "nothing"
    });
  });

  it("is none where every cell is the same", () => {
    expect(tableDifference(published, published.replace("all,,", 'all,"",'), "results.csv")).toBeNull();
  });
});
