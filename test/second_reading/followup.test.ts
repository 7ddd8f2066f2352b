import {describe, expect, it} from "vitest";
import {addDays} from "./days.ts";
import {exampleRows} from "./example_rows.ts";
import {readExample} from "./read_example.ts";
import type {AssessmentRow, ClientRow, EpisodeRow, FollowupRow} from "./rows.ts";

const {client, episode, followup, session, total} = exampleRows;
const discharged_on = "2025-03-14";

interface Example {
  episodes?: EpisodeRow[];
  clients?: ClientRow[];
  assessments?: AssessmentRow[];
  followups?: FollowupRow[];
  as_of?: string;
}

/** Episodes of 2025 with a session on the day of admission; the last of a client is asked at follow-up. */
function read(example: Example) {
  const {as_of = "2026-03-31", episodes = [episode({discharged_on})], ...rows} = example;
  const sessions = episodes.map((e) => session(e.admitted_on, {episode_key: e.episode_key}));
  return readExample({...rows, episodes, sessions}, {as_of});
}

describe("follow-up retention", () => {
  it("of 150 discharges with one death follows 64 of 149, and 71 in the wide window", () => {
    const numbers = Array.from({length: 150}, (_, i) => i);
    const clients = numbers.map((i) => client({client_key: `c${i}`, died_on: i === 149 ? "2025-04-01" : null}));
    const episodes = numbers.map((i) => episode({episode_key: `e${i}`, client_key: `c${i}`, discharged_on}));
    const day = (i: number) => addDays(discharged_on, i < 64 ? 150 : 240);
    const assessments = numbers.slice(0, 71).map((i) => total("gad7", day(i), 5, {episode_key: `e${i}`}));
    const counts = read({clients, episodes, assessments});
    expect(counts("followup_retention")).toMatchObject({units: 149, denominator: 149, numerator: 64});
    expect(counts("followup_retention_wide")).toMatchObject({units: 149, numerator: 71});
  });

  it("counts a quarter from 210 days after its last day, and wide from 240", () => {
    const narrow = (as_of: string) => read({as_of})("followup_retention")?.immature;
    expect(narrow("2025-10-26")).toBe(true);
    expect(narrow("2025-10-27")).toBe(false);
    const wide = (as_of: string) => read({as_of})("followup_retention_wide")?.immature;
    expect(wide("2025-11-25")).toBe(true);
    expect(wide("2025-11-26")).toBe(false);
  });

  it("sums the closed quarters into the year and leaves the open ones out, and has no months", () => {
    const episodes = [episode({discharged_on}), episode({episode_key: "f", discharged_on: "2025-06-30"})];
    const counts = read({episodes, as_of: "2025-10-27"});
    expect(counts("followup_retention", {period: "2025"})).toMatchObject({units: 1, immature: false});
    expect(counts("followup_retention", {period: "2025-Q2"})).toMatchObject({
      units: 0,
      numerator: null,
      immature: true
    });
    expect(counts("followup_retention", {period: "2025-03"})).toBeUndefined();
  });

  it("asks a person once a quarter: latest discharge, then latest admission, then greatest key", () => {
    const chosen = (...episodes: EpisodeRow[]) => {
      const payers = episodes.map((e, i) => ({...e, episode_key: `${"abc"[i]}`, payer: `${i}`}));
      const counts = read({episodes: payers});
      return payers.map((e) => counts("followup_retention", {breakdown: "payer", group: e.payer})?.units ?? 0);
    };
    const early = episode({discharged_on: "2025-02-01"});
    expect(chosen(early, episode({discharged_on}), early)).toEqual([0, 1, 0]);
    expect(chosen(episode({discharged_on, admitted_on: "2025-01-02"}), episode({discharged_on}))).toEqual([1, 0]);
    expect(chosen(episode({discharged_on}), episode({discharged_on}))).toEqual([0, 1]);
    expect(chosen(early, episode({discharged_on: "2025-04-01"}))).toEqual([1, 1]);
  });

  it("asks nobody for an episode never started, even if it is the last", () => {
    const episodes = [episode({discharged_on}), episode({episode_key: "f", discharged_on: "2025-03-20"})];
    const counts = readExample({episodes, sessions: [session("2025-01-02")]});
    expect(counts("followup_retention")?.units).toBe(1);
    expect(readExample({episodes: episodes.slice(1)})("followup_retention")).toBeUndefined();
  });

  it("does not fall back to an earlier discharge when the last one is closed by death", () => {
    const last = episode({episode_key: "f", discharged_on, discharge_reason: "death"});
    expect(read({episodes: [episode({discharged_on: "2025-02-01"}), last]})("followup_retention")).toBeUndefined();
  });

  it("leaves out who died by day 150, by date or by the episode's own contact", () => {
    const units = (example: Example) => read(example)("followup_retention")?.units ?? 0;
    expect(units({clients: [client({died_on: "2025-08-11"})]})).toBe(0);
    expect(units({clients: [client({died_on: "2025-08-12"})]})).toBe(1);
    expect(units({followups: [followup("2025-08-11", {outcome: "deceased"})]})).toBe(0);
    expect(units({followups: [followup("2025-08-12", {outcome: "deceased"})]})).toBe(1);
    expect(units({followups: [followup("2025-08-11", {outcome: "declined"})]})).toBe(1);
  });
});

describe("change at follow-up", () => {
  const baseline = total("phq9", "2025-01-01", 18);
  const later = total("phq9", "2025-09-10", 8);

  it("pairs the baseline with the score at follow-up", () => {
    const counts = read({assessments: [baseline, later]});
    expect(counts("phq9_change_at_followup")).toMatchObject({
      units: 1,
      denominator: 1,
      numerator: null,
      pairs: [[18, 8]]
    });
    expect(counts("phq9_effect_size_at_followup")?.pairs).toEqual([[18, 8]]);
    expect(counts("gad7_change_at_followup")).toBeUndefined();
    const pcl5 = [total("pcl5", "2025-01-01", 50), total("pcl5", "2025-09-10", 20)];
    expect(read({assessments: pcl5})("pcl5_change_at_followup")?.pairs).toEqual([[50, 20]]);
    expect(read({assessments: pcl5})("followup_retention")?.numerator).toBe(1);
  });

  it("leaves out clients under 12, who stay in retention", () => {
    const counts = read({clients: [client({birth_year: 2014})], assessments: [baseline, later]});
    expect(counts("phq9_change_at_followup")).toBeUndefined();
    expect(counts("followup_retention")?.numerator).toBe(1);
  });

  it("is immature while no quarter of the row's discharges is closed", () => {
    const counts = read({assessments: [baseline], as_of: "2025-10-26"});
    expect(counts("phq9_change_at_followup", {period: "2025-Q1"})?.immature).toBe(true);
    expect(read({assessments: [baseline]})("phq9_change_at_followup", {period: "2025-Q1"})).toBeUndefined();
  });

  it("a year with a closed quarter without pairs and an open one has no row", () => {
    const episodes = [episode({discharged_on}), episode({episode_key: "f", discharged_on: "2025-12-31"})];
    expect(read({episodes})("phq9_change_at_followup", {period: "2025"})).toBeUndefined();
    expect(read({episodes})("phq9_change_at_followup", {period: "2025-Q4"})?.immature).toBe(true);
  });
});
