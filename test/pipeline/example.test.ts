import {createHash} from "node:crypto";
import {cpSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import type {AnswerSheet} from "../../src/demo/answer_sheet.ts";
import {type Ended, projectRoot, runPlumbline} from "../cli/plumbline_process.ts";
import {copyBuiltExample, wordsToRunUntil} from "./built_example.ts";
import {testComparisons} from "./comparisons.ts";
import {type Engine, embedded, postgres} from "./engines.ts";
import {testEveryRow} from "./every_row.ts";
import {filesOf} from "./fingerprint.ts";
import {type PublishedRow, readResults, readTable} from "./published_rows.ts";

const hasServer = inject("serverUrl") !== "";

let folder = "";
let sheet: AnswerSheet;
let release = "";
let first: Ended;
let again: Ended;
let rows: PublishedRow[];

function runUntil(step: string, deliveries: string, place: string, env = {}): Promise<Ended> {
  return runPlumbline(wordsToRunUntil(step, deliveries, place), {cwd: folder, env});
}

function currentOf(place: string): string {
  return readlinkSync(join(folder, place, "current"));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-example-"));
  first = await copyBuiltExample(folder);
  sheet = JSON.parse(readFileSync(join(folder, "example/answer_sheet.json"), "utf8"));
  release = join(folder, "built", currentOf("built"));
  again = await runUntil("publish", "example/deliveries", "built");
  rows = readResults(release);
}, 300_000);
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("the example organisation, published", () => {
  it("is the same release with the same bytes when it is published again", () => {
    expect(JSON.parse(again.stdout).build.scope).toBe("nothing");
    expect(readdirSync(join(folder, "built/releases"))).toEqual([release.split("/").at(-1)]);
    const named = ({stdout}: Ended) => ({...JSON.parse(stdout).release, folder: null});
    expect(named(again)).toEqual(named(first));
    expect(JSON.parse(again.stdout).release.folder).toBe(release);
  });

  it("refused what the answer sheet says, for the reasons it says, and tells so by its exit code", () => {
    const expected = sheet.refused.map(({delivery, code}) => ({folder: delivery, code}));
    expect(first.code).toBe(6);
    expect(manifest().refused).toEqual(expected.sort((left, right) => (left.folder < right.folder ? -1 : 1)));
  });

  it("counts the rows of every file where the answer sheet says they ended, in tens, or hides them", () => {
    const inputs = manifest().inputs.map(({files}) => Object.fromEntries(files.map((file) => [file.file, file])));
    expect(inputs).toHaveLength(sheet.expected_counts.length);
    let shown = 0;
    sheet.expected_counts.forEach(({files}, index) => {
      for (const {file, ...counts} of files)
        for (const [name, count] of Object.entries(counts)) {
          const published = inputs[index]?.[file]?.[name];
          expect([10 * Math.ceil(count / 10), null], `${index} ${file} ${name}`).toContain(published);
          if (published !== null) shown += 1;
        }
    });
    expect(shown).toBeGreaterThan(100);
  });

  it("tells machines exactly where the rows of every file ended", () => {
    const {deliveries} = JSON.parse(first.stdout);
    const found = deliveries.map(({folder: name, files}: {folder: string; files: object}) => [name, files]);
    const expected = sheet.expected_counts.map(({delivery, files}) => [
      delivery,
      Object.fromEntries(files.map(({file, ...counts}) => [file, counts]))
    ]);
    expect(found).toEqual(expected);
  });

  it("has the treated, discharged and completed of each program, as the answer sheet counts them", () => {
    let shown = 0;
    for (const {program_key, treated_discharged, reasons} of sheet.truth.programs) {
      const completion = figure("completion", program_key);
      if (completion?.status === "suppressed") continue;
      shown += 1;
      const counts = {denominator: treated_discharged, numerator: reasons.completed};
      expect(completion).toMatchObject({status: "published", ...counts});
    }
    expect(shown).toBeGreaterThan(1);
  });

  it("has the sessions of each program, as the answer sheet counts them", () => {
    for (const {program_key, sessions} of sheet.truth.programs) {
      const {program_cancel = 0, excused = 0, attended = 0} = sessions;
      const all = Object.values(sessions).reduce((sum, count) => sum + count, 0);
      expect(figure("attendance", program_key)).toMatchObject({
        denominator: all - program_cancel - excused,
        numerator: attended
      });
    }
  });

  function figure(measure: string, program: string): PublishedRow | undefined {
    return rows.find(
      (row) =>
        row.measure === measure && row.breakdown === "program" && row.group === program && row.period_type === "all"
    );
  }
});

