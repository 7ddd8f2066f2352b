import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readLedger} from "../../src/ledger/read_ledger.ts";
import {verifyExports} from "../../src/ledger/verify_exports.ts";
import {type Ended, projectRoot, runPlumbline} from "../cli/plumbline_process.ts";
import {copyBuiltExample} from "../pipeline/built_example.ts";
import type {Statement} from "../second_reading/rows.ts";
import {exampleAsDelivered} from "./example_statement.ts";
import {type PlainRow, plainRows} from "./plain_cohort.ts";

const handbook = readFileSync(join(projectRoot, "docs/cohort-exports.md"), "utf8");
const request = /```yaml\n([\s\S]+?)```/.exec(handbook)?.[1] ?? "";
const as_of = "2025-09-30";

let folder: string;
let ended: Ended;
let delivered: Statement;
let plain: PlainRow[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-cohort-"));
  await copyBuiltExample(folder);
  ended = await exportCohort(request);
  delivered = exampleAsDelivered();
  const read = plainRows(delivered, {as_of, settings: {prorate: true, stale_after_days: 30}});
  const stays = new Map(delivered.episodes.map((row) => [`${row.source} ${row.episode_key}`, row]));
  plain = [...read].map(([key, row]) => ({
    ...row,
    part2: stays.get(key)?.part2 ?? null,
    on: stays.get(key)?.discharged_on ?? null
  }));
}, 180_000);
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function exportCohort(text: string, ...words: readonly string[]): Promise<Ended> {
  writeFileSync(join(folder, "cohort.yaml"), text);
  return runPlumbline(["export", "cohort", "cohort.yaml", "--warehouse", "built", ...words], {cwd: folder});
}

const exportsFolder = () => join(folder, "data/exports");
const exported = () =>
  join(exportsFolder(), readdirSync(exportsFolder()).find((name) => /-[0-9a-f]{12}$/.test(name)) ?? "");
const rowsOf = (file: string): Record<string, string>[] => parse(readFileSync(join(exported(), file)), {columns: true});

/** The steps of the handbook's request, one after the other. */
const steps: readonly ((row: PlainRow) => boolean)[] = [
  () => true,
  ({on}) => on !== null && on !== undefined && on >= "2024-04-01" && on <= "2026-03-31",
  ({part2}) => part2 !== "yes",
  ({phq9_change}) => phq9_change !== undefined,
  ({los_days}) => los_days === null || Number(los_days) > 6
];

describe("the request of the handbook", () => {
  it("is answered, and said in words: how many were left at each step, the tables, the people, the folder, the ledger", () => {
    expect({code: ended.code, stderr: ended.stderr}).toEqual({code: 0, stderr: ""});
    expect(ended.stdout).toMatch(/^Cohort {5}change-in-depression \([0-9a-f]{12}\), data as of 2025-09-30$/m);
    expect(ended.stdout).toMatch(/^People {5}\d+ people or more are alike in age_band, payer, program; .+$/m);
    expect(ended.stdout).toMatch(/^Ledger {5}entry 1 of data\/exports\/ledger\.jsonl, [0-9a-f]{64}$/m);
  });

  it("leaves at each step as many as a plain reading of the delivered CSV files does, or hides it", () => {
    let left = plain;
    const expected = steps.map((holds) => {
      left = left.filter(holds);
      return left.length;
    });
    const shown = rowsOf("attrition.csv").map(({episodes}) => (episodes === "" ? null : Number(episodes)));
    expect(shown).toHaveLength(6);
    for (const [index, count] of expected.entries()) expect([count, null]).toContain(shown[index]);
    expect(shown.filter((count) => count !== null).length).toBeGreaterThan(3);
    expect(shown.at(-1)).toBe(expected.at(-1));
  });

  it("gives the episodes that the plain reading gives, with the same program, days, sessions and verdicts", () => {
    const columns = ["program", "los_days", "attended_sessions", "completion"];
    const tuple = (row: Readonly<Record<string, unknown>>) => columns.map((name) => String(row[name] ?? "")).join("|");
    const chosen = plain.filter((row) => steps.every((holds) => holds(row)));
    expect(rowsOf("episodes.csv").map(tuple).sort()).toEqual(chosen.map(tuple).sort());
    expect(chosen.length).toBeGreaterThan(100);
  });

  it("gives their scores in the long table, the first and the last those that the measures judge by", () => {
    const tuple = (scores: readonly (string | number | null | undefined)[]) =>
      scores.map((score) => score ?? "").join("|");
    const byEpisode = Map.groupBy(rowsOf("scores.csv"), ({episode_id}) => episode_id);
    const told = rowsOf("episodes.csv").map(({episode_id}) => {
      const of = (instrument: string, occasion: string) =>
        byEpisode.get(episode_id ?? "")?.find((row) => row.instrument === instrument && row.occasion === occasion)
          ?.score;
      return tuple([of("phq9", "baseline"), of("phq9", "end"), of("gad7", "baseline"), of("gad7", "followup")]);
    });
    const chosen = plain.filter((row) => steps.every((holds) => holds(row)));
    const expected = chosen.map((row) =>
      tuple([row.phq9_baseline, row.phq9_end, row.gad7_baseline, row.gad7_followup])
    );
    expect(told.sort()).toEqual(expected.sort());
  });

  it("holds no key that was delivered, and no date but those of the request and of the data as a whole", () => {
    const keys = new Set([
      ...delivered.clients.map((row) => row.client_key),
      ...delivered.episodes.map((row) => row.episode_key)
    ]);
    for (const file of readdirSync(exported()).filter((name) => !name.endsWith(".parquet"))) {
      const text = readFileSync(join(exported(), file), "utf8");
      expect([file, (text.match(/[\w-]+/g) ?? []).filter((word) => keys.has(word))]).toEqual([file, []]);
      const dates = (text.match(/\d{4}-\d{2}-\d{2}/g) ?? []).filter((date) => !allowedDates.includes(date));
      expect([file, dates]).toEqual([file, []]);
    }
  });

  it("is in the ledger with every file that it has", async () => {
    const ledger = await readLedger(join(exportsFolder(), "ledger.jsonl"));
    expect(ledger.lines[0]).toMatchObject({
      who: "Dr. A. Example, University of Somewhere",
      basis: {kind: "irb", number: "2026-014"},
      cohort: "change-in-depression",
      shape: "long",
      synthetic: false,
      as_of
    });
    expect(ledger.lines[0]?.rows).toBe(rowsOf("episodes.csv").length + rowsOf("scores.csv").length);
    const files = readdirSync(exported()).filter((name) => name !== "receipt.json");
    expect(ledger.lines[0]?.files.map(({file}) => file).sort()).toEqual(files.sort());
    expect(await verifyExports(exportsFolder(), ledger)).toMatchObject({packages: 1, difference: null});
  });
});

