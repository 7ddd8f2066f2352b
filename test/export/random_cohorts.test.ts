import fc from "fast-check";
import {afterAll, beforeAll, expect, it} from "vitest";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {catalogue} from "../../src/export/catalogue.ts";
import {readSubjects} from "../../src/export/read_subjects.ts";
import {speaksOfEpisodes} from "../../src/export/read_verdicts.ts";
import type {Subject} from "../../src/export/subject.ts";
import {surrogatesOf} from "../../src/export/surrogates.ts";
import {instruments} from "../../src/instruments/index.ts";
import {measures} from "../../src/measures/index.ts";
import {build} from "../../src/warehouse/build.ts";
import {type RandomCases, randomCases} from "../second_reading/random_statement.ts";
import type {Reading, Statement} from "../second_reading/rows.ts";
import {buildOptions} from "../warehouse/build_options.ts";
import {joinStatements} from "../warehouse/join_statements.ts";
import {loadStatement} from "../warehouse/load_statement.ts";
import {forEachWarehouse, type TestWarehouse} from "../warehouses.ts";
import {exportSql} from "./places.ts";
import {type PlainRow, plainRows} from "./plain_cohort.ts";

const surrogates = surrogatesOf(Buffer.alloc(32, 7), "days_since_admission");
const zip3 = ["021", "036", null, "606"];
const part2 = ["yes", null, "no"] as const;

forEachWarehouse((open) => {
  let opened: TestWarehouse;
  let warehouse: Warehouse;
  beforeAll(async () => {
    opened = await open();
    warehouse = opened.warehouse;
  });
  afterAll(() => opened.dispose());

  it("tells of each episode what a plain reading of the rows tells, whatever may be delivered", async () => {
    const seen = new Set<string>();
    const tellsAsRead = async ({statements, ...reading}: RandomCases) => {
      const statement = withBackground(joinStatements(statements));
      await loadStatement(warehouse, statement, reading.as_of);
      await build(warehouse, buildOptions({...reading, definition: crypto.randomUUID()}));
      const found = await readAll(warehouse, reading);
      const expected = plainRows(statement, reading);
      expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
      for (const [key, subject] of found) compare(subject, expected.get(key) ?? {}, statement, seen);
    };
    await fc.assert(fc.asyncProperty(randomCases(6), tellsAsRead), {numRuns: 3});
    const hoped = ["phq9_end", "gad7_baseline", "reliable_improvement", "phq9_week_3"];
    expect(hoped.filter((name) => !seen.has(name))).toEqual([]);
  });
});

/** What random statements leave empty, in turns. */
function withBackground(statement: Statement): Statement {
  return {
    ...statement,
    clients: statement.clients.map((row, index) => ({...row, zip3: zip3[index % 4] ?? null})),
    episodes: statement.episodes.map((row, index) => ({...row, part2: part2[index % 3] ?? null}))
  };
}

async function readAll(warehouse: Warehouse, {as_of, settings}: Reading): Promise<Map<string, Subject>> {
  const {subjects} = await readSubjects(warehouse, {
    ...{sql: exportSql, as_of, suffix: "", prorate: settings.prorate},
    instruments: instruments.map(({id}) => id),
    measures: measures.filter(speaksOfEpisodes),
    restricted_zip3: new Set(["036"])
  });
  return new Map(subjects.map((subject) => [`${subject.episode.source} ${subject.episode.episode_key}`, subject]));
}

function compare(subject: Subject, expected: PlainRow, statement: Statement, seen: Set<string>): void {
  const plain: PlainRow = {...expected, zip3: expected.zip3 === "036" ? "000" : (expected.zip3 ?? null)};
  const told: PlainRow = {};
  for (const field of catalogue) {
    const {name} = field;
    if (!(name in plain) && field.measure === null) continue;
    const value = field.of(subject, surrogates);
    told[name] = name.includes("_week_") && value !== null ? "a score" : value;
    if (value !== null && value !== "not_counted") seen.add(name);
    if (field.measure !== null && !(name in plain)) plain[name] = field.levels === null ? null : "not_counted";
  }
  expect(told).toEqual(plain);
  expect(subject.episode.is_part2).toBe(isPart2(subject, statement));
}

function isPart2({episode: {source, episode_key, population}}: Subject, {episodes}: Statement): boolean {
  const stated = episodes.find((row) => row.source === source && row.episode_key === episode_key)?.part2 ?? null;
  return stated === null ? population !== "mh" : stated === "yes";
}
