import {describe, expect, it} from "vitest";
import type {Catalogue, Measure, Target} from "../../src/dashboard/catalogue.ts";
import {controlWords} from "../../src/dashboard/components/control_limits.ts";
import {eventMarks, letterOf} from "../../src/dashboard/components/events.ts";
import {pointsOf} from "../../src/dashboard/components/periods.ts";
import {targetOf} from "../../src/dashboard/components/targets.ts";
import {missingWords, trendWords} from "../../src/dashboard/components/trend_words.ts";
import type {RowOf} from "../../src/dashboard/published.ts";
import {trend} from "../../src/dashboard/sections/trend.ts";
import {noTables} from "../../src/dashboard/tables.ts";
import {everyone, type View} from "../../src/dashboard/view.ts";
import {spcRow} from "./fixture_findings.ts";
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

const of = (known: Catalogue) => ({catalogue: known, measure, tables: noTables, view: everyone});

const judged = ["2025-Q3", "2026-Q1", "2026-Q2"].map((period) => spcRow({period}));

describe("a control chart", () => {
  it("says that limits still move, or no longer", () => {
    const words = (limits: string) =>
      controlWords(
        judged.map((row) => ({...row, limits})),
        "share"
      );
    expect(words("trial")).toEqual([
      "2025 Q3 to 2026 Q2: average 62.0%, limits 50.0% to 74.0%; trial limits: too few points yet, so they still move with each new one."
    ]);
    expect(words("frozen")[0]).toContain("frozen: they rest on the first points");
  });

  it("starts anew at an event that rebases it", () => {
    const [first, ...rest] = judged as [RowOf<"spc">, ...RowOf<"spc">[]];
    const since = rest.map((row, index) => ({...row, centre: 0.7, event: index === 0 ? "evening groups opened" : ""}));
    const rows = [first, ...since];
    expect(controlWords(rows, "share")).toEqual([
      expect.stringMatching(/^2025 Q3: average 62\.0%/),
      expect.stringMatching(/^2026 Q1 to 2026 Q2: average 70\.0%/)
    ]);
  });

  it("names the organisation's events by letters: all of them for everyone, for a program those that concern it", () => {
    const event = {on: "2026-01-15", what: "evening groups opened", programs: ["n-iop"], rebases: true};
    const everywhere = {on: "2026-04-01", what: "new electronic record", programs: [], rebases: false};
    const known = {...catalogue, annotations: [everywhere, event, {...event, on: "2019-01-01"}]};
    const started = judged.map((row) => ({...row, event: row.period === "2026-Q1" ? event.what : ""}));
    const marks = (view: View) => eventMarks(known, view, pointsOf(rows, "quarter"), started);
    expect(marks(everyone).words).toEqual([
      "A, 15 January 2026 (North IOP): evening groups opened. Average and limits start anew here.",
      "B, 1 April 2026: new electronic record."
    ]);
    expect([...marks({...everyone, breakdown: "program", group: "South_IOP"}).letters]).toEqual([["2026-Q2", "A"]]);
    expect([...marks({...everyone, breakdown: "site", group: "north"}).letters.keys()]).toEqual(["2026-Q1", "2026-Q2"]);
  });

  it("names the rule of each signal and its quarters", () => {
    const rows = judged.map((row) => ({...row, signal: row.period > "2026" ? "shift: improvement" : ""}));
    expect(controlWords(rows, "share").at(-1)).toBe(
      "Signal (diamond), seven in a row on one side of the average: improvement: 2026 Q1, 2026 Q2."
    );
  });

  it("is drawn with average and limits as steps, an event and a signal", async () => {
    const spc = judged.map((row, index) => ({
      ...row,
      ...(index > 0 ? {centre: 0.5, lower_limit: 0.4, upper_limit: 0.6} : {}),
      event: index === 1 ? "evening groups opened" : "",
      signal: index === 2 ? "outside_limits: concern" : ""
    }));
    const {text} = await trend(of(catalogue), {rows, spc});
    await expect(`${text.replaceAll("><", ">\n<")}\n`).toMatchFileSnapshot("golden/control.html");
  });

  it("keeps the order of the quarters where the first ones have no figure or no limits", async () => {
    const late = [quarter("2025-Q2", {...hidden, status: "suppressed"}), quarter("2025-Q3"), quarter("2025-Q4")];
    const {text} = await trend(of(catalogue), {rows: late, spc: [spcRow({period: "2025-Q4"})]});
    const [wide = ""] = text.split("</svg>");
    expect([...wide.matchAll(/>(2025 Q\d)</g)].map(([, period]) => period)).toEqual(["2025 Q2", "2025 Q3", "2025 Q4"]);
  });

  it("counts letters on after Z", () => {
    expect([0, 25, 26, 51, 52].map(letterOf)).toEqual(["A", "Z", "AA", "AZ", "BA"]);
  });
});