/** Of the request, of the data, and day zero of nobody. */
const allowedDates = ["2024-04-01", "2026-03-31", as_of];

describe("a request that cannot be answered", () => {
  it("ends with 5 where too few people are alike, says what would help, and nothing leaves", async () => {
    const many = request
      .replace("columns: [", "columns: [sex, race, language, zip3, ")
      .replace(/^generalise:[\s\S]+/m, "");
    const {code, stdout, stderr} = await exportCohort(many, "--out", "refused");
    expect({code, stdout}).toEqual({code: 5, stdout: ""});
    expect(stderr).toMatch(
      /^rows: expected 11 people or more alike in .+, found \d+ people in \d+ classes with fewer than 11/
    );
    expect(stderr).toMatch(/hint: add to generalise: \{field: /);
    expect(existsSync(join(folder, "refused"))).toBe(false);
  });

  it.each([
    [
      "programs: [north]",
      /^cohort\.yaml:\d+:\d+: programs: expected programs with an episode, found north\n {2}hint: did you mean north-\w+\?/
    ],
    [
      "programs: [south-dual]",
      /^cohort\.yaml: expected episodes that meet every condition, found none from here on: not covered by 42 CFR/
    ],
    ["dates: shifted", /^cohort\.yaml:\d+:\d+: dates: expected days_since_admission, or an expert's determination/]
  ])("ends with 2 for a mistake in it: %s", async (line, message) => {
    const {code, stdout, stderr} = await exportCohort(`${request}\n${line}\n`, "--out", "refused");
    expect({code, stdout}).toEqual({code: 2, stdout: ""});
    expect(stderr).toMatch(message);
  });

  it("has no approval yet: then only the twin leaves, with the same columns, and counts of nobody", async () => {
    const pending = request.replace("kind: irb", "kind: pending");
    expect((await exportCohort(pending)).stderr).toMatch(
      /expected what allows it, found pending\n {2}hint: .+--synthetic/
    );
    const {code, stdout} = await exportCohort(pending, "--synthetic", "--json");
    expect(code).toBe(0);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({synthetic: true, entry: 2});
    expect(told.attrition.filter(({episodes}: {episodes: number | null}) => episodes !== null)).toEqual([]);
    const header = (place: string) => readFileSync(join(place, "episodes.csv"), "utf8").split("\n")[0];
    expect(header(told.folder)).toBe(header(exported()));
    expect(readFileSync(join(told.folder, "README.md"), "utf8")).toMatch(/Synthetic: no row is a person/);
  });
});
