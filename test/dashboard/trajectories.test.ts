import {describe, expect, it} from "vitest";
import type {Catalogue} from "../../src/dashboard/catalogue.ts";
import {trajectoryRows} from "../../src/dashboard/charts/trajectory_spec.ts";
import {trajectoriesPage} from "../../src/dashboard/pages/trajectories.ts";
import type {RowOf} from "../../src/dashboard/published.ts";
import {scoreScale} from "../../src/dashboard/sections/trajectory.ts";
import {catalogue as plainCatalogue} from "./published_fixture.ts";

type WeekRow = RowOf<"trajectory">;

const bands = ["none or minimal", "mild", "moderate", "moderately severe", "severe"].map((label, index) => ({
  ...{from: 5 * index, label}
}));
const phq9 = {id: "phq9", label: "PHQ-9", minimum: 0, maximum: 27, bands};
const catalogue: Catalogue = {...plainCatalogue, instruments: [phq9]};

function week(number: number, given: Partial<WeekRow> = {}): WeekRow {
  const value = 15 - number;
  return {
    ...{instrument: "phq9", breakdown: "all", group: "", week: number, units: 900 - 100 * number, value},
    ...{lower: value - 1, upper: value + 1, status: "published"},
    ...given
  };
}

const hidden = {units: null, value: null, lower: null, upper: null, status: "suppressed"} as const;
const ofProgram = (group: string, rows: WeekRow[]) => rows.map((row) => ({...row, breakdown: "program", group}));

async function text(rows: readonly WeekRow[]): Promise<string> {
  return (await trajectoriesPage(catalogue, {trajectory: rows})).body.text;
}

describe("the trajectory of a score", () => {
  it("has a place for a hidden week and nothing in it, and is not drawn across it", async () => {
    const rows = trajectoryRows([week(0), week(1, hidden), week(2)], 2);
    expect(rows[1]).toEqual({week: 1, value: null, lower: null, upper: null, hollow: false, n: "", words: ""});
    const [line = ""] = /<g class="mark-line[\s\S]*?<\/g>/.exec(await text([week(0), week(1, hidden), week(2)])) ?? [];
    expect(line.match(/M/g)).toHaveLength(2);
  });

  it("never draws a number that came with a status that hides it", () => {
    const [, second] = trajectoryRows([week(0), week(1, {status: "suppressed"})], 1);
    expect(second).toMatchObject({value: null, n: ""});
  });

  it("names the weeks that are hidden, and those of few people", async () => {
    const page = await text([week(0), week(1, hidden), week(2, hidden), week(3, {status: "unstable", units: 12})]);
    expect(page).toContain("<li>Not shown: 1 to 10 people: weeks 1, 2.</li>");
    expect(page).toContain("<li>Unstable: fewer than 30 (hollow points): week 3.</li>");
  });

  it("says how many scores the first and the last week rest on, and that they are not the same people", async () => {
    const page = await text([week(0), week(1)]);
    expect(page).toContain("Week 0 rests on 900 scores, week 1 on 800");
    expect(page).toContain("A line here is not the course of anyone.");
  });

  it("shares one scale among everyone and the programs, up to the band above the highest bound", async () => {
    const rows = [...ofProgram("n-iop", [week(0, {value: 16, upper: 17})]), week(0)];
    expect(scoreScale(phq9, rows)).toMatchObject({scores: [0, 20], lastWeek: 0});
    const page = await text([...rows, week(3), ...ofProgram("South_IOP", [week(0, {value: 4, lower: 3, upper: 5})])]);
    const axes = [...page.matchAll(/<svg [\s\S]*?<\/svg>/g)].map(([svg]) =>
      [...svg.matchAll(/>(\d+)<\/text>/g)].map(([, n]) => n)
    );
    expect(axes.map((labels) => labels.includes("20"))).toEqual([true, true, true, true]);
  });

  it("tells the first and the last mean with interval and n to those who do not see it", async () => {
    expect(await text([week(0), week(1)])).toContain(
      "2 weeks drawn, week 0 mean 15.0 (14.0 to 16.0; n = 900), week 1 mean 14.0 (13.0 to 15.0; n = 800)"
    );
  });

  it("has every row behind it, a hidden one by the words of its status", async () => {
    const page = await text([week(0), week(1, hidden)]);
    expect(page).toContain(
      '<td class="end">1</td><td class="end">–</td><td class="end">–</td><td class="end">–</td><td class="end">–</td><td>not shown: 1 to 10 people</td>'
    );
  });

  it("says so where no week of an instrument may be drawn, and where there is none at all", async () => {
    expect(await text([week(0, hidden)])).toContain("No week of the PHQ-9 has a value to draw.");
    expect(await text([])).toContain("This release has no score by week.");
  });
});
