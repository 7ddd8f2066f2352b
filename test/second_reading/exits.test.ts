import {describe, expect, it} from "vitest";
import {addDays} from "./days.ts";
import {dailySessions, exampleRows} from "./example_rows.ts";
import {readExample} from "./read_example.ts";
import type {DischargeReason, EpisodeRow} from "./rows.ts";

const {client, episode, session} = exampleRows;

describe("completion (CP-01 to CP-04)", () => {
  const reasons: [DischargeReason, number][] = [
    ["completed", 110],
    ["terminated", 10],
    ["transferred", 20],
    ["incarcerated", 3],
    ["death", 1],
    ["other", 11],
    ["dropped_out", 21]
  ];
  const stayed = reasons.flatMap(([discharge_reason, count]) => discharges(count, discharge_reason));
  const early = discharges(24, "dropped_out");
  const episodes = [...stayed, ...early].map((e, i) => ({...e, episode_key: `e${i}`}));
  const sessions = episodes.flatMap((e, i) => dailySessions(e.episode_key, e.admitted_on, i < stayed.length ? 20 : 2));
  const counts = readExample({episodes, sessions});

  it.each([
    ["completion", 110, 200],
    ["completion_or_transfer", 130, 200],
    ["completion_excluding_neutral", 110, 176],
    ["early_dropout", 24, 200]
  ])("of the 200 worked discharges %s counts %i of %i", (measure, numerator, denominator) => {
    expect(counts(measure)).toMatchObject({units: denominator, numerator, denominator});
  });

  function discharges(count: number, discharge_reason: DischargeReason): EpisodeRow[] {
    const transfer_to = discharge_reason === "transferred" ? "step_up" : null;
    return Array.from({length: count}, () => episode({discharged_on: "2025-01-31", discharge_reason, transfer_to}));
  }
});

describe("early dropout", () => {
  const dropped = {discharged_on: "2025-01-31", discharge_reason: "dropped_out"} as const;
  const dropout = (days: number[], values: Partial<EpisodeRow>, as_of = "2026-03-31") =>
    readExample(
      {episodes: [episode(values)], sessions: days.map((day) => session(addDays("2025-01-01", day)))},
      {as_of}
    )("early_dropout");

  it("is two sessions or thirteen days, not three sessions and fourteen days", () => {
    expect(dropout([0, 29], dropped)?.numerator).toBe(1);
    expect(dropout([0, 1, 12], dropped)?.numerator).toBe(1);
    expect(dropout([0, 1, 13], dropped)).toMatchObject({denominator: 1, numerator: 0});
  });

  it("leaves out an early neutral exit and keeps a late one and an open one", () => {
    expect(dropout([0, 1], {...dropped, neutral_exit: "yes"})).toBeUndefined();
    expect(dropout([0, 1, 13], {...dropped, neutral_exit: "yes"})).toMatchObject({denominator: 1, numerator: 0});
    expect(dropout([0], {neutral_exit: "yes"})).toMatchObject({denominator: 1, numerator: 0});
    expect(dropout([0], {...dropped, discharge_reason: "completed", neutral_exit: "yes"})?.denominator).toBe(1);
    expect(dropout([0], {...dropped, discharge_reason: "transferred", transfer_to: "lateral"})?.denominator).toBe(1);
  });

  it("is mature 28 days after admission, before that its period is immature", () => {
    expect(dropout([0], {}, "2025-01-28")).toMatchObject({units: 0, denominator: 0, numerator: null, immature: true});
    expect(dropout([0], {}, "2025-01-29")).toMatchObject({units: 1, immature: false});
  });
});

describe("length of stay", () => {
  const stay = (values: Partial<EpisodeRow>, ...days: string[]) =>
    readExample({episodes: [episode(values)], sessions: days.map((day) => session(day))})("length_of_stay")?.values;

  it("runs from admission to the last treated session, both days counted", () => {
    const los = [7, 14, 21, 28, 28, 35, 42, 42, 49, 56];
    const episodes = los.map((_, i) => episode({episode_key: `e${i}`, discharged_on: "2025-06-30"}));
    const sessions = los.map((days, i) => session(addDays("2025-01-01", days - 1), {episode_key: `e${i}`}));
    expect(readExample({episodes, sessions})("length_of_stay")?.values).toEqual(los);
  });

  it("is capped at discharge and is never below one day", () => {
    expect(stay({discharged_on: "2025-01-01"}, "2025-01-02")).toEqual([1]);
    expect(stay({discharged_on: "2025-01-10"}, "2025-01-11")).toEqual([10]);
  });

  it("passes over sessions that were not treated, and leaves out the never started", () => {
    const missed = session("2025-01-09", {attendance: "no_show"});
    const episodes = [episode({discharged_on: "2025-01-10"})];
    expect(readExample({episodes, sessions: [session("2025-01-03"), missed]})("length_of_stay")?.values).toEqual([3]);
    expect(readExample({episodes, sessions: [missed]})("length_of_stay")).toBeUndefined();
  });
});

