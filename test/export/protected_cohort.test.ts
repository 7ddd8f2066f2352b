import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {machine} from "../../pipelines/machine.ts";
import {openWarehouse} from "../../src/database/open.ts";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {attritionOf} from "../../src/export/attrition.ts";
import {catalogue} from "../../src/export/catalogue.ts";
import {cohortTables} from "../../src/export/cohort_tables.ts";
import {packageFiles} from "../../src/export/package/package_files.ts";
import {type ProtectedCohort, protectedCohort} from "../../src/export/protected_cohort.ts";
import {readSubjects, type Subjects} from "../../src/export/read_subjects.ts";
import {speaksOfEpisodes} from "../../src/export/read_verdicts.ts";
import {surrogatesOf} from "../../src/export/surrogates.ts";
import type {Table, Value} from "../../src/export/table.ts";
import {instruments} from "../../src/instruments/index.ts";
import {measures} from "../../src/measures/index.ts";
import {copyBuiltExample} from "../pipeline/built_example.ts";
import {daysBetween} from "../second_reading/days.ts";
import {exportSql} from "./places.ts";
import {requestWith} from "./request_file.ts";

const folder = mkdtempSync(join(tmpdir(), "plumbline-cohort-"));
const secret = Buffer.alloc(32, 5);
const reading = {sql: exportSql, as_of: "2025-09-30", suffix: "", prorate: true} as const;
const restricted_zip3 = new Set(["003"]);
const period = "period: {by: discharged, from: 2024-01-01, to: 2025-09-30}";
const expert = "expert_determination: {by: Dr. B. Example, on: 2026-02-01, reference: ED-7}";
let warehouse: Warehouse;
let everyone: Subjects;
beforeAll(async () => {
  await copyBuiltExample(folder);
  warehouse = await openWarehouse({directory: join(folder, "built/database")}, machine);
  everyone = await readSubjects(warehouse, {
    ...{...reading, restricted_zip3, instruments: instruments.map(({id}) => id)},
    measures: measures.filter(speaksOfEpisodes)
  });
}, 300_000);
afterAll(async () => {
  await warehouse.close();
  rmSync(folder, {recursive: true, force: true});
});

async function answer(own: Buffer, ...lines: readonly string[]): Promise<ProtectedCohort> {
  const {file, cohort} = await requestWith(period, ...lines);
  return protectedCohort(warehouse, cohort, {...reading, restricted_zip3, file, secret: own});
}

type Row = Readonly<Record<string, Value>>;

function recordsOf(table: Table | undefined): Row[] {
  const names = table?.fields.map(({name}) => name) ?? [];
  return (table?.rows ?? []).map((row) => Object.fromEntries(names.map((name, place) => [name, row[place] ?? null])));
}

const idsIn = (tables: readonly Table[]) =>
  tables.flatMap((table) => recordsOf(table).map(({episode_id}) => episode_id));

function withoutKeys({fields, rows}: Table): string[] {
  const kept = fields.flatMap(({sensitivity}, place) => (sensitivity === "key" ? [] : [place]));
  return rows.map((row) => JSON.stringify(kept.map((place) => row[place]))).sort();
}

describe("the same request on the same warehouse", () => {
  const lines = ["columns: [program, los_days]", "instruments: [phq9]", "shape: long"];

  it("gives the same tables with the same secret, and but for keys and order with another", async () => {
    const [one, again, other] = [
      await answer(secret, ...lines),
      await answer(secret, ...lines),
      await answer(Buffer.alloc(32, 6), ...lines)
    ];
    expect(again).toEqual(one);
    expect(other.tables.map(withoutKeys)).toEqual(one.tables.map(withoutKeys));
    const ids = new Set(idsIn(one.tables));
    expect(idsIn(other.tables).filter((id) => ids.has(id))).toEqual([]);
    expect(other.attrition).toEqual(one.attrition);
  });

  it("gives rows in the order of their random keys", async () => {
    const {tables} = await answer(secret, ...lines);
    const ids = idsIn(tables.slice(0, 1)).map(String);
    expect(ids.length).toBeGreaterThan(100);
    expect(ids).toEqual([...ids].sort());
  });
});

