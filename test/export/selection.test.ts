import {describe, expect, it} from "vitest";
import {selectSubjects, stepsOf} from "../../src/export/select_subjects.ts";
import type {Subject} from "../../src/export/subject.ts";
import {madeUpSubject} from "./made_up_subject.ts";
import {requestWith} from "./request_file.ts";

/** Keys of the episodes that a request with these lines chooses, and how many each step leaves. */
async function choose(subjects: readonly Subject[], ...lines: readonly string[]) {
  const {cohort} = await requestWith(...lines);
  const {chosen, left} = selectSubjects(subjects, stepsOf(cohort));
  return {chosen: chosen.map(({episode}) => episode.episode_key), left};
}

const of = (episode_key: string, values: Parameters<typeof madeUpSubject>[0], parts = {}) =>
  madeUpSubject({episode_key, ...values}, parts);

describe("who is in a cohort", () => {
  it("was discharged, or admitted, from the first day of the period to the last, both in it", async () => {
    const days = ["2024-12-31", "2025-01-01", "2026-03-31", "2026-04-01", null];
    const subjects = days.map((day) => of(String(day), {discharged_on: day, admitted_on: "2024-12-01"}));
    expect((await choose(subjects)).chosen).toEqual(["2025-01-01", "2026-03-31"]);
    const admitted = days.map((day) => of(String(day), {admitted_on: day ?? "2025-05-05", discharged_on: null}));
    const period = "period: {by: admitted, from: 2025-01-01, to: 2026-03-31}";
    expect((await choose(admitted, period)).chosen).toEqual(["2025-01-01", "2026-03-31", "null"]);
  });

  it("is of one of the programs and at one of the sites, where some are named", async () => {
    const subjects = [
      of("1", {program: "iop", site: "town"}),
      of("2", {program: "php", site: "town"}),
      of("3", {site: "bay"})
    ];
    expect((await choose(subjects, "programs: [iop]", "sites: [town]")).chosen).toEqual(["1"]);
    expect((await choose(subjects, "programs: [iop, php]")).chosen).toEqual(["1", "2", "3"]);
  });

  it("is under no Part 2 protection, unless the request names what allows it", async () => {
    const subjects = [of("1", {is_part2: true}), of("2", {})];
    expect((await choose(subjects)).chosen).toEqual(["2"]);
    const part2 = "part2: {basis: research_2_52, number: 2026-014}";
    const with2 = await choose(subjects, part2);
    expect(with2.chosen).toEqual(["1", "2"]);
    expect(with2.left.map(({words}) => words)).not.toContain("not covered by 42 CFR Part 2");
  });

  it("meets all conditions of include, and none of exclude", async () => {
    const subjects = [
      of("1", {sex: "female", payer: "medicaid"}),
      of("2", {sex: "male", payer: "medicaid"}),
      of("3", {sex: "female", payer: "medicaid", discharge_reason: "death"}),
      of("4", {sex: "female", payer: "medicare"})
    ];
    const include = "include:\n  - sex: female\n  - payer: [medicaid, self_pay]";
    const {chosen, left} = await choose(subjects, include, "exclude:\n  - discharge_reason: [death, incarcerated]");
    expect(chosen).toEqual(["1"]);
    expect(left).toEqual([
      {words: "known", episodes: 4},
      {words: "discharged from 2025-01-01 to 2026-03-31", episodes: 4},
      {words: "not covered by 42 CFR Part 2", episodes: 4},
      {words: "sex is female", episodes: 3},
      {words: "payer is medicaid or self_pay", episodes: 2},
      {words: "not: discharge_reason is death or incarcerated", episodes: 1}
    ]);
  });

  it("lies within a range, ends in it; who has no value lies in none, and so is not left out by one either", async () => {
    const subjects = [13, 14, 55, 56, null].map((los_days) => of(String(los_days), {los_days}));
    const within = await choose(subjects, "include:\n  - los_days: {from: 14, to: 55}");
    expect(within.chosen).toEqual(["14", "55"]);
    expect(within.left.at(-1)?.words).toBe("los_days is from 14 to 55");
    const short = await choose(subjects, "exclude:\n  - los_days: {from: 14}");
    expect(short.chosen).toEqual(["13", "null"]);
    expect(short.left.at(-1)?.words).toBe("not: los_days is 14 or more");
  });

  it("counts in a measure, or in its numerator, as the measure is declared", async () => {
    const subjects = [
      of("in", {}, {verdicts: {completion: {is_numerator: true}}}),
      of("counted", {}, {verdicts: {completion: {is_numerator: false}}}),
      of("neither", {})
    ];
    expect((await choose(subjects, "include:\n  - counted_in: completion")).chosen).toEqual(["in", "counted"]);
    expect((await choose(subjects, "include:\n  - numerator_of: completion")).chosen).toEqual(["in"]);
    expect((await choose(subjects, "exclude:\n  - numerator_of: completion")).chosen).toEqual(["counted", "neither"]);
    expect((await choose(subjects, "include:\n  - completion: no")).chosen).toEqual(["counted"]);
  });
});
