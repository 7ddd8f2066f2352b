import {describe, expect, it} from "vitest";
import {addDays} from "./days.ts";
import {exampleRows} from "./example_rows.ts";
import {readExample} from "./read_example.ts";
import type {EpisodeRow, SessionRow} from "./rows.ts";

const {episode, session} = exampleRows;

/** A session so many days after admission, of so many attended minutes. */
function held(day: number, attended_minutes: number | null, values: Partial<SessionRow> = {}): SessionRow {
  return session(addDays("2025-01-01", day), {scheduled_minutes: 720, attended_minutes, ...values});
}

function stay(sessions: SessionRow[], values: Partial<EpisodeRow> = {}) {
  return readExample({episodes: [episode({discharged_on: "2025-03-01", ...values})], sessions});
}

describe("attended hours a week (DO-01)", () => {
  it("63 hours over 42 days are 10.5 a week", () => {
    const days = [...Array.from({length: 20}, (_, i) => i * 2), 41];
    const counts = stay(days.map((day) => held(day, 180)));
    expect(counts("length_of_stay")?.values).toEqual([42]);
    expect(counts("attended_hours_per_week")).toMatchObject({units: 1, numerator: null, values: [10.5]});
  });

  it("is for stays of at least 7 days, of a closed episode", () => {
    expect(stay([held(0, 60), held(6, 60)])("attended_hours_per_week")?.values).toEqual([2]);
    expect(stay([held(0, 60), held(5, 60)])("attended_hours_per_week")).toBeUndefined();
    const open = {discharged_on: null, discharge_reason: null};
    expect(stay([held(0, 60), held(6, 60)], open)("attended_hours_per_week")).toBeUndefined();
  });

  it.each([
    ["attended", null, 91],
    ["partial", null, 45.5],
    ["partial", 80, 80],
    ["attended", 0, 0],
    ["attended", 95, 95],
    ["no_show", null, 0]
  ] as const)("a session of 91 minutes, %s for %s, is %s minutes", (attendance, attended_minutes, minutes) => {
    const last = held(6, 60);
    const counts = stay([held(1, attended_minutes, {attendance, scheduled_minutes: 91}), last]);
    expect(counts("attended_hours_per_week")?.values).toEqual([(minutes + 60) / 60]);
  });

  it("takes the session of the day after discharge, which does not lengthen the stay", () => {
    const counts = stay([held(0, 60), held(7, 60)], {discharged_on: "2025-01-07"});
    expect(counts("attended_hours_per_week")?.values).toEqual([2]);
  });
});

describe("weeks at dose (DO-02)", () => {
  const minutes = [9.5, 12, 6, 9, 12, 9].map((hours) => hours * 60);
  const weeks = minutes.map((attended, week) => held(week === 5 ? 41 : week * 7, attended));

  it("of the six worked weeks at 12 prescribed hours 2 have 9.6", () => {
    expect(stay(weeks, {prescribed_hours_week: 12})("weeks_at_dose")).toMatchObject({
      units: 1,
      numerator: 2,
      denominator: 6,
      ratio: [{a: 2, s: 6}]
    });
  });

  it("a week of exactly 0.8 of the hours is at dose, half a minute less is not", () => {
    const week = (...sessions: SessionRow[]) => stay([...sessions, held(6, 0)], {prescribed_hours_week: 1});
    expect(week(held(0, 48))("weeks_at_dose")?.numerator).toBe(1);
    const partial = held(0, null, {attendance: "partial", scheduled_minutes: 95});
    expect(week(partial)("weeks_at_dose")).toMatchObject({denominator: 1, numerator: 0});
  });

  it("drops the last week where the stay ends inside it", () => {
    expect(stay([...weeks, held(47, 720)], {prescribed_hours_week: 12})("weeks_at_dose")?.denominator).toBe(6);
    expect(stay([...weeks, held(48, 720)], {prescribed_hours_week: 12})("weeks_at_dose")).toMatchObject({
      numerator: 3,
      denominator: 7
    });
  });

  it("counts a week without sessions, and leaves out an episode without prescribed hours", () => {
    expect(stay([held(20, 720)], {prescribed_hours_week: 12})("weeks_at_dose")).toMatchObject({
      numerator: 1,
      denominator: 3
    });
    expect(stay(weeks)("weeks_at_dose")).toBeUndefined();
  });
});
