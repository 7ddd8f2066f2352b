import {describe, expect, it} from "vitest";
import {exampleRows} from "./example_rows.ts";
import {readExample} from "./read_example.ts";
import type {Instrument} from "./rows.ts";

const {client, episode, session, total} = exampleRows;
const discharged_on = "2025-03-14";

/** Courses of one client each: scores at baseline, at the end and half a year later. */
function read(
  courses: (number | null)[][],
  instrument: Instrument = "phq9",
  values: {birth_year?: number; died_on?: string; as_of?: string} = {}
) {
  const {as_of = "2026-03-31", ...one} = values;
  const keys = courses.map((_, i) => ({client_key: `c${i}`, episode_key: `e${i}`}));
  return readExample(
    {
      clients: keys.map(({client_key}) => client({client_key, ...one})),
      episodes: keys.map((key) => episode({...key, discharged_on})),
      sessions: keys.map(({episode_key}) => session("2025-01-02", {episode_key})),
      assessments: courses.flatMap((scores, i) =>
        ["2025-01-01", discharged_on, "2025-09-10"].flatMap((day, j) =>
          scores[j] == null ? [] : [total(instrument, day, scores[j], {episode_key: `e${i}`})]
        )
      )
    },
    {as_of}
  );
}

describe("gains maintained (FU-03)", () => {
  it("of the 40 worked improvers is 31", () => {
    const courses = Array.from({length: 40}, (_, i) => [18, 8, i < 31 ? 9 : 14]);
    expect(read(courses)("phq9_gains_maintained")).toMatchObject({units: 40, numerator: 31, denominator: 40});
  });

  it.each([
    ["improved by just 6, unchanged since", [18, 12, 12], 1],
    ["improved by just 6, one point back", [18, 12, 13], 0],
    ["still 7 better, worse by 5 since discharge", [20, 8, 13], 1],
    ["still 8 better, but reliably worse since discharge", [20, 6, 12], 0],
    ["better still", [18, 12, 2], 1]
  ])("%s", (_what, course, numerator) => {
    expect(read([course])("phq9_gains_maintained")).toMatchObject({denominator: 1, numerator});
  });

  it("is asked of those who improved reliably by discharge and have a score later", () => {
    expect(read([[18, 13, 2]])("phq9_gains_maintained")).toBeUndefined();
    expect(read([[18, 8, null]])("phq9_gains_maintained")).toBeUndefined();
    expect(read([[null, 8, 8]])("phq9_gains_maintained")).toBeUndefined();
  });

  it.each([
    ["gad7", 4, 20],
    ["pcl5", 15, 60]
  ] as const)("of the %s takes %i points", (instrument, points, start) => {
    const edges = [
      [start, start - points, start - points],
      [start, start - points, start - points + 1],
      [start, start - points + 1, start - points]
    ];
    expect(read(edges, instrument)(`${instrument}_gains_maintained`)).toMatchObject({denominator: 2, numerator: 1});
  });
});

describe("change since discharge (FU-02b)", () => {
  it("pairs the last score of the course with the one at follow-up, of those who have a baseline", () => {
    expect(read([[18, 8, 10]])("phq9_change_since_discharge")).toMatchObject({
      units: 1,
      numerator: null,
      pairs: [[8, 10]]
    });
    expect(read([[null, 8, 10]])("phq9_change_since_discharge")).toBeUndefined();
    expect(read([[60, 30, 20]], "pcl5")("pcl5_change_since_discharge")?.pairs).toEqual([[30, 20]]);
  });

  it("leaves out clients under 12 and deaths in the episode, and waits for the quarter to close", () => {
    const measures = ["phq9_change_since_discharge", "phq9_gains_maintained"];
    for (const measure of measures) {
      expect(read([[18, 8, 10]], "phq9", {birth_year: 2014})(measure)).toBeUndefined();
      expect(read([[18, 8, 10]], "phq9", {died_on: discharged_on})(measure)).toBeUndefined();
      expect(read([[18, 8, 10]], "phq9", {as_of: "2025-10-26"})(measure)?.immature).toBe(true);
      expect(read([[18, 8, 10]], "phq9", {as_of: "2025-10-27"})(measure)?.units).toBe(1);
      expect(read([[18, 8, 10]])(measure, {period: "2025-03"})).toBeUndefined();
    }
  });
});