describe("a target", () => {
  const target = {measure: measure.id, value: 0.5, basis: "board", since: "2025-01-01", programs: []};
  const own = {...target, value: 0.4, programs: ["n-iop"]};
  const value = (targets: Target[], view: View) => targetOf({...catalogue, targets}, measure, view)?.value ?? null;
  const program = (group: string): View => ({...everyone, breakdown: "program", group});

  it("without programs is for all together, with programs for each of them", () => {
    expect(value([target, own], everyone)).toBe(0.5);
    expect(value([target, own], program("n-iop"))).toBe(0.4);
    expect(value([target, own], program("South_IOP"))).toBeNull();
    expect(value([target], {...everyone, breakdown: "payer", group: "medicaid"})).toBeNull();
  });

  it("is the newest that had begun on the day the data speak for", () => {
    const later = {...target, value: 0.6, since: "2026-01-01"};
    const future = {...target, value: 0.9, since: "2026-04-01"};
    expect(value([target, future, later], everyone)).toBe(0.6);
  });
});

describe("a trend", () => {
  it("has every month from the first to the last, across the year's end", () => {
    const months = ["2024-11", "2025-02"].map((period) => resultRow({period_type: "month", period}));
    expect(pointsOf(months, "month").map(({period}) => period)).toEqual(["2024-11", "2024-12", "2025-01", "2025-02"]);
  });

  it("has every quarter from the first to the last, across the year's end", () => {
    expect(pointsOf(rows, "quarter").map(({period, row}) => [period, row?.status ?? null])).toEqual([
      ["2025-Q3", "published"],
      ["2025-Q4", "suppressed"],
      ["2026-Q1", null],
      ["2026-Q2", "unstable"]
    ]);
  });

  it("tells in words how many quarters have a value, and the first and the last with n", () => {
    expect(trendWords(measure, pointsOf(rows, "quarter"), "quarter")).toBe(
      "Completion by quarter: 2 of 4 quarters have a value. First 2025 Q3: 50.0% (n = 40). Last 2026 Q2: 0% (n = 24)."
    );
  });

  it("names each quarter that has no plain point, and why", () => {
    expect(missingWords(catalogue, pointsOf(rows, "quarter"))).toEqual([
      "Not shown: 1 to 10 people: 2025 Q4.",
      "Nothing counted: 2026 Q1.",
      "Unstable: fewer than 30 (hollow points): 2026 Q2."
    ]);
  });

  it("is drawn with its interval, a gap for what is missing and a table of the numbers", async () => {
    const {text} = await trend(of({...catalogue, annotations: [], targets: []}), {rows, spc: []});
    await expect(`${text.replaceAll("><", ">\n<")}\n`).toMatchFileSnapshot("golden/trend.html");
  });

  it("is words and numbers only where no quarter has a value", async () => {
    const {text} = await trend(of(catalogue), {
      rows: [quarter("2025-Q4", {...hidden, status: "suppressed"})],
      spc: []
    });
    expect(text).not.toContain("<svg");
    expect(text).toContain("No quarter has a value to draw.");
    expect(text).toContain("Not shown: 1 to 10 people: 2025 Q4.");
  });

  it("draws a quarter of nothing but zeros", async () => {
    const {text} = await trend(of(catalogue), {
      rows: [quarter("2025-Q4", {value: 0, lower: 0, upper: 0})],
      spc: []
    });
    expect(text).toContain("<svg");
    expect(text).not.toContain("NaN");
  });
});
