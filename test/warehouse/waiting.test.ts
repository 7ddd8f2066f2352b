import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {build} from "../../src/warehouse/build.ts";
import {exampleRows} from "../second_reading/example_rows.ts";
import {forEachWarehouse, type TestWarehouse} from "../warehouses.ts";
import {buildOptions} from "./build_options.ts";
import {type Delivery, foldDeliveries, type Said} from "./fold_deliveries.ts";
import {loadVersions} from "./load_statement.ts";

const {client, episode, followup, program, session, total} = exampleRows;

/** What a night's delivery says. */
const says = {
  program: (): Said => ({file: "programs", key: "p", row: program()}),
  client: (key = "c"): Said => ({file: "clients", key, row: client({client_key: key})}),
  episode: (key = "e", values: Parameters<typeof episode>[0] = {}): Said => ({
    file: "episodes",
    key,
    row: episode({episode_key: key, ...values})
  }),
  session: (held_on: string, values: Parameters<typeof session>[1] = {}): Said => {
    const row = session(held_on, values);
    return {file: "sessions", key: row.session_key, row};
  },
  score: (assessed_on: string): Said => {
    const row = total("phq9", assessed_on, 10);
    return {file: "assessments", key: row.assessment_key, row};
  },
  contact: (): Said => ({file: "followups", key: "f", row: followup("2025-06-01")}),
  nothingOf: (file: Said["file"], key: string): Said => ({file, key, row: null})
};

