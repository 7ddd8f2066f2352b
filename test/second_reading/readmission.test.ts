import {describe, expect, it} from "vitest";
import {addDays} from "./days.ts";
import {exampleRows} from "./example_rows.ts";
import {readExample} from "./read_example.ts";
import type {EpisodeRow} from "./rows.ts";

const {client, episode, program} = exampleRows;
const discharged_on = "2025-03-31";

/** An index discharge, and an admission so many days later. */
function read(
  day: number | null,
  index: Partial<EpisodeRow> = {},
  again: Partial<EpisodeRow> = {},
  as_of = "2026-03-31"
) {
  const later = day === null ? [] : [episode({episode_key: "f", admitted_on: addDays(discharged_on, day), ...again})];
  const programs = [program(), program({program_key: "q"})];
  const clients = [client(), client({client_key: "d"})];
  return readExample({programs, clients, episodes: [episode({discharged_on, ...index}), ...later]}, {as_of});
}

describe("readmission (RA-01a)", () => {
  it("of the 200 worked discharges is 9", () => {
    const numbers = Array.from({length: 200}, (_, i) => i);
    const key = (i: number) => ({client_key: `c${i}`});
    const counts = readExample({
      clients: numbers.map((i) => client(key(i))),
      episodes: [
        ...numbers.map((i) => episode({...key(i), episode_key: `e${i}`, discharged_on})),
        ...numbers.slice(0, 9).map((i) => episode({...key(i), episode_key: `f${i}`, admitted_on: "2025-04-20"}))
      ]
    });
    expect(counts("readmission_30")).toMatchObject({units: 200, numerator: 9, denominator: 200});
  });

  it.each([
    [0, 0, 0],
    [1, 1, 1],
    [30, 1, 1],
    [31, 0, 1],
    [90, 0, 1],
    [91, 0, 0]
  ])("on day %i counts %i within 30 and %i within 90 days", (day, within30, within90) => {
    expect(read(day)("readmission_30")).toMatchObject({denominator: 1, numerator: within30});
    expect(read(day)("readmission_90")).toMatchObject({denominator: 1, numerator: within90});
  });

  it("is to the same program by the same client", () => {
    expect(read(1, {}, {program_key: "q"})("readmission_30")).toMatchObject({denominator: 1, numerator: 0});
    expect(read(1, {}, {client_key: "d"})("readmission_30")?.numerator).toBe(0);
  });

  it("leaves out deaths and keeps the never started", () => {
    expect(read(null)("readmission_30")).toMatchObject({denominator: 1, numerator: 0});
    expect(read(1, {discharge_reason: "death"})("readmission_30")).toBeUndefined();
  });

  it("leaves out a transfer that continues in another program on the same or the next day", () => {
    const transferred = {discharge_reason: "transferred"} as const;
    expect(read(0, transferred, {program_key: "q"})("readmission_30")).toBeUndefined();
    expect(read(1, transferred, {program_key: "q"})("readmission_30")).toBeUndefined();
    expect(read(2, transferred, {program_key: "q"})("readmission_30")?.denominator).toBe(1);
    expect(read(1, transferred)("readmission_30")).toMatchObject({denominator: 1, numerator: 1});
    expect(read(1, {discharge_reason: "other"}, {program_key: "q"})("readmission_30")?.denominator).toBe(1);
  });

  it("is mature W days after discharge", () => {
    expect(read(null, {}, {}, "2025-04-29")("readmission_30")).toMatchObject({units: 0, immature: true});
    expect(read(null, {}, {}, "2025-04-30")("readmission_30")).toMatchObject({units: 1, immature: false});
    expect(read(null, {}, {}, "2025-06-28")("readmission_90")?.immature).toBe(true);
    expect(read(null, {}, {}, "2025-06-29")("readmission_90")?.immature).toBe(false);
  });
});
