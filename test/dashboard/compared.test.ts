import {describe, expect, it} from "vitest";
import type {ResultRow} from "../../src/dashboard/published.ts";
import {adjusted} from "../../src/dashboard/sections/adjusted.ts";
import {groups} from "../../src/dashboard/sections/groups.ts";
import {places} from "../../src/dashboard/sections/places.ts";
import {adjustedRow, claimRow, comparisonRow, funnelRow} from "./fixture_findings.ts";
import {resultRow} from "./fixture_rows.ts";
import {drawn, ofAge, subject, suppressed} from "./section_subject.ts";

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
    await expect(drawn(text)).toMatchFileSnapshot("golden/funnel.svg");
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

describe("groups of people", () => {
  const results = [resultRow(), ofAge("18-25", {status: "unstable"}), ofAge("26-44"), ofAge("90+", suppressed)];
  const comparison = [comparisonRow(), comparisonRow({group: "18-25", stands_out: "no"})];

  it("stand against everyone, with n and the share measured; who stands out has a word and a shape", async () => {
    const {text} = (await groups(subject("completion", {results, comparison}))) ?? {text: ""};
    expect(text).toContain("everyone 62.4%; 18-25: 62.4% (57.9% to 66.8%), n = 400, 81.2% measured");
    expect(text).toContain("26-44, stands out: 62.4%");
    await expect(drawn(text)).toMatchFileSnapshot("golden/groups.svg");
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