forEachWarehouse((open) => {
  let opened: TestWarehouse;
  let warehouse: Warehouse;
  let deliveries: Delivery[];
  beforeAll(async () => {
    opened = await open();
    warehouse = opened.warehouse;
  });
  beforeEach(async () => {
    deliveries = [];
    await warehouse.script("truncate warehouse.build");
  });
  afterAll(() => opened.dispose());

  /** Takes the delivery of another night and builds what it changes; gives the waiting rows, and how many sessions take part. */
  async function night(...said: Said[]): Promise<{waits: string[]; sessions: number}> {
    const delivered_on = `2026-01-${String(deliveries.length + 1).padStart(2, "0")}`;
    deliveries.push({source: "north", delivered_on, sequence: 0, mode: "delta", said});
    await loadVersions(warehouse, foldDeliveries(deliveries), deliveries);
    const counts = {measures: [], dimensions: [], suffix: ""} as const;
    const {scope} = await build(warehouse, buildOptions({as_of: delivered_on, counts}));
    expect(scope).toBe(deliveries.length === 1 ? "everyone" : "some");
    return {waits: await waiting(), sessions: await countOf("session")};
  }

  async function waiting(): Promise<string[]> {
    const rows = await warehouse.query<{row: string}>(
      "select concat_ws(' ', file, row_key, code) as row from warehouse.waiting order by file, row_key"
    );
    return rows.map(({row}) => row);
  }

  async function countOf(table: "session" | "assessment" | "followup"): Promise<number> {
    const [row] = await warehouse.query<{n: number}>(`select count(*) as n from warehouse.${table}`);
    return row?.n ?? 0;
  }

  async function episodes(): Promise<string[]> {
    const rows = await warehouse.query<{episode_key: string}>(
      "select episode_key from warehouse.episode order by episode_key"
    );
    return rows.map(({episode_key}) => episode_key);
  }

  describe("children", () => {
    it("take part by themselves once their episode comes, without being sent again", async () => {
      const early = await night(says.program(), says.client(), says.session("2025-01-02"), says.score("2025-01-02"));
      const expected = ["assessments e-phq9-2025-01-02 unknown_parent", "sessions e-2025-01-02 unknown_parent"];
      expect(early).toEqual({waits: expected, sessions: 0});
      expect(await night(says.client("other"))).toEqual({waits: expected, sessions: 0});
      expect(await night(says.episode())).toEqual({waits: [], sessions: 1});
    });

    it.each([
      ["session", says.session("2025-01-02")],
      ["assessment", says.score("2025-01-02")],
      ["followup", says.contact()]
    ] as const)("that come alone, a night after their episode, take part: a %s", async (table, said) => {
      await night(says.program(), says.client(), says.episode());
      expect(await countOf(table)).toBe(0);
      expect((await night(said)).waits).toEqual([]);
      expect(await countOf(table)).toBe(1);
    });

    it("wait when their episode is deleted, and take part again when it is back", async () => {
      const all = [says.program(), says.client(), says.episode(), says.session("2025-01-02"), says.contact()];
      expect(await night(...all)).toEqual({waits: [], sessions: 1});
      expect(await night(says.nothingOf("episodes", "e"))).toEqual({
        waits: ["followups f unknown_parent", "sessions e-2025-01-02 unknown_parent"],
        sessions: 0
      });
      expect(await night(says.episode())).toEqual({waits: [], sessions: 1});
    });

    it("wait with their episode when its client is deleted", async () => {
      await night(says.program(), says.client(), says.episode(), says.session("2025-01-02"));
      expect(await night(says.nothingOf("clients", "c"))).toEqual({
        waits: ["episodes e unknown_parent", "sessions e-2025-01-02 unknown_parent"],
        sessions: 0
      });
    });

    it("that led to nobody lead to the client of an episode that itself waits", async () => {
      await night(says.program(), says.session("2025-01-02"));
      const later = await night(says.episode());
      expect(later.waits).toEqual(["episodes e unknown_parent", "sessions e-2025-01-02 unknown_parent"]);
      expect(await night(says.client())).toEqual({waits: [], sessions: 1});
    });

    it("wait by their dates: a session two days after discharge, a score fifteen days before admission", async () => {
      const stay = {admitted_on: "2025-01-20", discharged_on: "2025-02-10"};
      const inside = [says.session("2025-02-11"), says.score("2025-01-06")];
      const outside = [says.session("2025-01-19"), says.session("2025-02-12"), says.score("2025-01-05")];
      await night(says.program(), says.client(), says.episode("e", stay), ...inside, ...outside);
      const [early, ...sessions] = await waiting();
      expect(early).toBe("assessments e-phq9-2025-01-05 assessment_too_early");
      expect(sessions).toEqual([
        "sessions e-2025-01-19 session_outside_episode",
        "sessions e-2025-02-12 session_outside_episode"
      ]);
      const longer = await night(says.episode("e", {...stay, discharged_on: "2025-02-11"}));
      expect(longer.waits).toEqual([early, sessions[0]]);
    });
  });

  describe("episodes", () => {
    it("wait for a program that comes later", async () => {
      const first = await night(says.client(), says.episode(), says.session("2025-01-02"));
      expect(first.waits).toEqual(["episodes e unknown_parent", "sessions e-2025-01-02 unknown_parent"]);
      expect(await night(says.program())).toEqual({waits: [], sessions: 1});
    });

    it("take part when the open one before them is closed", async () => {
      const second = says.episode("later", {admitted_on: "2025-01-10"});
      const child = says.session("2025-01-12", {episode_key: "later", session_key: "s"});
      const first = await night(says.program(), says.client(), says.episode(), second, child);
      expect(first.waits).toEqual(["episodes later second_open_episode", "sessions s unknown_parent"]);
      expect(await night(says.episode("e", {discharged_on: "2025-01-09"}))).toEqual({waits: [], sessions: 1});
      expect(await episodes()).toEqual(["e", "later"]);
    });

    it("of one day wait for the one with the smaller key, in code-point order", async () => {
      await night(says.program(), says.client(), says.episode("b"), says.episode("é"), says.episode("B"));
      expect(await episodes()).toEqual(["B"]);
      expect(await waiting()).toEqual(["episodes b second_open_episode", "episodes é second_open_episode"]);
    });

    it("that move to another client stay that client's when only the first one changes", async () => {
      await night(says.program(), says.client(), says.client("other"), says.episode(), says.session("2025-01-02"));
      expect(await night(says.episode("e", {client_key: "other"}))).toEqual({waits: [], sessions: 1});
      const renewed: Said = {file: "clients", key: "c", row: client({birth_year: 1990})};
      expect(await night(renewed)).toEqual({waits: [], sessions: 1});
    });
  });

  describe("referrals", () => {
    it("wait for the program, client and episode that they name", async () => {
      const row = {source: "north", referral_key: "r", client_key: "c", program_key: "p", outcome: null};
      const received = {received_at: "2025-01-01", received_on: "2025-01-01", episode_key: "e"};
      const referral: Said = {file: "referrals", key: "r", row: {...row, ...received}};
      expect((await night(says.program(), referral)).waits).toEqual(["referrals r unknown_parent"]);
      expect((await night(says.client())).waits).toEqual(["referrals r unknown_parent"]);
      expect((await night(says.episode())).waits).toEqual([]);
      expect((await night(says.nothingOf("episodes", "e"))).waits).toEqual(["referrals r unknown_parent"]);
    });
  });
});
