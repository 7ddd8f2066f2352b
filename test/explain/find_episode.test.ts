import {afterAll, beforeAll, expect, it} from "vitest";
import {findEpisode, type Whereabouts} from "../../src/explain/find_episode.ts";
import {build} from "../../src/warehouse/build.ts";
import {exampleRows} from "../second_reading/example_rows.ts";
import type {EpisodeRow} from "../second_reading/rows.ts";
import {buildOptions} from "../warehouse/build_options.ts";
import {loadVersions, type Versions} from "../warehouse/load_statement.ts";
import {forEachWarehouse, type TestWarehouse} from "../warehouses.ts";

const {client, episode, program, session} = exampleRows;
const as_of = "2026-03-31";
const stated = {stated_on: "2026-01-31", sequence: 0, superseded_on: null, superseded_sequence: null};

function said(
  values: Partial<EpisodeRow>,
  when: Partial<typeof stated> | {superseded_on: string; superseded_sequence: number} = {}
) {
  return {...episode(values), ...stated, ...when};
}

const versions: Versions = {
  programs: [
    {...program(), ...stated},
    {...program({source: "south"}), ...stated}
  ],
  clients: [
    {...client(), ...stated},
    {...client({source: "south"}), ...stated}
  ],
  referrals: [],
  episodes: [
    said({episode_key: "sound", admitted_on: "2026-01-05"}),
    said({episode_key: "second", admitted_on: "2026-01-20"}),
    said({episode_key: "of a stranger", client_key: "stranger", program_key: "nowhere"}),
    said({episode_key: "deleted"}, {superseded_on: "2026-02-28", superseded_sequence: 2}),
    said({episode_key: "tomorrow"}, {stated_on: "2026-04-30"}),
    said({episode_key: "of both", discharged_on: "2025-03-01"}),
    said({episode_key: "of both", source: "south", discharged_on: "2025-03-01"})
  ],
  sessions: [{...session("2026-01-10", {episode_key: "never sent", session_key: "s"}), ...stated}],
  assessments: [],
  followups: []
};

forEachWarehouse((open) => {
  let opened: TestWarehouse;
  beforeAll(async () => {
    opened = await open();
    const {warehouse} = opened;
    const deliveries = ["north", "south"].map((source) => ({source, delivered_on: as_of, sequence: 0}));
    await loadVersions(warehouse, versions, deliveries);
    await warehouse.query(
      `insert into record.quarantine (source, file, stated_on, sequence, line, row_key, code, column_name)
       values ('north', 'episodes', '2026-02-28', 0, 12, 'broken', 'bad_date', 'admitted_on'),
         ('north', 'episodes', '2026-03-31', 0, 7, 'sound', 'bad_value', 'payer'),
         ('north', 'episodes', '2026-04-30', 0, 8, 'sound', 'bad_value', 'payer')`
    );
    await build(warehouse, buildOptions({as_of, counts: {measures: [], dimensions: [], suffix: ""}}));
  });
  afterAll(() => opened.dispose());

  function find(key: string): Promise<Whereabouts[]> {
    return findEpisode(opened.warehouse, key, {as_of, suffix: ""});
  }

  it("an episode takes part, and a later row of it may be in quarantine, as far as it was known", async () => {
    const [found] = await find("sound");
    expect(found?.state).toEqual({kind: "takes_part"});
    expect(found?.quarantined).toMatchObject([{code: "bad_value", column: "payer", delivered_on: as_of, line: 7}]);
  });

  it("a second open episode waits for the first, which is named", async () => {
    const [found] = await find("second");
    expect(found?.state).toMatchObject({
      kind: "waits",
      code: "second_open_episode",
      instead: {key: "sound"},
      row: {delivered_on: "2026-01-31", line: 2}
    });
  });

  it("an episode waits for its client and its program, which are named", async () => {
    const [found] = await find("of a stranger");
    expect(found?.state).toMatchObject({
      kind: "waits",
      code: "unknown_parent",
      missing: ["client stranger", "program nowhere"]
    });
  });

  it("a deleted episode says which delivery deleted it", async () => {
    const [found] = await find("deleted");
    expect(found?.state).toMatchObject({kind: "closed", closed_on: "2026-02-28", closed_by: 2});
  });

  it("an episode of a later delivery is not there yet", async () => {
    expect((await find("tomorrow"))[0]?.state).toMatchObject({kind: "later", row: {delivered_on: "2026-04-30"}});
  });

  it("an episode that was never sent is known by the rows that wait for it", async () => {
    expect((await find("never sent"))[0]?.state).toEqual({kind: "named", by: [{file: "sessions", rows: 1}]});
  });

  it("an episode of which only a defective row came is in quarantine", async () => {
    const [found] = await find("broken");
    expect(found?.state).toEqual({kind: "quarantined"});
    expect(found?.quarantined).toMatchObject([{code: "bad_date", column: "admitted_on", line: 12}]);
  });

  it("a key of two sources is found in both, and a key is compared exactly", async () => {
    expect((await find("of both")).map(({source}) => source)).toEqual(["north", "south"]);
    expect(await find("Of Both")).toEqual([]);
  });
});
