import {describe, expect, it} from "vitest";
import type {Measure} from "../../src/dashboard/catalogue.ts";
import {measuredBy} from "../../src/dashboard/components/measured_beside.ts";
import {measurePage} from "../../src/dashboard/pages/measure.ts";
import type {ResultRow} from "../../src/dashboard/published.ts";
import {adjusted} from "../../src/dashboard/sections/adjusted.ts";
import {curves} from "../../src/dashboard/sections/curves.ts";
import {groups} from "../../src/dashboard/sections/groups.ts";
import {naturalCourse} from "../../src/dashboard/sections/natural_course.ts";
import {notMeasured} from "../../src/dashboard/sections/not_measured.ts";
import {places} from "../../src/dashboard/sections/places.ts";
import {success} from "../../src/dashboard/sections/success.ts";
import {noTables, type Tables} from "../../src/dashboard/tables.ts";
import {
  adjustedRow,
  claimRow,
  comparisonRow,
  courseRow,
  curveRow,
  funnelRow,
  missingRow,
  reachedRow,
  successRow
} from "./fixture_findings.ts";
import {resultRow} from "./fixture_rows.ts";
import {catalogue} from "./published_fixture.ts";

const hidden = {units: null, denominator: null, numerator: null, value: null, lower: null, upper: null};
const suppressed = {...hidden, status: "suppressed"} as const;

function subject(id: string, tables: Partial<Tables>) {
  const measure = catalogue.measures.find((one) => one.id === id) as Measure;
  return {catalogue, measure, tables: {...noTables, ...tables}};
}

/** What is drawn, without the words around it. */
function drawn(text: string): string {
  return [...text.matchAll(/<svg [\s\S]*?<\/svg>/g)].map(([svg]) => svg).join("\n");
}

function golden(text: string): string {
  return `${text.replaceAll("><", ">\n<")}\n`;
}

