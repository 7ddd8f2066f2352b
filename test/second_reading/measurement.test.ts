import {describe, expect, it} from "vitest";
import {addDays} from "./days.ts";
import {exampleRows} from "./example_rows.ts";
import {readExample} from "./read_example.ts";
import type {AssessmentRow, SessionRow} from "./rows.ts";

const {client, episode, items, session, total} = exampleRows;
const day = (days: number) => addDays("2025-01-01", days);

describe("measured at the end (INS-01b)", () => {
  it("of the 210 worked discharges 172 are, by any instrument", () => {
    const keys = Array.from({length: 210}, (_, i) => `e${i}`);
    const counts = readExample({
      episodes: keys.map((episode_key) => episode({episode_key, discharged_on: "2025-03-14"})),
      sessions: keys.map((episode_key) => session("2025-01-01", {episode_key})),
      assessments: keys
        .slice(0, 172)
        .map((episode_key, i) =>
          total((["phq9", "gad7", "pcl5"] as const)[i % 3] ?? "phq9", "2025-03-01", 5, {episode_key})
        )
    });
    expect(counts("end_measured")).toMatchObject({units: 210, numerator: 172, denominator: 210});
    expect(counts("baseline_measured")).toMatchObject({numerator: 0, denominator: 210});
  });
});

describe("measured every week (INS-01c)", () => {
  interface Example {
    sessions: number[];
    scores?: number[];
    assessments?: AssessmentRow[];
    discharged?: number;
    birth_year?: number;
    prorate?: boolean;
    attendance?: SessionRow["attendance"];
  }

  function read({
    sessions,
    scores = [],
    assessments,
    discharged,
    birth_year = 1980,
    prorate = true,
    attendance
  }: Example) {
    const closed = discharged === undefined ? {} : {discharged_on: day(discharged)};
    const seen = attendance === undefined ? {} : {attendance};
    return readExample(
      {
        clients: [client({birth_year})],
        episodes: [episode(closed)],
        sessions: sessions.map((days) => session(day(days), seen)),
        assessments: assessments ?? scores.map((days) => total("pcl5", day(days), 30))
      },
      {settings: {prorate, stale_after_days: 30}}
    );
  }

  it("counts the weeks from admission with a treated session, and those of them with a score", () => {
    const counts = read({sessions: [0, 6, 7, 21], scores: [6, 14, 27]});
    expect(counts("weekly_measured")).toMatchObject({units: 1, denominator: 3, numerator: 2, ratio: [{a: 2, s: 3}]});
  });

  it("counts two scores of a week once, and none of before admission", () => {
    expect(read({sessions: [0], scores: [1, 2]})("weekly_measured")).toMatchObject({numerator: 1, denominator: 1});
    expect(read({sessions: [0], scores: [-1]})("weekly_measured")?.numerator).toBe(0);
  });

  it("takes a score after discharge inside a week, and a week that begins on the day after discharge", () => {
    expect(read({sessions: [0], scores: [6], discharged: 1})("weekly_measured")?.numerator).toBe(1);
    expect(read({sessions: [0, 7], scores: [13], discharged: 6})("weekly_measured")).toMatchObject({
      numerator: 1,
      denominator: 2
    });
  });

  it("puts a week into the period of its first day", () => {
    const counts = read({sessions: [35], scores: [35]});
    expect(counts("weekly_measured", {period: "2025-02"})?.numerator).toBe(1);
    const across = read({sessions: [34], scores: [34]});
    expect(across("weekly_measured", {period: "2025-01"})?.numerator).toBe(1);
    expect(across("weekly_measured", {period: "2025-02"})).toBeUndefined();
  });

  it("takes prorated scores where the setting says so", () => {
    const assessments = [items("pcl5", day(0), [...new Array(16).fill(2), null, null, null, null])];
    expect(read({sessions: [0], assessments})("weekly_measured")?.numerator).toBe(1);
    expect(read({sessions: [0], assessments, prorate: false})("weekly_measured")?.numerator).toBe(0);
  });

  it("leaves out clients under 12 and weeks without a treated session", () => {
    expect(read({sessions: [0], birth_year: 2014})("weekly_measured")).toBeUndefined();
    expect(read({sessions: [0], attendance: "no_show"})("weekly_measured")).toBeUndefined();
    expect(read({sessions: [0], attendance: "partial"})("weekly_measured")?.denominator).toBe(1);
  });
});
