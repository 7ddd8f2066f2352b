import {describe, expect, it} from "vitest";
import {exampleRows, exampleStatement} from "./example_rows.ts";
import {factsOf} from "./facts.ts";
import type {AssessmentRow} from "./rows.ts";
import {type InstrumentFacts, scoreOf} from "./scores.ts";

const {episode, items, session, total} = exampleRows;
const on = "2025-01-01";

describe("score of an assessment", () => {
  it("PHQ-9 with 8 of 9 items answered is prorated from 16.875 to 17", () => {
    const one = items("phq9", on, [3, 2, 2, 3, 1, 2, 1, null, 1]);
    expect(scoreOf(one, true)).toBe(17);
    expect(scoreOf(one, false)).toBeNull();
  });

  it("GAD-7 with 6 of 7 items answered is prorated from 10.5 to 11", () => {
    expect(scoreOf(items("gad7", on, [2, 2, 1, null, 1, 0, 3]), true)).toBe(11);
  });

  it("PHQ-9 takes 7 answers for a score and GAD-7 takes 6", () => {
    expect(scoreOf(items("phq9", on, [1, 1, 1, 1, 1, 1, 1, null, null]), true)).toBe(9);
    expect(scoreOf(items("phq9", on, [1, 1, 1, 1, 1, 1, null, null, null]), true)).toBeNull();
    expect(scoreOf(items("gad7", on, [1, 1, 1, 1, 1, null, null]), true)).toBeNull();
  });

  it("PCL-5 takes 16 of 20 answers for a score, each up to 4", () => {
    const answers = (count: number) => [...new Array(count).fill(4), ...new Array(20 - count).fill(null)];
    expect(scoreOf(items("pcl5", on, answers(20)), false)).toBe(80);
    expect(scoreOf(items("pcl5", on, [3, ...answers(15).slice(0, 15), null, null, null, null]), true)).toBe(79);
    expect(scoreOf(items("pcl5", on, answers(15)), true)).toBeNull();
    expect(scoreOf(items("pcl5", on, answers(19)), false)).toBeNull();
  });

  it("a total without items is a score, a total beside missing items is not used", () => {
    expect(scoreOf(total("phq9", on, 12), false)).toBe(12);
    expect(scoreOf({...items("phq9", on, [3, 3, 3, 3]), total: 12}, true)).toBeNull();
    expect(scoreOf(total("phq9", on, null, {missing_reason: "refused"}), true)).toBeNull();
  });

  it("a score of zero is a score", () => {
    expect(scoreOf(items("phq9", on, [0, 0, 0, 0, 0, 0, 0, 0, 0]), true)).toBe(0);
    expect(scoreOf(total("gad7", on, 0), true)).toBe(0);
  });
});

/** An episode from 2025-01-15 to 2025-03-14 with the given PHQ-9 assessments. */
function phq9(assessments: AssessmentRow[], prorate = true): InstrumentFacts | undefined {
  const episodes = [episode({admitted_on: "2025-01-15", discharged_on: "2025-03-14"})];
  const statement = exampleStatement({episodes, sessions: [session("2025-01-15")], assessments});
  return factsOf(statement, {as_of: "2026-03-31", settings: {prorate, stale_after_days: 30}}).episodes[0]?.phq9;
}

