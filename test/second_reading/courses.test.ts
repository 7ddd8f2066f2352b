import {describe, expect, it} from "vitest";
import {dailySessions, exampleRows} from "./example_rows.ts";
import {readExample} from "./read_example.ts";
import type {AssessmentRow, Instrument} from "./rows.ts";

const {client, episode, total} = exampleRows;

/** A course from 2025-01-01 to 2025-02-15 with two sessions and one score at either end. */
function course(episode_key: string, phq9: [number, number] | null, gad7: [number, number] | null) {
  const scores = (instrument: Instrument, pair: [number, number] | null): AssessmentRow[] =>
    pair === null
      ? []
      : [
          total(instrument, "2025-01-01", pair[0], {episode_key}),
          total(instrument, "2025-02-15", pair[1], {episode_key})
        ];
  return {
    episodes: [episode({episode_key, discharged_on: "2025-02-15"})],
    sessions: dailySessions(episode_key, "2025-01-01", 2),
    assessments: [...scores("phq9", phq9), ...scores("gad7", gad7)]
  };
}

function readCourses(courses: ReturnType<typeof course>[]) {
  return readExample({
    episodes: courses.flatMap((c) => c.episodes),
    sessions: courses.flatMap((c) => c.sessions),
    assessments: courses.flatMap((c) => c.assessments)
  });
}

describe("two instruments together (3B)", () => {
  const six = [
    course("A", [18, 7], [14, 5]),
    course("B", [12, 9], [9, 7]),
    course("C", [16, 9], [7, 12]),
    course("D", [8, 3], [6, 2]),
    course("E", [14, 21], [11, 12]),
    course("F", [20, 14], [15, 11])
  ];
  const counts = readCourses(six);

  it.each([
    ["recovery", 2, 5],
    ["reliable_recovery", 1, 5],
    ["reliable_improvement", 3, 6],
    ["reliable_deterioration", 1, 6],
    ["no_reliable_change", 2, 6],
    ["paired_completeness", 6, 6]
  ])("of the six worked courses %s counts %i of %i", (measure, numerator, denominator) => {
    expect(counts(measure)).toMatchObject({units: denominator, numerator, denominator, immature: false});
  });

  it("a case without both pairs is in recovery's denominator, and in no reliable change measure", () => {
    const unpaired = readCourses([course("A", [10, 3], null)]);
    expect(unpaired("recovery")).toMatchObject({denominator: 1, numerator: 0});
    expect(unpaired("paired_completeness")).toMatchObject({denominator: 1, numerator: 0});
    expect(unpaired("reliable_improvement")).toBeUndefined();
  });

  it("cuts are 10 and 8 at the start and at the end", () => {
    expect(readCourses([course("A", [9, 0], [7, 0])])("recovery")).toBeUndefined();
    expect(readCourses([course("A", [9, 0], [8, 0])])("recovery")).toMatchObject({denominator: 1, numerator: 1});
    expect(readCourses([course("A", [10, 9], [0, 7])])("recovery")).toMatchObject({denominator: 1, numerator: 1});
    expect(readCourses([course("A", [20, 10], [8, 0])])("recovery")?.numerator).toBe(0);
    expect(readCourses([course("A", [20, 0], [8, 8])])("recovery")?.numerator).toBe(0);
  });

  it("mixed change at both thresholds is no reliable change, either way round", () => {
    const mixed = readCourses([course("A", [12, 6], [5, 9]), course("B", [6, 12], [9, 5])]);
    expect(mixed("no_reliable_change")).toMatchObject({denominator: 2, numerator: 2});
    expect(mixed("reliable_improvement")?.numerator).toBe(0);
    expect(mixed("reliable_deterioration")?.numerator).toBe(0);
  });

  it("one session is no finished course, and death and age leave nobody out", () => {
    const {episodes, sessions, assessments} = course("A", [18, 7], [14, 5]);
    expect(readExample({episodes, sessions: sessions.slice(0, 1), assessments})("paired_completeness")).toBeUndefined();
    const clients = [client({birth_year: 2020, died_on: "2025-02-01"})];
    const counts = readExample({clients, episodes, sessions, assessments});
    expect(counts("reliable_recovery")?.numerator).toBe(1);
    expect(counts("phq9_change")).toBeUndefined();
  });
});

