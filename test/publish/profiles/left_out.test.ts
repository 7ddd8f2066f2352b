import {describe, expect, it} from "vitest";
import {profiles} from "../../../src/disclosure/profile.ts";
import {unitSet} from "../../../src/measures/count_sets.ts";
import type {Candidate} from "../../../src/publish/candidates.ts";
import type {Group, Period} from "../../../src/publish/lattice.ts";
import type {Program} from "../../../src/publish/programs.ts";
import {roundCounts} from "../../../src/publish/rounded_counts.ts";
import {ToldCounts} from "../../../src/publish/told_counts.ts";

const discharged = unitSet({grain: "episode", period_by: "discharged_on"}, []);

const program: Program = {
  ...{source: "north", program_key: "a", group: "a", site: "a", name: "a"},
  ...{level_of_care: "iop", population: "mh"}
};

type Place = Group & Period;
const everywhen = {period_type: "all", period: ""} as const;
const inProgram: Place = {breakdown: "program", group: "a", ...everywhen};
const ofRace = (group: string): Place => ({breakdown: "race", group, ...everywhen});
const inPeriod = (period: string): Place => ({
  ...inProgram,
  ...{period_type: period.includes("Q") ? "quarter" : "year", period}
});

/** A release of some counts after others, and what is on record after it. */
function released(counts: readonly (readonly [Place, number])[], told: ToldCounts) {
  const candidates = counts.map(
    ([place, count], index): Candidate => ({
      ...{key: `${index}`, place, tells: [[discharged, count]]},
      ...{rank: index, must_hide: false, hides_extremes: false}
    })
  );
  const rounded = roundCounts(candidates, [program], profiles.round5, told);
  told.add(told.changesIn(rounded.counts), "round5");
  return (place: Place) => rounded.countOf(discharged, place);
}

/** Program a, whose people are of two races: a few of each, all of whom are rounded to none. */
function ofTwoRaces(asian: number, black: number, told: ToldCounts) {
  const {breakdown, group} = {breakdown: "all", group: ""};
  const all: Place = {breakdown, group, ...everywhen};
  return released(
    [
      [all, asian + black],
      [inProgram, asian + black],
      [ofRace("asian"), asian],
      [ofRace("black"), black]
    ],
    told
  );
}

describe("a count that round5 left out, since all others would tell it: 3, of which 2 and 1 are rounded to none", () => {
  it("stays out when one person more has come, who would tell it", () => {
    const told = new ToldCounts();
    expect(ofTwoRaces(2, 1, told)(inProgram)).toBeNull();
    expect(ofTwoRaces(3, 1, told)(inProgram)).toBeNull();
    expect(ofTwoRaces(3, 1, told)(inProgram)).toBeNull();
  });

  it("stays out when one by one no more than four have come since, and is told after the fifth", () => {
    const told = new ToldCounts();
    const asian = [2, 3, 4, 5, 6, 6];
    const nights = asian.map((count, night) => ofTwoRaces(count, night < 5 ? 1 : 2, told)(inProgram));
    expect(nights).toEqual([null, null, null, null, null, 10]);
  });
});

it("is not held for a length of period by which round5 did not count before", () => {
  const told = new ToldCounts();
  const few = released(
    [
      [inPeriod("2025"), 6],
      [inPeriod("2025-Q1"), 3],
      [inPeriod("2025-Q2"), 3]
    ],
    told
  );
  expect([few(inPeriod("2025")), few(inPeriod("2025-Q1"))]).toEqual([5, null]);
  const many = released(
    [
      [inPeriod("2025"), 33],
      [inPeriod("2025-Q1"), 3],
      [inPeriod("2025-Q2"), 30]
    ],
    told
  );
  expect([many(inPeriod("2025")), many(inPeriod("2025-Q1"))]).toEqual([35, 5]);
});