describe("a measure's page", () => {
  const headings = (text: string) => [...text.matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id);

  it("has no section for what the release has nothing of", async () => {
    const [measure] = catalogue.measures as [Measure];
    const {text} = (await measurePage(catalogue, measure, {...noTables, results: [resultRow()]})).body;
    expect(headings(text)).toEqual(["trend", "ladder", "definition", "examples"]);
    expect(text).not.toContain('class="claim"');
  });

  it("asks a question over each section", async () => {
    const [measure] = catalogue.measures as [Measure];
    const rows = [resultRow(), ofAge("26-44")];
    const {text} = (await measurePage(catalogue, measure, {...noTables, results: rows})).body;
    for (const [, question] of text.matchAll(/<h2 id="[^"]*">([^<]*)</g)) expect(question).toMatch(/\?$/);
  });

  it("prints the published sentence of its figure, and what kept it from being stronger", async () => {
    const [measure] = catalogue.measures as [Measure];
    const claims = [
      claimRow({period_type: "year", period: "2025", sentence: "Of 2025."}),
      claimRow({because: "fewer than 60% were measured"})
    ];
    const {text} = (await measurePage(catalogue, measure, {...noTables, results: [resultRow()], claims})).body;
    expect(text).toContain(
      "62.4% had completed treatment. <small>Why it says no more: fewer than 60% were measured.</small>"
    );
    expect(text).not.toContain("Of 2025.");
  });
});

describe("programs and sites", () => {
  const rows = [
    resultRow({breakdown: "program", group: "n-iop", units: 830, denominator: 830}),
    resultRow({breakdown: "program", group: "South_IOP", units: 420, denominator: 420}),
    resultRow({breakdown: "program", group: "east/iop", ...suppressed})
  ];
  const funnel = [funnelRow(), funnelRow({group: "South_IOP", denominator: 420, value: 0.52, position: "below_998"})];

  it("stand in a funnel by the letters of their table, in the catalogue's order, without a rank", async () => {
    const {text} = (await places(subject("completion", {results: rows, funnel}))) ?? {text: ""};
    expect(text).toContain(
      "A North IOP 63.0%, within the limits; B South IOP &lt;evenings&gt; 52.0%, below the 99.8% limit"
    );
    await expect(golden(drawn(text))).toMatchFileSnapshot("golden/funnel.svg");
  });

  it("are named in words where they are hidden", async () => {
    const {text} = (await places(subject("completion", {results: rows, funnel}))) ?? {text: ""};
    expect(text).toMatch(
      /<b class="letter">C<\/b> <a [^>]*>East IOP<\/a><\/th><td> <span class="words">not shown: 1 to 10 people/
    );
  });

  it("are dots with intervals where the figure is no share", async () => {
    const days = rows.map(
      (row): ResultRow => ({...row, measure: "length_of_stay", unit: "days", value: row.value === null ? null : 44})
    );
    const {text} = (await places(subject("length_of_stay", {results: days}))) ?? {text: ""};
    expect(text).toContain("Not shown: 1 to 10 people: East IOP.");
    expect(text).not.toContain("In the funnel");
  });

  it("show observed over expected beside the raw share, with words where there are too few to adjust", async () => {
    const few = {group: "east/iop", expected: null, ratio: null, lower: null, upper: null, adjusted: null, z: null};
    const rows = [adjustedRow(), adjustedRow({...few, status: "insufficient", reason: "fewer than 50 people"})];
    const {text} = (await adjusted(subject("completion", {adjusted: rows}))) ?? {text: ""};
    expect(text).toContain("North IOP 1.07 (0.98 to 1.16); raw 63.0%, adjusted 66.0%");
    expect(text).toContain('<span class="words">too few for an effect size<small>fewer than 50 people</small></span>');
  });
});

function ofAge(group: string, given: Partial<ResultRow> = {}): ResultRow {
  return resultRow({breakdown: "age_band", group, units: 400, denominator: 400, ...given});
}

describe("groups of people", () => {
  const results = [resultRow(), ofAge("18-25", {status: "unstable"}), ofAge("26-44"), ofAge("90+", suppressed)];
  const comparison = [comparisonRow(), comparisonRow({group: "18-25", stands_out: "no"})];

  it("stand against everyone, with n and the share measured; who stands out has a word and a shape", async () => {
    const {text} = (await groups(subject("completion", {results, comparison}))) ?? {text: ""};
    expect(text).toContain("everyone 62.4%; 18-25: 62.4% (57.9% to 66.8%), n = 400, 81.2% measured");
    expect(text).toContain("26-44, stands out: 62.4%");
    await expect(golden(drawn(text))).toMatchFileSnapshot("golden/groups.svg");
  });

  it("have the difference from the rest in their table, in percentage points", async () => {
    const {text} = (await groups(subject("completion", {results, comparison}))) ?? {text: ""};
    expect(text).toContain(
      '+7.0 <span class="interval">+2.0 to +12.0</span> <strong class="stands-out">◆ stands out</strong>'
    );
    expect(text).toContain("Difference from the rest, percentage points");
  });

  it("are told in words where nothing can be shown of any", async () => {
    const {text} = (await groups(subject("completion", {results: [ofAge("90+", suppressed)]}))) ?? {text: ""};
    expect(text).toContain("No group has a value to draw: Age at admission.");
    expect(text).not.toContain("<svg");
  });

  it("have the sentence of those who stand out beside their chart, of others with the numbers", async () => {
    const claims = ["26-44", "18-25"].map((group) =>
      claimRow({kind: "comparison", breakdown: "age_band", group, sentence: `Sentence of ${group}.`})
    );
    const {text} = (await groups(subject("completion", {results, comparison, claims}))) ?? {text: ""};
    const [charts = "", numbers = ""] = text.split("<details>");
    expect(charts).toContain("Sentence of 26-44.");
    expect(charts).not.toContain("Sentence of 18-25.");
    expect(numbers).toContain("Sentence of 18-25.");
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
    await expect(golden(drawn(text))).toMatchFileSnapshot("golden/not_measured.svg");
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
    await expect(golden(drawn(text))).toMatchFileSnapshot("golden/curve.svg");
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
