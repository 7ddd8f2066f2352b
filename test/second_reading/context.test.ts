import {describe, expect, it} from "vitest";
import {takingPart, whatWaits} from "./context.ts";
import {exampleRows, exampleStatement} from "./example_rows.ts";
import type {Statement} from "./rows.ts";

const {client, episode, followup, program, session, total} = exampleRows;

function waiting(rows: Partial<Statement>): string[] {
  return whatWaits(exampleStatement(rows)).map((w) => `${w.file} ${w.key} ${w.code}`);
}

describe("rows wait for their context", () => {
  it("an episode waits for its client and its program, and its children with it", () => {
    const children = {
      sessions: [session("2025-01-02", {session_key: "s"})],
      assessments: [total("phq9", "2025-01-02", 5, {assessment_key: "a"})],
      followups: [followup("2025-01-02")]
    };
    const expected = ["episodes e", "sessions s", "assessments a", "followups f"].map((row) => `${row} unknown_parent`);
    expect(waiting({episodes: [episode({client_key: "other"})], ...children})).toEqual(expected);
    expect(waiting({episodes: [episode({program_key: "other"})], ...children})).toEqual(expected);
  });

  it("a parent of another source is no parent", () => {
    expect(waiting({clients: [client({source: "south"})], episodes: [episode()]})).toEqual([
      "episodes e unknown_parent"
    ]);
  });

  it("a referral waits for the client and the episode it names, and for none it leaves out", () => {
    const referral = {...{source: "north", referral_key: "r", client_key: null, program_key: "p", outcome: null}};
    const received = {received_at: "2025-01-01", received_on: "2025-01-01"};
    const naming = (names: {client_key?: string; episode_key?: string}) =>
      waiting({referrals: [{...referral, ...received, episode_key: null, ...names}]});
    expect(naming({})).toEqual([]);
    expect(naming({client_key: "c"})).toEqual([]);
    expect(naming({client_key: "x"})).toEqual(["referrals r unknown_parent"]);
    expect(naming({episode_key: "e"})).toEqual(["referrals r unknown_parent"]);
  });

  it("a session is inside its episode from admission to the day after discharge", () => {
    const days = ["2024-12-31", "2025-01-01", "2025-02-01", "2025-02-02"];
    const sessions = days.map((day) => session(day, {session_key: day}));
    expect(waiting({episodes: [episode({discharged_on: "2025-01-31"})], sessions})).toEqual([
      "sessions 2024-12-31 session_outside_episode",
      "sessions 2025-02-02 session_outside_episode"
    ]);
  });

  it("an assessment may be 14 days before admission, not 15", () => {
    const assessments = ["2024-12-17", "2024-12-18"].map((day) => total("phq9", day, 5, {assessment_key: day}));
    expect(waiting({episodes: [episode()], assessments})).toEqual(["assessments 2024-12-17 assessment_too_early"]);
  });

  it("of two open episodes of a client in a program the one admitted first takes part", () => {
    const later = episode({episode_key: "a", admitted_on: "2025-01-02"});
    expect(waiting({episodes: [later, episode()]})).toEqual(["episodes a second_open_episode"]);
    expect(
      waiting({episodes: [{...later, program_key: "q"}, episode()], programs: [program(), program({program_key: "q"})]})
    ).toEqual([]);
    expect(
      waiting({episodes: [{...later, discharged_on: "2025-01-03", discharge_reason: "other"}, episode()]})
    ).toEqual([]);
  });

  it("of two admitted on one day the smaller key in code points takes part", () => {
    const keys = ["\u{1D4B3}", "～"]; // UTF-16 would put them the other way round
    expect(waiting({episodes: keys.map((episode_key) => episode({episode_key}))})).toEqual([
      "episodes \u{1D4B3} second_open_episode"
    ]);
  });

  it("an open episode that waits for a parent keeps none from taking part", () => {
    const both = [episode({client_key: "x"}), episode({episode_key: "f", client_key: "x", admitted_on: "2025-02-01"})];
    expect(waiting({episodes: both})).toEqual(["episodes e unknown_parent", "episodes f unknown_parent"]);
  });

  it("what does not wait takes part", () => {
    const sessions = [session("2025-01-02"), session("2024-12-31")];
    const current = takingPart(exampleStatement({episodes: [episode(), episode({episode_key: "f"})], sessions}));
    expect(current.episodes.map((e) => e.episode_key)).toEqual(["e"]);
    expect(current.sessions.map((s) => s.held_on)).toEqual(["2025-01-02"]);
  });
});
