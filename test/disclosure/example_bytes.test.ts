import {beforeAll, describe, expect, it} from "vitest";
import type {Result} from "../../src/publish/result.ts";
import {defaultSettings} from "../../src/settings.ts";
import {type DemoRun, demoRun} from "../pipeline/demo_run.ts";
import {openCopyOf} from "../warehouses.ts";
import {formsIn, formsOf} from "./forms.ts";
import {countedResults} from "./publish_planted.ts";
import {leaksInFiles, leaksInTables, leaksInText, partOf, type Results} from "./scan.ts";

let demo: DemoRun;
let results: Results;
beforeAll(async () => {
  demo = await demoRun();
  results = partOf(demo.published, await resultsOf(demo));
}, 600_000);

async function resultsOf({database, as_of}: DemoRun): Promise<Result[]> {
  const {warehouse, dispose} = await openCopyOf(database);
  try {
    return await countedResults(warehouse, as_of, defaultSettings);
  } finally {
    await dispose();
  }
}

describe("what is published of the example organisation", () => {
  it("has no hidden figure in its own place, nor as what is left beside a shown one", () => {
    expect(results.shown.length).toBeGreaterThan(5000);
    expect(results.hidden.length).toBeGreaterThan(5000);
    expect(leaksInTables(demo.published, results)).toEqual([]);
  });

  it("has no hidden figure in any file of the site: in words, cells, marks of charts, other attributes or scripts", () => {
    expect(leaksInFiles(demo.site, results)).toEqual([]);
  });

  it("has none in what the run said", () => {
    const said = formsIn(`${demo.stdout}\n${demo.stderr}`);
    const headlines = results.shown.filter(({breakdown, period_type}) => breakdown === "all" && period_type === "all");
    expect(headlines.flatMap(formsOf).filter((form) => said.has(form)).length).toBeGreaterThan(4);
    expect(leaksInText(`${demo.stdout}\n${demo.stderr}`, results)).toEqual([]);
  });
});
