import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type Dictionary, readDictionary} from "../../src/explain/dictionary.ts";
import {explainEpisode} from "../../src/explain/explain_episode.ts";
import {readFacts} from "../../src/explain/read_facts.ts";
import type {Verdict} from "../../src/explain/verdict.ts";
import type {Example} from "../../src/measures/example.ts";
import {measures} from "../../src/measures/index.ts";
import type {Measure} from "../../src/measures/measure.ts";
import {defaultSettings} from "../../src/settings.ts";
import {build} from "../../src/warehouse/build.ts";
import type {Statement} from "../second_reading/rows.ts";
import {buildOptions} from "../warehouse/build_options.ts";
import {exampleStatement} from "../warehouse/example_statement.ts";
import {fileNames, loadStatement} from "../warehouse/load_statement.ts";
import {forEachWarehouse, type TestWarehouse} from "../warehouses.ts";

interface Case {
  readonly measure: Measure;
  readonly example: Example;
  /** Key of the example's episode, client and program. */
  readonly key: string;
}

const as_of = "2026-03-31";
const cases: readonly Case[] = measures.flatMap((measure) =>
  measure.examples.map((example, index) => ({measure, example, key: `${measure.id} ${index}`}))
);

forEachWarehouse((open) => {
  let opened: TestWarehouse;
  let dictionary: Dictionary;
  beforeAll(async () => {
    opened = await open();
    const {warehouse} = opened;
    await loadStatement(warehouse, together(), as_of);
    await build(warehouse, buildOptions({as_of, counts: {measures: [], dimensions: ["all"], suffix: ""}}));
    dictionary = await readDictionary(warehouse, "");
  });
  afterAll(() => opened.dispose());

  describe.each(measures.map(({id}) => id))("%s", (id) => {
    it.each(
      cases
        .filter(({measure}) => measure.id === id)
        .map((one) => [one.example.counts, one.example.because, one] as const)
    )("%s: %s", async (counts, _because, {measure, example, key}) => {
      const place = {source: "north", episode_key: key};
      const facts = await readFacts(opened.warehouse, place, {as_of, suffix: "", settings: defaultSettings});
      const verdict = explainEpisode(measure, facts, dictionary);
      expect(verdict.counts).toBe(counts);
      const steps = verdict.units.flatMap((unit) => [...unit.steps, ...unit.numerator]);
      for (const {condition, because} of steps) expect(because, condition).not.toMatch(/^$|decided by warehouse/);
      if (example.value !== undefined && counts === "counted")
        expect(valueOfOne(verdict)).toBeCloseTo(example.value, 12);
    });
  });
});

/** What the episode alone gives as the measure's figure. */
function valueOfOne({units, ratio}: Verdict): number {
  if (ratio !== null) return ratio.numerator / ratio.denominator;
  return units.find(({counts}) => counts === "counted")?.value?.number ?? Number.NaN;
}

function together(): Statement {
  const statements = cases.map(({example, key}) => exampleStatement(example.course, key, as_of));
  return Object.fromEntries(
    fileNames.map((file) => [file, statements.flatMap((statement) => statement[file] as object[])])
  ) as unknown as Statement;
}
