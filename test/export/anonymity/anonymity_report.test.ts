import {describe, expect, it} from "vitest";
import {coarseShare, coarseStep} from "../../../src/export/anonymity/coarse_share.ts";
import {protectRows} from "../../../src/export/anonymity/protect_rows.ts";
import type {Value} from "../../../src/export/table.ts";
import {madeTable, people} from "./made_table.ts";

/** 120 people who stay 31 days on average, half of whom complete, and some old ones, who stay longer and all complete. */
function withOld(old: number) {
  const young = people(120, ["20-24"]).map((row, index) => [...row, 30 + (index % 3), index % 2]);
  const others = people(old, ["90+"], 201).map((row, index) => [...row, index % 2 === 0 ? 60 : 31, 1]);
  return madeTable("person_id episode_id age stay completed", [...young, ...others]);
}

const stay = {table: "episodes", field: "stay", of: "", level: null, kind: "mean"};
const completed = {table: "episodes", field: "completed", of: "", level: "1", kind: "share"};

describe("what is reported of rows that left", () => {
  it("says how far headline figures moved, by the figure and in standard deviations", () => {
    const {report} = protectRows([withOld(12)], {suppress_up_to: 0.1, k: 13});
    // (120 * 31 + 6 * 60 + 6 * 31) / 132 = 32.318, with a standard deviation of 6.09; 72 of 132 complete, then 60 of 120
    expect(report.suppressed.in_words).toBe("9.1 % of people were left out");
    expect(report.distortion.figures).toEqual([
      {...stay, before: 32.3182, after: 31, difference: -1.31818, moved_by_sd: 0.25},
      {...completed, before: 0.545455, after: 0.5, difference: -0.0454545, moved_by_sd: 0.1}
    ]);
    expect(report.distortion.largest_difference).toMatchObject({field: "stay"});
    expect(report.distortion.largest_in_sd).toMatchObject({field: "stay"});
  });

  it("is all zero where nobody was left out: steps on quasi-identifiers move no other figure", () => {
    const {report} = protectRows([withOld(5)], {generalise: [{field: "age", to: "none"}]});
    expect(report.distortion.figures.map(({difference}) => difference)).toEqual([0, 0]);
    expect(report.distortion.largest_difference).toBeNull();
    expect(report.distortion.largest_in_sd).toBeNull();
    expect(report.steps_applied).toEqual(["{field: age, to: none}"]);
  });

  it("hides what 1 to 10 people who were left out had", () => {
    const {report} = protectRows([withOld(5)], {suppress_up_to: 0.1});
    expect(report.suppressed.share).toBeNull();
    expect(report.distortion.figures).toEqual([
      {...stay, before: null, after: 31, difference: null, moved_by_sd: 0.2},
      {...completed, before: null, after: 0.5, difference: null, moved_by_sd: 0.05}
    ]);
    expect(report.distortion.largest_difference).toBeNull();
    expect(report.distortion.largest_in_sd).toMatchObject({field: "stay"});
  });

  it("leaves out figures that 1 to 10 people have", () => {
    const rows = people(30, ["20-24"]).map((row, index) => [...row, index < 8 ? 40 : null, index < 25 ? 1 : 0]);
    const {report} = protectRows([madeTable("person_id episode_id age stay completed", rows)], {});
    expect(report.distortion.figures).toEqual([]);
  });

  it("takes the figures of a long table apart by the codes of its key", () => {
    const rows = people(20, ["20-24"]).flatMap(([person = null, episode = null, age = null]) =>
      (["phq9", "gad7"] as const).map((instrument): Value[] => [
        person,
        episode,
        age,
        instrument,
        0,
        instrument === "phq9" ? 14 : 9
      ])
    );
    const table = madeTable("person_id episode_id age instrument day score", rows, {
      name: "scores",
      primary_key: ["episode_id", "instrument", "day"]
    });
    const {report} = protectRows([table], {});
    expect(report.persons).toBe(20);
    expect(report.distortion.figures.map(({field, of, after}) => [field, of, after])).toEqual([
      ["score", "instrument phq9", 14],
      ["score", "instrument gad7", 9]
    ]);
  });

  it("says that k speaks of the declared columns only, and how many stand out by the others", () => {
    const rows = people(300, ["20-24"]).map((row, index) => [...row, index, index % 2]);
    const {report} = protectRows([madeTable("person_id episode_id age stay completed", rows)], {});
    expect(report.uniqueness).toEqual({columns: 2, share: 1});
    expect(report.notes[0]).toBe(
      "k speaks of the declared quasi-identifiers only (age): 11 or more people share them. It says nothing of who knows other columns of somebody."
    );
    expect(report.notes[3]).toMatch(/^All people have their combination of all other columns to themselves/);
  });

  it("names columns that tell a quasi-identifier", () => {
    const rows = [...people(30, ["20-24", 1, 20]), ...people(30, ["90+", 0, 91], 40)];
    const {report} = protectRows([madeTable("person_id episode_id age completed stay", rows)], {});
    expect(report.notes).toContain(
      "Columns that are no quasi-identifiers but tell one: completed tells age; stay tells age."
    );
  });
});

describe("a share of few people", () => {
  it("is rounded so far that a step stands for eleven of them or more", () => {
    expect([21, 22, 43, 44, 109, 110, 219, 220].map(coarseStep)).toEqual([null, 0.5, 0.5, 0.25, 0.25, 0.1, 0.1, 0.05]);
    expect(coarseShare(148, 150)).toBe(0.9);
    expect(coarseShare(150, 150)).toBe(1);
    expect(coarseShare(3, 150)).toBe(0);
    expect(coarseShare(3, 12)).toBeNull();
  });
});
