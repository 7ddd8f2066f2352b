import {describe, expect, it} from "vitest";
import {exampleRows} from "./example_rows.ts";
import {readExample} from "./read_example.ts";
import type {AssessmentRow} from "./rows.ts";

const {client, episode, items, session, total} = exampleRows;
const measures = ["ideation_at_baseline", "ideation_new", "ideation_resolved"];

/** Answers to a PHQ-9 of which only item 9 is told. */
function phq9(on: string, item_9: number | null): AssessmentRow {
  return items("phq9", on, [1, 1, 1, 1, 1, 1, 1, 1, item_9]);
}

function read(assessments: AssessmentRow[], prorate = true, died_on: string | null = null) {
  const counts = readExample(
    {
      clients: [client({died_on, birth_year: 2020})],
      episodes: [episode({discharged_on: "2025-03-14"})],
      sessions: [session("2025-01-02")],
      assessments
    },
    {settings: {prorate, stale_after_days: 30}}
  );
  return measures.map((measure) => counts(measure)?.numerator);
}

describe("item 9 (PHQ-03)", () => {
  it.each([
    [0, 0, [0, 0, 0]],
    [0, 1, [0, 1, 0]],
    [1, 0, [1, 0, 1]],
    [3, 1, [1, 0, 0]]
  ])("from %i to %i counts %j at baseline, new and resolved", (before, after, expected) => {
    expect(read([phq9("2025-01-01", before), phq9("2025-03-14", after)])).toEqual(expected);
  });

  it("is not answered where it is empty or only a total came, which is not 'none'", () => {
    expect(read([phq9("2025-01-01", null), phq9("2025-03-14", 1)])).toEqual([undefined, undefined, undefined]);
    expect(read([total("phq9", "2025-01-01", 9)])).toEqual([undefined, undefined, undefined]);
    expect(read([phq9("2025-01-01", 0), total("phq9", "2025-03-14", 9)])).toEqual([0, undefined, undefined]);
  });

  it("is that of the baseline's own assessment, even if another one near it was answered", () => {
    expect(read([phq9("2025-01-01", null), phq9("2025-01-02", 1)])).toEqual([undefined, undefined, undefined]);
    expect(read([phq9("2025-01-01", null), phq9("2025-01-02", 1)], false)).toEqual([1, undefined, undefined]);
  });

  it("is never that of another instrument", () => {
    const pcl5 = items("pcl5", "2025-01-01", new Array(20).fill(1));
    expect(read([pcl5])).toEqual([undefined, undefined, undefined]);
  });

  it("leaves nobody out for age or death", () => {
    expect(read([phq9("2025-01-01", 1)], true, "2025-03-01")).toEqual([1, undefined, undefined]);
  });

  it("needs a treated episode that is closed", () => {
    const assessments = [phq9("2025-01-01", 1)];
    const closed = [episode({discharged_on: "2025-03-14"})];
    expect(readExample({episodes: closed, assessments})("ideation_at_baseline")).toBeUndefined();
    const open = {episodes: [episode()], sessions: [session("2025-01-02")], assessments};
    expect(readExample(open)("ideation_at_baseline")).toBeUndefined();
  });
});