describe("baseline", () => {
  it("lies from 14 days before to 7 days after admission", () => {
    expect(phq9([total("phq9", "2025-01-01", 5)])?.baseline).toMatchObject({on: "2025-01-01", value: 5});
    expect(phq9([total("phq9", "2025-01-22", 5)])?.baseline?.value).toBe(5);
    expect(phq9([total("phq9", "2025-01-23", 5)])?.baseline).toBeNull();
  });

  it("is the closest score, and the earlier of two equally close ones", () => {
    const far = total("phq9", "2025-01-10", 1);
    const before = total("phq9", "2025-01-12", 2);
    const after = total("phq9", "2025-01-18", 3);
    expect(phq9([after, far, before])?.baseline?.value).toBe(2);
    expect(phq9([after, far])?.baseline?.value).toBe(3);
  });

  it("takes the highest sequence of one day, then the greatest key, and never an assessment without a score", () => {
    const one = (assessment_key: string, assessment_sequence: number | null, score: number | null) =>
      total("phq9", "2025-01-15", score, {assessment_key, assessment_sequence});
    expect(phq9([one("z", null, 1), one("a", 1, 2)])?.baseline?.value).toBe(2);
    expect(phq9([one("a", null, 1), one("b", 0, 2)])?.baseline?.value).toBe(2);
    expect(phq9([one("b", 0, 1), one("a", null, 2)])?.baseline?.value).toBe(1);
    expect(phq9([one("～", 1, 1), one("\u{1D4B3}", 1, 2)])?.baseline?.value).toBe(2);
    expect(phq9([one("a", 1, 1), one("b", 2, null)])?.baseline?.value).toBe(1);
  });
});

describe("end", () => {
  const baseline = total("phq9", "2025-01-15", 15);

  it("post_last is the last score after the baseline's day, up to 14 days after discharge", () => {
    const later = ["2025-01-16", "2025-03-28", "2025-03-29"].map((day, i) => total("phq9", day, i));
    expect(phq9([...later, baseline])?.post_last).toMatchObject({on: "2025-03-28", value: 1});
    expect(phq9([total("phq9", "2025-01-15", 3, {assessment_key: "z"}), baseline])?.post_last).toBeNull();
    expect(phq9([total("phq9", "2025-03-14", 3)])?.post_last).toBeNull();
  });

  it("is measured within 14 days of discharge, without a baseline too", () => {
    expect(phq9([total("phq9", "2025-02-28", 3)])?.measured_at_end).toBe(true);
    expect(phq9([total("phq9", "2025-02-27", 3)])?.measured_at_end).toBe(false);
    expect(phq9([total("phq9", "2025-03-28", 3)])?.measured_at_end).toBe(true);
    expect(phq9([total("phq9", "2025-03-29", 3)])?.measured_at_end).toBe(false);
  });

  it("first and last of a course are complete scores of two dates, at any time of it", () => {
    const prorated = items("phq9", "2025-01-20", [3, 3, 3, 3, 3, 3, 3, 3, null]);
    const course = [prorated, total("phq9", "2025-02-01", 12), total("phq9", "2025-03-28", 4)];
    expect(phq9(course)?.first_complete?.value).toBe(12);
    expect(phq9(course)?.last_complete?.value).toBe(4);
    expect(phq9(course)?.baseline?.value).toBe(27);
    expect(phq9(course, false)?.baseline).toBeNull();
    expect(phq9(course.slice(0, 2))?.last_complete).toBeNull();
    expect(phq9([...course, total("phq9", "2025-01-01", 20)])?.first_complete?.value).toBe(20);
    expect(phq9([...course, total("phq9", "2025-03-29", 1)])?.last_complete?.value).toBe(4);
  });
});

describe("follow-up", () => {
  const at = (...days: string[]) => phq9(days.map((day, i) => total("phq9", day, i)));

  it("of a discharge on 14 March 2025 lies from 11 August to 10 October, wide from 12 July to 9 November", () => {
    expect(at("2025-08-10")?.followup).toBeNull();
    expect(at("2025-08-11")?.followup).toMatchObject({on: "2025-08-11", value: 0});
    expect(at("2025-10-10")?.followup?.value).toBe(0);
    expect(at("2025-10-11")?.followup).toBeNull();
    expect(at("2025-07-11")?.followup_wide).toBeNull();
    expect(at("2025-07-12")?.followup_wide?.value).toBe(0);
    expect(at("2025-11-09")?.followup_wide?.value).toBe(0);
    expect(at("2025-11-10")?.followup_wide).toBeNull();
  });

  it("is the score closest to day 180, the earlier of two equally close ones", () => {
    expect(at("2025-08-12", "2025-09-12", "2025-09-11")?.followup?.on).toBe("2025-09-11");
    expect(at("2025-09-11", "2025-09-09")?.followup?.on).toBe("2025-09-09");
  });
});
