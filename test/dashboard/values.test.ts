import {describe, expect, it} from "vitest";
import {formatPeriod, formatValue} from "../../src/dashboard/components/format.ts";
import {table} from "../../src/dashboard/components/table.ts";
import {counts, intervalLimits, statusWords, value} from "../../src/dashboard/components/value.ts";
import {resultRow} from "./fixture_rows.ts";
import {catalogue} from "./published_fixture.ts";

const hidden = {units: null, denominator: null, numerator: null, value: null, lower: null, upper: null};

describe("a figure", () => {
  it.each([
    [0.6244, "share", "62.4%"],
    [0, "share", "0%"],
    [0.0004, "share", "0.0%"],
    [1, "share", "100%"],
    [0.9996, "share", "100.0%"],
    [0.8249, "sd", "0.82"],
    [-0.314, "sd", "−0.31"],
    [-0.001, "sd", "0.00"],
    [5.06, "points", "5.1"],
    [28, "days", "28"],
    [28.5, "days", "28.5"],
    [9.04, "hours_per_week", "9.0"],
    [8, "attendees", "8"]
  ])("of %d %s reads %s", (number, unit, text) => {
    expect(formatValue(number, unit)).toBe(text);
  });

  it("carries the published number in full", () => {
    expect(value(resultRow())?.text).toBe('<data value="0.6244444444444445">62.4%</data>');
  });

  it("shows a true zero as a number, not as nothing", () => {
    const none = resultRow({numerator: 0, value: 0, lower: 0, upper: 0.008});
    expect(value(none)?.text).toBe('<data value="0">0%</data>');
    expect(counts(none)).toBe("0 of 450");
    expect(statusWords(catalogue, none)).toBeNull();
  });

  it("names numerator, denominator and the units where they are others", () => {
    expect(counts(resultRow())).toBe("281 of 450");
    expect(counts(resultRow({numerator: 8400, denominator: 10300}))).toBe("8,400 of 10,300 (n = 450)");
    expect(counts(resultRow({unit: "sd", numerator: null}))).toBe("n = 450");
  });

  it("names the side of an interval that was not reached", () => {
    expect(intervalLimits(resultRow({unit: "days", lower: 40, upper: null}))).toBe("40 to not reached");
    expect(intervalLimits(resultRow({lower: null, upper: null}))).toBeNull();
  });

  it("without a number says why in the catalogue's words", () => {
    expect(statusWords(catalogue, resultRow({...hidden, status: "suppressed"}))).toBe("not shown: 1 to 10 people");
    expect(statusWords(catalogue, resultRow({...hidden, status: "immature"}))).toBe("not yet: its window is open");
    expect(statusWords(catalogue, resultRow({value: null, lower: null, upper: null}))).toBe("not estimable");
  });

  it("names its period as people do", () => {
    expect(["", "2026", "2026-Q1", "2026-03"].map(formatPeriod)).toEqual(["all time", "2026", "2026 Q1", "March 2026"]);
  });
});

describe("a table", () => {
  const columns = [{heading: "Group"}, {heading: "Value"}, {heading: "Count"}];

  it("has a cell under each heading, or one that speaks for several", () => {
    const {text} = table({caption: "A", columns, rows: [["26-44", {content: "hidden", span: 2}]]});
    expect(text).toContain('<th scope="row">26-44</th><td colspan="2">hidden</td>');
  });

  it("is refused where a row would slip under the wrong headings", () => {
    expect(() => table({caption: "A", columns, rows: [["26-44", "62.4%"]]})).toThrow("2 cells under 3 headings");
  });
});
