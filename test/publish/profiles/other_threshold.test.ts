import {describe, expect, it} from "vitest";
import {type ProfileName, profiles} from "../../../src/disclosure/profile.ts";
import {unitSet} from "../../../src/measures/count_sets.ts";
import {type Candidate, chooseCandidates} from "../../../src/publish/candidates.ts";
import type {Program} from "../../../src/publish/programs.ts";
import {ToldCounts} from "../../../src/publish/told_counts.ts";

const discharged = unitSet({grain: "episode", period_by: "discharged_on"}, []);

/** 40 were discharged: 9 of program a, 28 of b, 3 of c. */
const counts = {"": 40, a: 9, b: 28, c: 3};

function candidatesOf(groups: Readonly<Record<string, number>>): Candidate[] {
  return Object.entries(groups).map(([group, count], index) => ({
    key: group,
    place: {breakdown: group === "" ? "all" : "program", group, period_type: "all", period: ""},
    tells: [[discharged, count]],
    ...{rank: index, must_hide: false, hides_extremes: false}
  }));
}

const programs = ["a", "b", "c"].map(
  (group): Program => ({
    ...{source: "north", program_key: group, group, site: group, name: group},
    ...{level_of_care: "iop", population: "mh"}
  })
);

/** The groups that a release shows, the whole included as "". */
function shownBy(profile: ProfileName, told: ToldCounts, groups: Readonly<Record<string, number>> = counts) {
  const choice = chooseCandidates(candidatesOf(groups), programs, profiles[profile], told);
  return {shown: Object.keys(groups).filter((group) => choice.shows(group)), counts: choice.counts};
}

/** What is on record after a release under a profile. */
function toldBy(profile: ProfileName, groups: Readonly<Record<string, number>> = counts): ToldCounts {
  const told = new ToldCounts();
  told.add(told.changesIn(shownBy(profile, new ToldCounts(), groups).counts), profile);
  return told;
}

describe("a release under another threshold than those before it", () => {
  it("shows what either shows alone", () => {
    expect(shownBy("threshold5", new ToldCounts()).shown).toEqual(["", "a"]);
    expect(shownBy("cms11", new ToldCounts()).shown).toEqual(["", "b"]);
  });

  it("hides what the earlier ones would make a small count of: 40 less 9 told then and 28 told now are 3", () => {
    expect(shownBy("cms11", toldBy("threshold5")).shown).toEqual([""]);
    expect(shownBy("threshold5", toldBy("cms11")).shown).toEqual(["", "b"]);
  });

  it("hides it too when the count told then has changed since", () => {
    const told = toldBy("threshold5", {"": 60, a: 29, b: 28, c: 3});
    expect(shownBy("cms11", told).shown).toEqual([""]);
  });

  it("shows what it would show alone where nothing follows", () => {
    const large = {"": 90, a: 30, b: 31, c: 29};
    expect(shownBy("cms11", toldBy("threshold5", large), large).shown).toEqual(["", "a", "b", "c"]);
  });
});