describe("time in program", () => {
  const time = (values: Partial<EpisodeRow>, died_on: string | null = null, as_of = "2025-03-01") =>
    readExample(
      {clients: [client({died_on})], episodes: [episode(values)], sessions: [session("2025-01-05")]},
      {as_of}
    )("time_in_program")?.times?.[0];

  it("ends planned, unplanned or by death", () => {
    const discharged_on = "2025-01-20";
    expect(time({discharged_on})).toEqual({time: 5, event: "planned"});
    expect(time({discharged_on, discharge_reason: "transferred", transfer_to: "step_down"})?.event).toBe("planned");
    expect(time({discharged_on, discharge_reason: "transferred", transfer_to: "step_up"})?.event).toBe("unplanned");
    expect(time({discharged_on, discharge_reason: "death"})?.event).toBe("death");
    expect(time({discharged_on}, "2025-01-20")?.event).toBe("death");
    expect(time({discharged_on}, "2025-01-21")?.event).toBe("planned");
  });

  it("of an open episode runs to as-of, or to the last treated session more than 30 days after the last session", () => {
    expect(time({}, null, "2025-02-04")).toEqual({time: 35, event: "censored"});
    expect(time({}, null, "2025-02-05")).toEqual({time: 5, event: "unplanned"});
  });

  it("an open episode is kept from going stale by a session of any attendance", () => {
    const sessions = [session("2025-01-05"), session("2025-02-01", {attendance: "excused"})];
    const counts = readExample({episodes: [episode()], sessions}, {as_of: "2025-03-03"});
    expect(counts("time_in_program")?.times).toEqual([{time: 62, event: "censored"}]);
    const later = readExample({episodes: [episode()], sessions}, {as_of: "2025-03-04"});
    expect(later("time_in_program")?.times).toEqual([{time: 5, event: "unplanned"}]);
  });
});

describe("planned and unplanned exit", () => {
  /** The worked times of LS-04: U unplanned, P planned, D death, and open where it has neither. */
  const golden = "7U 14P 21P 28P 28U 30 35P 42P 45 56P".split(" ");
  const as_of = "2025-06-30";

  function exits(times: string[]) {
    const stays = times.map((text, i) => {
      const days = Number.parseInt(text, 10);
      const ended = {U: "dropped_out", P: "completed", D: "death"}[text.at(-1) ?? ""] as DischargeReason | undefined;
      const admitted_on = addDays(as_of, -days + 1);
      const closing = ended === undefined ? {} : {discharged_on: as_of, discharge_reason: ended};
      return episode({episode_key: `e${i}`, client_key: `c${i}`, admitted_on, ...closing});
    });
    const clients = stays.map(({client_key}) => client({client_key}));
    const sessions = stays.map(({episode_key}) => session(as_of, {episode_key}));
    return readExample({clients, episodes: stays, sessions}, {as_of});
  }

  it("are told by the times and exits of the same episodes as the time in program", () => {
    const counts = exits(golden);
    const times = [
      ...[
        {time: 7, event: "unplanned"},
        {time: 14, event: "planned"},
        {time: 21, event: "planned"}
      ],
      ...[
        {time: 28, event: "planned"},
        {time: 28, event: "unplanned"},
        {time: 30, event: "censored"}
      ],
      ...[
        {time: 35, event: "planned"},
        {time: 42, event: "planned"},
        {time: 45, event: "censored"}
      ],
      {time: 56, event: "planned"}
    ];
    for (const measure of ["time_in_program", "planned_exit", "unplanned_exit"]) {
      expect(counts(measure)).toMatchObject({units: 10, denominator: 10, numerator: null, times, immature: false});
    }
  });

  it("cannot be told while the longest time is below 84 days and somebody is left, by death too", () => {
    const immature = (...times: string[]) => exits(times)("planned_exit")?.immature;
    expect(immature("7U", "83")).toBe(true);
    expect(immature("7U", "84")).toBe(false);
    expect(immature("7U", "83D")).toBe(true);
    expect(immature("7U", "83P", "83")).toBe(true);
    expect(immature("7U", "83P", "82")).toBe(false);
    expect(exits(["7U", "83"])("unplanned_exit")).toMatchObject({units: 0, denominator: 0, numerator: null});
    expect(exits(["7U", "83"])("time_in_program")).toMatchObject({units: 2, immature: false});
  });
});
