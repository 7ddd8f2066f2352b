import {afterAll, beforeAll, expect, it} from "vitest";
import {build} from "../../src/warehouse/build.ts";
import {addDays} from "../second_reading/days.ts";
import {exampleRows, exampleStatement} from "../second_reading/example_rows.ts";
import type {Attendance} from "../second_reading/rows.ts";
import {forEachWarehouse, type TestWarehouse} from "../warehouses.ts";
import {buildOptions} from "./build_options.ts";
import {loadStatement} from "./load_statement.ts";

const as_of = "2026-03-31";
const admitted_on = "2026-01-01";

/** Open episodes by their key, each attended on its first day, with another session so many days before the as-of date. */
const last: Record<string, [daysAgo: number, attendance: Attendance]> = {
  "seen 31 days ago": [31, "attended"],
  "seen 30 days ago": [30, "attended"],
  "missed a session 30 days ago": [30, "no_show"],
  "missed a session 31 days ago": [31, "no_show"]
};

forEachWarehouse((open) => {
  let opened: TestWarehouse;
  beforeAll(async () => {
    opened = await open();
    await loadStatement(opened.warehouse, openEpisodes(), as_of);
    const counts = {measures: [], dimensions: [], suffix: ""} as const;
    await build(opened.warehouse, buildOptions({as_of, counts}));
  });
  afterAll(() => opened.dispose());

  it("an open episode is stale by its last session of any attendance, and left on the day it was last treated", async () => {
    const rows = await opened.warehouse.query(
      "select episode_key, is_stale, exit_kind, days_in_program from warehouse.episode_outcome order by episode_key"
    );
    expect(rows).toEqual([
      {episode_key: "missed a session 30 days ago", is_stale: false, exit_kind: "open", days_in_program: 90},
      {episode_key: "missed a session 31 days ago", is_stale: true, exit_kind: "unplanned", days_in_program: 1},
      {episode_key: "seen 30 days ago", is_stale: false, exit_kind: "open", days_in_program: 90},
      {episode_key: "seen 31 days ago", is_stale: true, exit_kind: "unplanned", days_in_program: 59}
    ]);
  });
});

function openEpisodes() {
  const {client, episode, session} = exampleRows;
  const keys = Object.keys(last);
  return exampleStatement({
    clients: keys.map((client_key) => client({client_key})),
    episodes: keys.map((key) => episode({episode_key: key, client_key: key, admitted_on})),
    sessions: Object.entries(last).flatMap(([episode_key, [daysAgo, attendance]]) => [
      session(admitted_on, {episode_key}),
      session(addDays(as_of, -daysAgo), {episode_key, attendance})
    ])
  });
}
