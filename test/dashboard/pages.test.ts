import {describe, expect, it} from "vitest";
import type {Measure, Program} from "../../src/dashboard/catalogue.ts";
import {measuredBeside} from "../../src/dashboard/components/measured_beside.ts";
import {measurePage} from "../../src/dashboard/pages/measure.ts";
import {overviewPage} from "../../src/dashboard/pages/overview.ts";
import {programPage} from "../../src/dashboard/pages/program.ts";
import {type QualityTables, qualityPage} from "../../src/dashboard/pages/quality.ts";
import type {QualityRow, VodimRow} from "../../src/dashboard/published.ts";
import {heldWords} from "../../src/dashboard/quality/held_words.ts";
import type {Release} from "../../src/dashboard/release.ts";
import {noTables} from "../../src/dashboard/tables.ts";
import {defects, waitingReasons} from "../../src/sources/defects.ts";
import {refusals} from "../../src/sources/refusals.ts";
import {resultRow} from "./fixture_rows.ts";
import {catalogue} from "./published_fixture.ts";

const [measure] = catalogue.measures as [Measure];
const [program] = catalogue.programs as [Program];

describe("the overview", () => {
  it("answers each question with a figure that leads to its counting rule, and holds every headline figure", async () => {
    const rows = catalogue.headline.map((id) => resultRow({measure: id}));
    const tables = {results: rows, claims: []};
    const {text} = (await overviewPage(catalogue, {tables, files: new Map()})).body;
    const shown = [...text.matchAll(/data-measure="(\w+)"/g)].map(([, id]) => id);
    expect(shown.sort()).toEqual([...catalogue.headline].sort());
    const ruled = [...text.matchAll(/measures\/(\w+)#definition/g)].map(([, id]) => id);
    expect(ruled).toEqual(["reliable_improvement", "completion", "attendance", "followup_retention"]);
  });

  it("says so where a headline figure has no row", async () => {
    expect((await overviewPage(catalogue, {tables: noTables, files: new Map()})).body.text).toContain(
      "nothing counted"
    );
  });
});

describe("beside an outcome", () => {
  const outcome = resultRow({measure: "reliable_improvement", period_type: "year", period: "2025"});
  const completeness = {measure: "paired_completeness", value: 0.712, numerator: 356, denominator: 500, units: 500};

  it("stands the share it was measured for, of the same period", () => {
    const rows = [
      resultRow({...completeness, value: 0.1}),
      resultRow({...completeness, period_type: "year", period: "2025"})
    ];
    const text = measuredBeside(catalogue, outcome, rows)?.text ?? "";
    expect(text).toContain('<data value="0.712">71.2%</data>, 356 of 500');
  });

  it("stands a warning where fewer than 40 in 100 were followed up", () => {
    const later = resultRow({measure: "phq9_change_at_followup"});
    const reached = (value: number) => resultRow({measure: "followup_retention", value});
    expect(measuredBeside(catalogue, later, [reached(0.399)])?.text).toContain("Insufficient follow-up");
    expect(measuredBeside(catalogue, later, [reached(0.4)])?.text).not.toContain("Insufficient follow-up");
  });

  it("stands nothing for a measure that needs no score", () => {
    expect(measuredBeside(catalogue, resultRow(), [resultRow(completeness)])).toBeNull();
  });
});

describe("a measure's page", () => {
  it("shows withheld groups in words with the reason, and who was left out", async () => {
    const hidden = {units: null, denominator: null, numerator: null, value: null, lower: null, upper: null};
    const few = resultRow({
      breakdown: "age_band",
      group: "90+",
      ...hidden,
      status: "suppressed",
      reason: "fewer than 11 people"
    });
    const {measure: id, breakdown, group, period_type, period} = resultRow();
    const place = {measure: id, breakdown, group, period_type, period};
    const {body} = await measurePage(catalogue, measure, {
      tables: {
        ...noTables,
        results: [resultRow(), few],
        ladder: [{...place, step_order: 1, step: "treated", count: 450, status: "published"}]
      },
      files: []
    });
    expect(body.text).toContain(
      '<th scope="row">90+</th><td> <span class="words">not shown: 1 to 10 people</span></td>'
    );
    expect(body.text).toContain("<em>Not shown: 1 to 10 people</em>: fewer than 11 people");
    expect(body.text).toContain('<th scope="row">with at least one treated session</th><td class="end">450</td>');
  });
});

describe("a program's page", () => {
  it("shows only that program's rows, of all time and the last four quarters", async () => {
    const own = (period: string) =>
      resultRow({breakdown: "program", group: "n-iop", period_type: period === "" ? "all" : "quarter", period});
    const other = resultRow({breakdown: "program", group: "South_IOP", value: 0.987});
    const periods = ["", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"];
    const tables = {results: [...periods.map(own), other], claims: []};
    const {text} = (await programPage(catalogue, program, tables)).body;
    expect(text).toContain('<th scope="col">All time</th><th scope="col">2025 Q2</th>');
    expect(text).not.toContain('<th scope="col">2025 Q1</th>');
    expect(text).not.toContain("98.7%");
  });
});

describe("the data quality page", () => {
  const check: QualityRow = {
    ...{check: "scores_within_range", category: "plausibility", severity: "warning", source: "", subject: ""},
    ...{violations: 0, checked: 0, status: "passed", because: "a total outside the scale is a typing error"}
  };

  const release = (given: Partial<Release> = {}): Release =>
    ({
      as_of: "2026-03-31",
      settings: {},
      freshness: [],
      quarantine: [],
      inputs: [],
      waiting: [],
      refused: [],
      ...given
    }) as unknown as Release;
  const textOf = async (given: Partial<QualityTables>) =>
    (await qualityPage(catalogue, {release: release(), tables: noTables, quality: [], vodim: [], ...given})).body.text;

  it("does not call a check passed that had nothing to look at", async () => {
    expect(await textOf({quality: [check]})).toContain("<td>nothing to check</td>");
    expect(await textOf({quality: [{...check, checked: 9, status: "pass"}]})).toContain("<td>passed</td>");
  });

  it("names the sources that are late, and says yes only where none is", async () => {
    const of = (source: string, status: "fresh" | "late") => ({
      source,
      delivered_on: "2026-01-31",
      days_behind: 59,
      status
    });
    const late = await textOf({release: release({freshness: [of("north", "late"), of("east", "fresh")]})});
    expect(late).toContain("<strong>Not all of it.</strong> north: late.");
    const settings = {late_source_days: 60};
    const fresh = await textOf({release: release({settings, freshness: [of("north", "fresh")]})});
    expect(fresh).toContain("The newest delivery of every source is within 60 days of");
    expect(await textOf({})).toContain("does not say how far its sources reach");
  });

  it("gives each reason for setting aside in words, also one that a count is hidden for", async () => {
    const codes = [...Object.keys(defects), ...Object.keys(waitingReasons), ...Object.keys(refusals), "several"];
    expect(Object.keys(heldWords).sort()).toEqual(codes.sort());
    const quarantine = [{source: "north", file: "episodes", code: "bad_date", rows: null}];
    expect(await textOf({release: release({quarantine})})).toContain(
      '<td>A date that is not one</td><td class="end"><span class="words">hidden</span></td>'
    );
  });

  it("tells who was measured by the published shares, and a hidden program in words", async () => {
    const share = {measure: "followup_retention", value: 0.41, numerator: 298, denominator: 727, units: 727};
    const hidden = {value: null, numerator: null, denominator: null, units: null, lower: null, upper: null};
    const place = {breakdown: "program", group: "n-iop", status: "suppressed", reason: "fewer than 11"} as const;
    const results = [resultRow(share), resultRow({...share, ...hidden, ...place})];
    const text = await textOf({tables: {...noTables, results}});
    expect(text).toContain('<data value="0.41">41.0%</data>');
    expect(text).toContain(
      '<th scope="row">North IOP</th><td><span class="words">not shown: 1 to 10 people</span></td>'
    );
    expect(text).toContain("followup_retention#definition");
  });

  it("tells what coded columns hold with their hidden counts in words, and has no such section without them", async () => {
    const counts = {checked: 2360, valid: 2310, other: 0, default: 40, invalid: null, missing: 20};
    const row: VodimRow = {
      ...{source: "north", file: "clients", column: "birth_sex", period_type: "all", period: "", ...counts},
      status: "suppressed"
    };
    const text = await textOf({vodim: [row]});
    expect(text).toContain("Birth sex: valid 2,310, default 40, invalid hidden, missing 20, of 2,360");
    expect(await textOf({})).not.toContain("coded columns");
  });
});
