import fc from "fast-check";
import {afterAll, beforeAll, expect, it} from "vitest";
import {type Dictionary, readDictionary} from "../../src/explain/dictionary.ts";
import {explainEpisode} from "../../src/explain/explain_episode.ts";
import {readFacts} from "../../src/explain/read_facts.ts";
import {measures} from "../../src/measures/index.ts";
import {defaultSettings} from "../../src/settings.ts";
import {build} from "../../src/warehouse/build.ts";
import {type RandomCases, randomCases} from "../second_reading/random_statement.ts";
import {buildOptions} from "../warehouse/build_options.ts";
import {joinStatements} from "../warehouse/join_statements.ts";
import {loadStatement} from "../warehouse/load_statement.ts";
import {openEmbeddedWarehouse, type TestWarehouse} from "../warehouses.ts";

/** Builds of a long run by hand. */
const builds = Number(process.env.RULES_BUILDS ?? 0);
/** Shrinking takes hundreds of builds: only a long run does it. */
const endOnFailure = builds === 0;

let opened: TestWarehouse;
let dictionary: Dictionary;
beforeAll(async () => {
  opened = await openEmbeddedWarehouse();
  dictionary = await readDictionary(opened.warehouse, "");
});
afterAll(() => opened.dispose());

it("no reason contradicts the column that it is a reason for, whatever is delivered", async () => {
  const numRuns = builds || 3;
  await fc.assert(fc.asyncProperty(randomCases(6), explainsEveryEpisode), {numRuns, endOnFailure});
});

async function explainsEveryEpisode({statements, as_of, settings}: RandomCases): Promise<void> {
  const {warehouse} = opened;
  await loadStatement(warehouse, joinStatements(statements), as_of);
  const counts = {measures: [], dimensions: [], suffix: ""} as const;
  await build(warehouse, buildOptions({as_of, settings, counts, definition: crypto.randomUUID()}));
  const places = await warehouse.query<{source: string; episode_key: string}>(
    "select source, episode_key from warehouse.episode"
  );
  for (const place of places) {
    const facts = await readFacts(warehouse, place, {as_of, suffix: "", settings: {...defaultSettings, ...settings}});
    for (const measure of measures)
      expect(explainEpisode(measure, facts, dictionary).episode_key).toBe(place.episode_key);
  }
}