describe("one instrument (3A)", () => {
  const pre = [18, 22, 14, 9, 20, 16, 12, 25, 17, 11, 19, 15];
  const post = [10, 15, 6, 8, 12, 16, 5, 18, 6, 9, 11, 17];
  const counts = readCourses(pre.map((baseline, i) => course(`e${i}`, [baseline, post[i] ?? 0], null)));

  it.each([
    ["phq9_reliable_improvement", 8, 12],
    ["phq9_reliable_deterioration", 0, 12],
    ["phq9_response", 3, 11],
    ["phq9_remission", 0, 11],
    ["phq9_mcid", 8, 12]
  ])("of the twelve worked pairs %s counts %i of %i", (measure, numerator, denominator) => {
    expect(counts(measure)).toMatchObject({numerator, denominator});
  });

  it("the change and the effect size are made of the twelve pairs", () => {
    expect(counts("phq9_effect_size")?.pairs).toEqual(counts("phq9_change")?.pairs);
    expect(counts("phq9_change")).toMatchObject({units: 12, denominator: 12, numerator: null});
    expect(counts("phq9_change")?.pairs?.[0]).toEqual([9, 8]);
  });

  it("half of the baseline is a response, 5 is no remission, 6 and 4 points are reliable", () => {
    const edges = readCourses([course("A", [10, 5], [10, 4]), course("B", [11, 17], [9, 13])]);
    expect(edges("phq9_response")).toMatchObject({denominator: 2, numerator: 1});
    expect(edges("phq9_remission")?.numerator).toBe(0);
    expect(edges("gad7_remission")).toMatchObject({denominator: 1, numerator: 1});
    expect(edges("phq9_reliable_deterioration")?.numerator).toBe(1);
    expect(edges("gad7_reliable_deterioration")?.numerator).toBe(1);
    expect(edges("phq9_mcid")).toMatchObject({denominator: 2, numerator: 1});
    expect(edges("gad7_mcid")).toMatchObject({denominator: 2, numerator: 1});
  });

  it("PCL-5 is judged from 33 on, in remission below 29, by 15 points and by 10", () => {
    const {episodes, sessions} = course("A", null, null);
    const counts = (baseline: number, post: number) => {
      const assessments = [total("pcl5", "2025-01-01", baseline), total("pcl5", "2025-02-15", post)];
      const keyed = assessments.map((a) => ({...a, episode_key: "A"}));
      return readExample({episodes, sessions, assessments: keyed});
    };
    expect(counts(33, 28)("pcl5_remission")).toMatchObject({denominator: 1, numerator: 1});
    expect(counts(33, 29)("pcl5_remission")?.numerator).toBe(0);
    expect(counts(32, 0)("pcl5_remission")).toBeUndefined();
    expect(counts(34, 17)("pcl5_response")?.numerator).toBe(1);
    expect(counts(34, 18)("pcl5_response")?.numerator).toBe(0);
    expect(counts(32, 0)("pcl5_response")).toBeUndefined();
    expect(counts(33, 18)("pcl5_reliable_improvement")?.numerator).toBe(1);
    expect(counts(33, 19)("pcl5_reliable_improvement")?.numerator).toBe(0);
    expect(counts(33, 48)("pcl5_reliable_deterioration")?.numerator).toBe(1);
    expect(counts(33, 47)("pcl5_reliable_deterioration")?.numerator).toBe(0);
    expect(counts(10, 0)("pcl5_mcid")).toMatchObject({denominator: 1, numerator: 1});
    expect(counts(9, 0)("pcl5_mcid")).toBeUndefined();
    expect(counts(33, 18)("pcl5_effect_size")?.pairs).toEqual([[33, 18]]);
    expect(counts(33, 18)("recovery")).toBeUndefined();
  });

  it("a baseline of 0 is a pair that can only get worse", () => {
    const floor = readCourses([course("A", [0, 6], null)]);
    expect(floor("phq9_reliable_improvement")).toMatchObject({denominator: 1, numerator: 0});
    expect(floor("phq9_reliable_deterioration")).toMatchObject({denominator: 1, numerator: 1});
    expect(floor("phq9_mcid")).toBeUndefined();
  });

  it("closed by death and under 12 are left out, and an unknown birth year is not under 12", () => {
    const {episodes, sessions, assessments} = course("A", [18, 7], null);
    const units = (values: Parameters<typeof client>[0]) =>
      readExample({clients: [client(values)], episodes, sessions, assessments})("phq9_change")?.units;
    expect(units({died_on: "2025-01-01"})).toBeUndefined();
    expect(units({died_on: "2025-02-15"})).toBeUndefined();
    expect(units({died_on: "2025-02-16"})).toBe(1);
    expect(units({birth_year: 2014})).toBeUndefined();
    expect(units({birth_year: 2013})).toBe(1);
    expect(units({birth_year: null})).toBe(1);
  });
});
