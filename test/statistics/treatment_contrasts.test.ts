import {describe, expect, it} from "vitest";
import {designRow, treatmentContrasts} from "../../src/statistics/treatment_contrasts.ts";

const patterns = [
  {payer: "self", sex: "m"},
  {payer: "medicare", sex: "f"},
  {payer: "medicaid", sex: "f"}
];

describe("treatment contrasts", () => {
  it("take the first level as base and give each other level a column", () => {
    const contrasts = treatmentContrasts(patterns);
    expect(contrasts).toEqual([
      {covariate: "payer", base: "medicaid", levels: ["medicare", "self"]},
      {covariate: "sex", base: "f", levels: ["m"]}
    ]);
    expect(patterns.map((pattern) => designRow(contrasts, pattern))).toEqual([
      [1, 0, 1, 1],
      [1, 1, 0, 0],
      [1, 0, 0, 0]
    ]);
  });

  it("take the base they are given", () => {
    expect(treatmentContrasts(patterns, {payer: "self"})[0]).toEqual({
      covariate: "payer",
      base: "self",
      levels: ["medicaid", "medicare"]
    });
  });

  it("give a covariate of one level no column", () => {
    const contrasts = treatmentContrasts([{site: "north"}, {site: "north"}]);
    expect(designRow(contrasts, {site: "north"})).toEqual([1]);
  });

  it("have no row for a level that never occurred", () => {
    expect(designRow(treatmentContrasts(patterns), {payer: "charity", sex: "f"})).toBeNull();
  });

  it("put levels in the order of code points, prefixes first", () => {
    const levels = ["\u{1F600}", "\uFFFF", "ab", "a", "B"].map((level) => ({level}));
    const [contrast] = treatmentContrasts(levels);
    expect([contrast?.base, ...(contrast?.levels ?? [])]).toEqual(["B", "a", "ab", "\uFFFF", "\u{1F600}"]);
  });

  it("refuse a base that never occurs and patterns without a covariate", () => {
    expect(() => treatmentContrasts(patterns, {payer: "charity"})).toThrow("payer");
    expect(() => treatmentContrasts([...patterns, {payer: "self"}])).toThrow("sex");
  });

  it("of no patterns are none", () => {
    expect(treatmentContrasts([])).toEqual([]);
  });
});