describe("a wide table", () => {
  it("has of each week the last score that the long one has in it up to discharge", async () => {
    const lines = ["columns: [program]", "instruments: [gad7]"];
    const wide = await answer(secret, ...lines, "shape: wide");
    const long = await answer(secret, ...lines, "shape: long");
    const scores = Map.groupBy(recordsOf(long.tables[1]), ({episode_id}) => episode_id);
    let compared = 0;
    for (const row of recordsOf(wide.tables[0])) {
      const own = (scores.get(row.episode_id ?? null) ?? []).filter(
        ({score, day_after}) => score !== null && Number(day_after) <= 0
      );
      for (const week of [0, 1, 5, 12]) {
        const ofWeek = own.filter(({day}) => Number(day) >= 7 * week && Number(day) < 7 * week + 7);
        expect(row[`gad7_week_${week}`]).toBe(ofWeek.at(-1)?.score ?? null);
        if (ofWeek.length > 0) compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(200);
  });
});

describe("moved dates", () => {
  it("are the true ones moved by whole weeks, the same for all dates of a person", async () => {
    const columns = "columns: [admitted_on, discharged_on, discharge_day, admission_year]";
    const {tables} = await answer(
      secret,
      columns,
      "instruments: [phq9]",
      "shape: long",
      "dates: shifted",
      expert,
      "generalise:\n  - {field: admission_year, to: none}"
    );
    const {episodeOf} = surrogatesOf(secret, "shifted");
    const truth = new Map(everyone.subjects.map(({episode}) => [episodeOf(episode), episode]));
    const moves = new Map<Value, Set<number>>();
    const rows = recordsOf(tables[0]);
    for (const row of rows) {
      const {episode_id, person_id = null, admitted_on, discharged_on, discharge_day} = row;
      const episode = truth.get(String(episode_id));
      const move = daysBetween(episode?.admitted_on ?? "", String(admitted_on));
      moves.set(person_id, (moves.get(person_id) ?? new Set()).add(move));
      expect(daysBetween(String(admitted_on), String(discharged_on))).toBe(discharge_day);
      expect(daysBetween(episode?.discharged_on ?? "", String(discharged_on))).toBe(move);
    }
    const each = [...moves.values()].map((own) => [...own]);
    expect(each.filter(({length}) => length !== 1)).toEqual([]);
    expect(each.flat().filter((days) => days % 7 !== 0 || days === 0 || Math.abs(days) > 182)).toEqual([]);
    const admitted = new Map(rows.map(({episode_id, admitted_on}) => [episode_id, String(admitted_on)]));
    for (const {episode_id, assessed_on, day} of recordsOf(tables[1]))
      expect(daysBetween(admitted.get(episode_id) ?? "", String(assessed_on))).toBe(day);
  });
});

describe("what needs a basis", () => {
  it("is there with one: Part 2 episodes, and answers on thoughts of death", async () => {
    const without = await answer(secret, "columns: [population]");
    expect(new Set(recordsOf(without.tables[0]).map(({population}) => population))).toEqual(new Set(["mh"]));
    const part2 = "part2: {basis: consent, number: 7}";
    const lines = ["columns: [population, phq9_baseline_item_9]", "item9: {basis: irb, number: 2026-014}", part2];
    const rows = recordsOf((await answer(secret, ...lines)).tables[0]);
    expect(new Set(rows.map(({population}) => population))).toEqual(new Set(["mh", "dual"]));
    const answers = new Set(rows.map(({phq9_baseline_item_9}) => phq9_baseline_item_9));
    expect([0, 1, 2, 3].filter((code) => !answers.has(code))).toEqual([]);
  });

  it("is not in the long table without one", async () => {
    const lines = ["columns: [program]", "instruments: [phq9]", "shape: long"];
    const names = async (...more: string[]) =>
      (await answer(secret, ...lines, ...more)).tables[1]?.fields.map(({name}) => name);
    expect(await names()).not.toContain("item_9");
    expect(await names("item9: {basis: irb, number: 2026-014}")).toContain("item_9");
  });
});

describe("postal codes", () => {
  it("of few people are told as 000", () => {
    const codes = new Set(everyone.subjects.map(({episode}) => episode.zip3));
    expect([...codes].sort()).toEqual(["000", "001", "002", "004"]);
  });
});

describe("all columns of the catalogue", () => {
  it.each(["episodes", "long"])("are fit for every file of an export: %s", async (shape) => {
    const {cohort} = await requestWith(
      "dates: shifted",
      expert,
      "instruments: [phq9, gad7, pcl5]",
      `shape: ${shape}`,
      "item9: {basis: irb, number: 1}"
    );
    const all = {definition: cohort.definition, columns: catalogue};
    const tables = cohortTables(
      all,
      {chosen: everyone.subjects, programs: everyone.programs},
      surrogatesOf(secret, "shifted")
    );
    const known = {words: "known", episodes: everyone.subjects.length};
    const files = packageFiles({
      ...{name: "all", title: "All", description: "All", tables, attrition: attritionOf([known], known.episodes)},
      ...{definition: cohort.definition, definition_hash: cohort.hash, as_of: reading.as_of, code_version: "0"},
      ...{anonymity: {report: {}, words: "None."}, terms: "None.", synthetic: false}
    });
    expect(files.map(({file}) => file)).toContain("episodes.csv");
    const filled = tables[0]?.fields.filter((_field, place) => tables[0]?.rows.some((row) => row[place] !== null));
    const empty = tables[0]?.fields
      .map(({name}) => name)
      .filter((name) => !filled?.some((field) => field.name === name));
    // everybody in the example had a session planned
    expect(empty).toEqual(["last_session_missing"]);
  });
});
