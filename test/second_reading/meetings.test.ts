import {describe, expect, it} from "vitest";
import {exampleRows} from "./example_rows.ts";
import {readExample} from "./read_example.ts";
import type {SessionRow} from "./rows.ts";

const {client, episode, program, session} = exampleRows;
const numbers = Array.from({length: 20}, (_, i) => i);

/** Twenty clients with an episode each; the sessions name them by number. */
function read(sessions: SessionRow[]) {
  return readExample({
    programs: [program(), program({program_key: "q"})],
    clients: numbers.map((i) => client({client_key: `c${i}`})),
    episodes: numbers.map((i) => episode({episode_key: `e${i}`, client_key: `c${i}`, program_key: i < 18 ? "p" : "q"})),
    sessions
  });
}

function meeting(clients: number[], day: string, values: Partial<SessionRow> = {}): SessionRow[] {
  return clients.map((i) => session(day, {episode_key: `e${i}`, group_key: "g", session_key: `${day}${i}`, ...values}));
}

const first = (count: number) => numbers.slice(0, count);

describe("group meetings", () => {
  it("of 5, 6, 15 and 16 clients are two in range", () => {
    const sizes = [5, 6, 15, 16];
    const counts = read(sizes.flatMap((size, i) => meeting(first(size), `2025-01-0${i + 2}`)));
    expect(counts("group_size")).toMatchObject({units: 4, numerator: null, values: sizes, people: 16});
    expect(counts("group_size_in_range")).toMatchObject({units: 4, numerator: 2, denominator: 4, people: 16});
  });

  it("are of one program, group and day, and of group sessions with a group_key only", () => {
    const values = (...sessions: SessionRow[][]) => read(sessions.flat())("group_size")?.values;
    expect(values(meeting([0, 1], "2025-01-02"), meeting([2], "2025-01-03"))).toEqual([1, 2]);
    expect(values(meeting([0, 1], "2025-01-02"), meeting([2], "2025-01-02", {group_key: "h"}))).toEqual([1, 2]);
    expect(values(meeting([0, 1], "2025-01-02"), meeting([19], "2025-01-02"))).toEqual([1, 2]);
    expect(values(meeting([0], "2025-01-02", {group_key: null}))).toBeUndefined();
    expect(values(meeting([0], "2025-01-02", {kind: "family"}))).toBeUndefined();
  });

  it("count clients who were treated, in part too, and need one of them", () => {
    const values = (attendance: SessionRow["attendance"]) =>
      read([...meeting([0], "2025-01-02", {attendance}), ...meeting([1], "2025-01-03")])("group_size")?.values;
    expect(values("partial")).toEqual([1, 1]);
    expect(values("no_show")).toEqual([1]);
  });

  it("count a client of two episodes or two sessions once", () => {
    const twice = [episode({discharged_on: "2025-01-02"}), episode({episode_key: "f"})];
    const sessions = ["e", "f", "f"].map((episode_key, i) =>
      session("2025-01-02", {episode_key, session_key: `${i}`, group_key: "g"})
    );
    expect(readExample({episodes: twice, sessions})("group_size")).toMatchObject({values: [1], people: 1});
  });

  it("count who comes on the day after discharge", () => {
    const sessions = [session("2025-01-03", {group_key: "g"})];
    expect(readExample({episodes: [episode({discharged_on: "2025-01-02"})], sessions})("group_size")?.units).toBe(1);
    expect(readExample({episodes: [episode({discharged_on: "2025-01-01"})], sessions})("group_size")).toBeUndefined();
  });

  it("tell the people of the row's group and period, whoever comes to several meetings once", () => {
    const counts = read([...meeting([0, 1], "2025-01-02"), ...meeting([1, 19], "2025-02-02")]);
    expect(counts("group_size")).toMatchObject({values: [1, 1, 2], people: 3});
    expect(counts("group_size", {period: "2025-02"})).toMatchObject({values: [1, 1], people: 2});
    expect(counts("group_size", {breakdown: "program", group: "p"})).toMatchObject({values: [1, 2], people: 2});
    expect(counts("group_size_in_range", {breakdown: "program", group: "q"})?.people).toBe(1);
    expect(counts("group_size", {breakdown: "payer", group: "unknown"})).toBeUndefined();
  });
});
