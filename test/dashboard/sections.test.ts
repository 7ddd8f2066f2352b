import {describe, expect, it} from "vitest";
import type {Measure} from "../../src/dashboard/catalogue.ts";
import {measuredBy} from "../../src/dashboard/components/measured_beside.ts";
import {measurePage} from "../../src/dashboard/pages/measure.ts";
import {curves} from "../../src/dashboard/sections/curves.ts";
import {naturalCourse} from "../../src/dashboard/sections/natural_course.ts";
import {notMeasured} from "../../src/dashboard/sections/not_measured.ts";
import {success} from "../../src/dashboard/sections/success.ts";
import {noTables} from "../../src/dashboard/tables.ts";
import {claimRow, courseRow, curveRow, missingRow, reachedRow, successRow} from "./fixture_findings.ts";
import {resultRow} from "./fixture_rows.ts";
import {catalogue} from "./published_fixture.ts";
import {drawn, ofAge, subject, suppressed} from "./section_subject.ts";

describe("a measure's page", () => {
  const headings = (text: string) => [...text.matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id);

  it("has no section for what the release has nothing of", async () => {
    const [measure] = catalogue.measures as [Measure];
    const {text} = (await measurePage(catalogue, measure, {tables: {...noTables, results: [resultRow()]}, files: []}))
      .body;
    expect(headings(text)).toEqual(["trend", "ladder", "definition", "examples", "download"]);
    expect(text).not.toContain('class="claim"');
  });

  it("asks a question over each section", async () => {
    const [measure] = catalogue.measures as [Measure];
    const rows = [resultRow(), ofAge("26-44")];
    const {text} = (await measurePage(catalogue, measure, {tables: {...noTables, results: rows}, files: []})).body;
    for (const [, question] of text.matchAll(/<h2 id="(?!download)[^"]*">([^<]*)</g)) expect(question).toMatch(/\?$/);
  });

  it("prints the published sentence of its figure, and what kept it from being stronger", async () => {
    const [measure] = catalogue.measures as [Measure];
    const claims = [
      claimRow({period_type: "year", period: "2025", sentence: "Of 2025."}),
      claimRow({because: "fewer than 60% were measured"})
    ];
    const {text} = (
      await measurePage(catalogue, measure, {tables: {...noTables, results: [resultRow()], claims}, files: []})
    ).body;
    expect(text).toContain(
      "62.4% had completed treatment. <small>Why it says no more: fewer than 60% were measured.</small>"
    );
    expect(text).not.toContain("Of 2025.");
  });
});

describe("who was not measured", () => {
  const missing = [
    missingRow(),
    missingRow({assumption: "worst", value: 0.47, lower: null, upper: null}),
    missingRow({assumption: "best", value: 0.64, lower: null, upper: null})
  ];

  it("is shown by the range that the figure could have, and what each assumption means", async () => {
    const {text} = (await notMeasured(subject("reliable_improvement", {missing}))) ?? {text: ""};
    expect(text).toContain(
      "985 of 1,193 measured. Only those measured: 57.0% (54.0% to 60.0%); Lowest to highest possible: 47.0% to 64.0%."
    );
    expect(text).toContain("No assumption can give less.");
    await expect(drawn(text)).toMatchFileSnapshot("golden/not_measured.svg");
  });

  it("is words where the panel is hidden", async () => {
    const row = missingRow({...suppressed, eligible: null, measured: null, reason: "hidden: few were not measured"});
    const {text} = (await notMeasured(subject("reliable_improvement", {missing: [row]}))) ?? {text: ""};
    expect(text).toContain("not shown: 1 to 10 people<small>hidden: few were not measured</small>");
    expect(text).not.toContain("<svg");
  });

  it("compares those reached and not reached on the pages of follow-up, and on no other", async () => {
    const reached = [reachedRow({difference: -0.43, weight: "seriously"})];
    const page = async (id: string) => (await notMeasured(subject(id, {reached})))?.text ?? null;
    expect(await page("phq9_change_at_followup")).toContain("PHQ-9 at admission");
    expect(await page("followup_retention")).toContain("−0.43</td><td><strong>differs seriously</strong>");
    expect(await page("reliable_improvement")).toBeNull();
  });
});

describe("definitions of success", () => {
  const rows = [successRow(), successRow({definition: "reliable_improvement", is_registered: "yes", value: 0.38})];

  it("stand side by side, the registered one in words", async () => {
    const {text} = (await success(subject("phq9_effect_size", {success: rows}))) ?? {text: ""};
    expect(text).toContain("This organisation registered <strong>Reliable improvement</strong>");
    expect(text).toContain("Reliable improvement, registered: 38.0%");
  });

  it("are all named as not registered where none was", async () => {
    const {text} = (await success(subject("phq9_effect_size", {success: [successRow()]}))) ?? {text: ""};
    expect(text).toContain("This organisation has registered none of them.");
  });

  it("are not on the page of a measure that is none of them", async () => {
    expect(await success(subject("phq9_change_at_followup", {success: rows}))).toBeNull();
  });
});

describe("the course without the program", () => {
  it("names references by author and year, with grade, weeks and citation", async () => {
    const results = [
      resultRow({measure: "phq9_effect_size", unit: "sd", numerator: null, value: 0.69, lower: 0.62, upper: 0.76})
    ];
    const expectation = courseRow({
      kind: "regression_to_the_mean",
      reference: "reliability 0.74",
      value: 0.2,
      lower: null,
      upper: null,
      weeks: null,
      grade: ""
    });
    const {text} = (await naturalCourse(
      subject("phq9_effect_size", {results, natural_course: [courseRow(), expectation]})
    )) ?? {text: ""};
    expect(text).toContain(
      "Here: 0.69 (0.62 to 0.76), n = 450; Doe and others 2017: 0.40 (0.20 to 0.60), 10 weeks, grade C; Regression to the mean, reliability 0.74: 0.20."
    );
    expect(text).toContain("Doe J, Roe R, et al. (2017). A trial.");
  });
});

describe("a curve", () => {
  it("is drawn in steps with its band and the boxes of merged steps", async () => {
    const steps = [
      curveRow({time: 0, value: 1, lower: null, upper: null}),
      curveRow(),
      curveRow({time: 40, value: 0.55, lower: 0.52, upper: 0.58})
    ];
    const {text} = (await curves(subject("length_of_stay", {curves: steps}))) ?? {text: ""};
    expect(text).toContain("share still in the program, in 3 steps.");
    await expect(drawn(text)).toMatchFileSnapshot("golden/curve.svg");
  });
});

describe("for whom an outcome was measured", () => {
  it.each([
    ["phq9_response", "paired_completeness"],
    ["phq9_short_response", "paired_completeness"],
    ["phq9_change_since_discharge", "followup_retention"],
    ["phq9_gains_maintained", "followup_retention"],
    ["reliable_recovery", "paired_completeness"],
    ["bdi_response", undefined],
    ["completion", undefined]
  ])("is said beside %s by %s, for any instrument of the catalogue", (measure, beside) => {
    expect(measuredBy(catalogue, measure)[0]).toBe(beside);
  });
});
