import {describe, expect, it} from "vitest";
import type {Measure} from "../../src/dashboard/catalogue.ts";
import {quarters} from "../../src/dashboard/components/quarters.ts";
import {trend} from "../../src/dashboard/components/trend.ts";
import {missingWords, trendWords} from "../../src/dashboard/components/trend_words.ts";
import {resultRow} from "./fixture_rows.ts";
import {catalogue} from "./published_fixture.ts";

const hidden = {units: null, denominator: null, numerator: null, value: null, lower: null, upper: null};
const quarter = (period: string, given = {}) => resultRow({period_type: "quarter", period, ...given});
const rows = [
  quarter("2025-Q3", {value: 0.5, units: 40}),
  quarter("2025-Q4", {...hidden, status: "suppressed"}),
  quarter("2026-Q2", {value: 0, lower: 0, upper: 0.1, units: 24, status: "unstable"}),
  resultRow({period_type: "year", period: "2025"})
];
const [measure] = catalogue.measures as [Measure];

describe("a trend", () => {
  it("has every quarter from the first to the last, across the year's end", () => {
    expect(quarters(rows).map(({period, row}) => [period, row?.status ?? null])).toEqual([
      ["2025-Q3", "published"],
      ["2025-Q4", "suppressed"],
      ["2026-Q1", null],
      ["2026-Q2", "unstable"]
    ]);
  });

  it("tells in words how many quarters have a value, and the first and the last with n", () => {
    expect(trendWords(measure, quarters(rows))).toBe(
      "Completion by quarter: 2 of 4 quarters have a value. First 2025 Q3: 50.0% (n = 40). Last 2026 Q2: 0% (n = 24)."
    );
  });

  it("names each quarter that has no plain point, and why", () => {
    expect(missingWords(catalogue, quarters(rows))).toEqual([
      "Not shown: 1 to 10 people: 2025 Q4.",
      "Nothing counted: 2026 Q1.",
      "Unstable: fewer than 30 (hollow points): 2026 Q2."
    ]);
  });

  it("is drawn with its interval, a gap for what is missing and a table of the numbers", async () => {
    const {text} = await trend(catalogue, measure, rows);
    await expect(`${text.replaceAll("><", ">\n<")}\n`).toMatchFileSnapshot("golden/trend.html");
  });

  it("is words and numbers only where no quarter has a value", async () => {
    const {text} = await trend(catalogue, measure, [quarter("2025-Q4", {...hidden, status: "suppressed"})]);
    expect(text).not.toContain("<svg");
    expect(text).toContain("No quarter has a value to draw.");
    expect(text).toContain("Not shown: 1 to 10 people: 2025 Q4.");
  });

  it("draws a quarter of nothing but zeros", async () => {
    const {text} = await trend(catalogue, measure, [quarter("2025-Q4", {value: 0, lower: 0, upper: 0})]);
    expect(text).toContain("<svg");
    expect(text).not.toContain("NaN");
  });
});
