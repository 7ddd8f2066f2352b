import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type ProtectedResults, protectedResults} from "../../pipelines/explain/protected_results.ts";
import {machine} from "../../pipelines/machine.ts";
import {openWarehouse} from "../../src/database/open.ts";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {countingSql} from "../../src/explain/counting_sql.ts";
import {readDictionary} from "../../src/explain/dictionary.ts";
import {explainEpisode} from "../../src/explain/explain_episode.ts";
import type {Reading} from "../../src/explain/facts.ts";
import {readFacts} from "../../src/explain/read_facts.ts";
import type {Counts} from "../../src/explain/verdict.ts";
import {measures} from "../../src/measures/index.ts";
import type {Measure} from "../../src/measures/measure.ts";
import {countedAs} from "../../src/measures/shared_counts.ts";
import {toCsv} from "../../src/publish/csv.ts";
import {publishedColumns} from "../../src/publish/tables.ts";
import {defaultSettings} from "../../src/settings.ts";
import {copyBuiltExample} from "../pipeline/built_example.ts";
import {readTable} from "../pipeline/published_rows.ts";

const folder = mkdtempSync(join(tmpdir(), "plumbline-explain-"));
const settings = {...defaultSettings, synthetic: true};
let reading: Reading;
let warehouse: Warehouse;
let published: ProtectedResults;

beforeAll(async () => {
  await copyBuiltExample(folder);
  warehouse = await openWarehouse({directory: join(folder, "built/database")}, machine);
  const [build] = await warehouse.query<{as_of: string}>("select as_of from warehouse.build");
  reading = {as_of: build?.as_of ?? "", suffix: "", settings};
  published = await protectedResults(warehouse, reading);
}, 300_000);
afterAll(async () => {
  await warehouse.close();
  rmSync(folder, {recursive: true, force: true});
});

describe("what is explained of the example organisation", () => {
  it("is, figure by figure, what was published", () => {
    const columns = publishedColumns.results;
    const text = (rows: readonly object[]) => toCsv(rows, columns).split("\n").sort();
    const rows = readTable(join(folder, "built/current"), "results.csv");
    expect(rows.length).toBeGreaterThan(10_000);
    expect(text(published.results)).toEqual(text(rows));
  });

  it.each(["completion", "phq9_effect_size", "seen_within_48_hours", "followup_retention"])(
    "has the ladder of %s that was published, hidden steps hidden",
    (id) => {
      const rows = readTable(join(folder, "built/current"), "ladder.csv").filter(({measure}) => measure === id);
      const results = published.results.filter(
        ({measure, breakdown, period_type}) =>
          measure === id && ["all", "program"].includes(breakdown) && period_type !== "month"
      );
      const ladders = published.laddersBelow(results);
      expect(ladders.length).toBeGreaterThan(10);
      const known = new Set(toCsv(rows, publishedColumns.ladder).split("\n"));
      expect(
        toCsv(ladders, publishedColumns.ladder)
          .split("\n")
          .filter((line) => !known.has(line))
      ).toEqual([]);
    }
  );

  it("has the statement that counted it: run again, it gives the counts that are there", async () => {
    for (const measure of measures) {
      const name = countedAs(measures)(measure);
      for (const {mart, sql} of countingSql(measure, "")) {
        const counted = await totalOf(`(${sql})`, measure.id);
        const own = mart === "tally" ? measure.id : name;
        expect(counted, `${measure.id} in ${mart}`).toBe(await totalOf(`mart.${mart}`, own));
      }
    }
  });

  it("adds up, episode by episode, to what was counted of every share of a program", async () => {
    const shares = measures.filter(
      ({kind, grain}) => kind === "proportion" && (grain === "episode" || grain === "score")
    );
    const places = await warehouse.query<{source: string; episode_key: string}>(
      "select source, episode_key from warehouse.episode where program_key = $1",
      [program]
    );
    const dictionary = await readDictionary(warehouse, "");
    const counts = new Map(shares.map(({id}) => [id, new Map<Counts, number>()]));
    for (const place of places) {
      const facts = await readFacts(warehouse, place, reading);
      for (const measure of shares) {
        const {counts: where} = explainEpisode(measure, facts, dictionary);
        const sums = counts.get(measure.id);
        sums?.set(where, (sums.get(where) ?? 0) + 1);
      }
    }
    expect(places.length).toBeGreaterThan(100);
    for (const measure of shares.filter(isCountedWhole)) {
      const sums = counts.get(measure.id);
      const numerator = sums?.get("numerator") ?? 0;
      expect([numerator + (sums?.get("denominator") ?? 0), numerator], measure.id).toEqual(await tallyOf(measure));
    }
  }, 180_000);
});

/** Of both mental illness and substance use. */
const program = "south-dual";

/** Counts of quarters that are still open stand in the marts too, and are left out when publishing. */
function isCountedWhole(measure: Measure): boolean {
  return !("quarter" in measure);
}

async function totalOf(relation: string, measure: string): Promise<number> {
  const [row] = await warehouse.query<{n: number}>(
    `select coalesce(sum(n), 0)::bigint as n from ${relation} as counted where measure = $1 and dimension = 'all'`,
    [measure]
  );
  return row?.n ?? 0;
}

async function tallyOf({id}: Measure): Promise<number[]> {
  const [row] = await warehouse.query<{n: number; numerator: number}>(
    `select coalesce(sum(n), 0)::bigint as n, coalesce(sum(numerator), 0)::bigint as numerator
     from mart.tally where measure = $1 and dimension = 'all' and program_key = $2`,
    [id, program]
  );
  return [row?.n ?? 0, row?.numerator ?? 0];
}