interface Manifest {
  readonly refused: readonly object[];
  readonly inputs: readonly {readonly files: readonly Record<string, unknown>[]}[];
  readonly outputs: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly rows: number;
  }[];
}

function manifest(): Manifest {
  return JSON.parse(readFileSync(join(release, "release.json"), "utf8"));
}

testEveryRow(() => release);
testComparisons(() => release);

describe("the files of a release", () => {
  it("are those of the manifest, with the hashes, bytes and rows that it says", () => {
    const {outputs} = manifest();
    const names = [...outputs.map(({file}) => file), "release.json"].sort();
    expect(readdirSync(release).sort()).toEqual(names);
    for (const {file, sha256, bytes, rows: count} of outputs) {
      const content = readFileSync(join(release, file));
      expect({file, sha256, bytes}).toEqual({
        file,
        sha256: createHash("sha256").update(content).digest("hex"),
        bytes: content.length
      });
      if (file.endsWith(".csv")) expect(readTable(release, file)).toHaveLength(count);
    }
  });

  it("hold no key of a person, an episode or anything below it", () => {
    const keys = new Set(
      sheet.expected_counts.flatMap(({delivery}) => keysOf(join(folder, "example/deliveries", delivery)))
    );
    expect(keys.size).toBeGreaterThan(10_000);
    for (const file of readdirSync(release)) {
      const words = readFileSync(join(release, file), "latin1").match(/[A-Za-z0-9_-]+/g) ?? [];
      expect(
        words.filter((word) => keys.has(word)),
        file
      ).toEqual([]);
    }
  });

  it("hold no path of this machine and no time of day", () => {
    for (const file of readdirSync(release)) {
      const text = readFileSync(join(release, file), "latin1");
      for (const path of [folder, projectRoot, tmpdir(), "node_modules"]) expect(text.includes(path), file).toBe(false);
      if (!file.endsWith(".parquet")) expect(text, file).not.toMatch(/\d\d:\d\d:\d\d/);
    }
  });

  /** Cells of the key columns but those of programs and sites, which are published. */
  function keysOf(delivery: string): string[] {
    const files = readdirSync(delivery).filter((name) => name.endsWith(".csv") && name !== "programs.csv");
    return files.flatMap((name) => {
      const table: Record<string, string>[] = parse(readFileSync(join(delivery, name)), {
        columns: true,
        bom: true,
        relax_column_count: true
      });
      const columns = Object.keys(table[0] ?? {}).filter((column) => /^(?!program|site).*_key$/.test(column));
      return table.flatMap((row) => columns.map((column) => row[column] ?? "")).filter((key) => key.length > 3);
    });
  }
});

describe("the same deliveries", () => {
  // the run that they are held against was embedded
  const engines: readonly Engine[] = hasServer ? [postgres] : [embedded];

  it.each(engines)(
    "give the same bytes when they come in three runs, the earlier ones late: $kind",
    async (engine) => {
      const place = `in-parts-${engine.kind}`;
      const {env, start, drop} = await engine.makePlace(join(folder, place));
      await start();
      try {
        const all = readdirSync(join(folder, "example/deliveries"));
        const accepted = sheet.expected_counts.map(({delivery}) => delivery);
        const isLate = (name: string) => accepted.indexOf(name) % 3 === 1;
        const parts: [until: string, names: string[]][] = [
          ["measure", accepted.filter((name) => !isLate(name) && name < "2025-05")],
          ["measure", accepted.filter((name) => !isLate(name))],
          ["publish", all]
        ];
        for (const [until, names] of parts) {
          for (const name of names)
            cpSync(join(folder, "example/deliveries", name), join(folder, place, "in", name), {recursive: true});
          await runUntil(until, join(place, "in"), place, env);
        }
        expect(filesOf(join(folder, place, currentOf(place)))).toEqual(filesOf(release));
        expect(currentOf(place)).toBe(currentOf("built"));
      } finally {
        await drop();
      }
    },
    180_000
  );
});
