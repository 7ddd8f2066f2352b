import {describe, expect, it} from "vitest";
import {addDays} from "./days.ts";
import {exampleRows} from "./example_rows.ts";
import {readExample} from "./read_example.ts";
import type {SessionRow} from "./rows.ts";

const {episode, session} = exampleRows;

describe("attendance", () => {
  it("of the five worked episodes is 102 of 136 sessions, with the totals of each", () => {
    const totals: [number, number][] = [
      [27, 30],
      [24, 30],
      [3, 10],
      [12, 30],
      [36, 36]
    ];
    const episodes = totals.map((_, i) => episode({episode_key: `e${i}`, discharged_on: "2025-03-31"}));
    const sessions = totals.flatMap(([attended, scheduled], i) =>
      Array.from({length: scheduled}, (_, day) =>
        session(addDays("2025-01-01", day), {episode_key: `e${i}`, attendance: day < attended ? "attended" : "no_show"})
      )
    );
    const row = readExample({episodes, sessions})("attendance");
    expect(row).toMatchObject({units: 5, numerator: 102, denominator: 136});
    const ratio = [...totals].sort((x, y) => x[1] - y[1] || x[0] - y[0]).map(([a, s]) => ({a, s}));
    expect(row?.ratio).toEqual(ratio);
  });

  const of = (measure: string, ...sessions: SessionRow[]) => readExample({episodes: [episode()], sessions})(measure);
  const held = (values: Partial<SessionRow>) => session("2025-01-02", values);

  it.each([
    [45, 90, 1],
    [45, 91, 0],
    [46, 91, 1],
    [0, 1, 0],
    [null, 90, 1]
  ])("%s attended minutes of %i scheduled count as %i attended", (attended_minutes, scheduled_minutes, numerator) => {
    expect(of("attendance", held({attended_minutes, scheduled_minutes}))).toMatchObject({denominator: 1, numerator});
  });

  it("partial is never attended, and treats", () => {
    const partial = held({attendance: "partial", attended_minutes: 180});
    expect(of("attendance", partial)).toMatchObject({denominator: 1, numerator: 0});
    expect(of("time_in_program", partial)?.units).toBe(1);
    expect(of("time_in_program", held({attended_minutes: 0}))?.units).toBe(1);
  });

  it("cancellations count where they belong", () => {
    const kinds = [
      "attended",
      "no_show",
      "late_cancel",
      "client_cancel",
      "program_cancel",
      "excused",
      "partial"
    ] as const;
    const sessions = kinds.map((attendance) => held({attendance, session_key: attendance}));
    expect(of("attendance", ...sessions)).toMatchObject({numerator: 1, denominator: 5});
    expect(of("no_show", ...sessions)).toMatchObject({numerator: 2, denominator: 5});
    expect(of("client_cancellation", ...sessions)).toMatchObject({numerator: 2, denominator: 5});
    expect(of("program_cancellation", ...sessions)).toMatchObject({numerator: 1, denominator: 7});
  });

  it("an episode never started counts, one with only excused sessions is behind no row", () => {
    expect(of("attendance", held({attendance: "no_show"}))).toMatchObject({units: 1, denominator: 1, numerator: 0});
    expect(of("attendance", held({attendance: "excused"}))).toBeUndefined();
    expect(of("program_cancellation", held({attendance: "excused"}))).toMatchObject({units: 1, numerator: 0});
  });

  it("leaves out the day after discharge, on which a session still treats", () => {
    const episodes = [episode({discharged_on: "2025-01-01"})];
    const counts = readExample({episodes, sessions: [session("2025-01-02")]});
    expect(counts("attendance")).toBeUndefined();
    expect(counts("completion")?.units).toBe(1);
  });

  it("puts a session into the month it was held in", () => {
    const counts = readExample({episodes: [episode()], sessions: [session("2025-01-31"), session("2025-02-01")]});
    expect(counts("attendance", {period: "2025-01"})?.denominator).toBe(1);
    expect(counts("attendance", {period: "2025-Q1"})).toMatchObject({units: 1, ratio: [{a: 2, s: 2}]});
  });
});
