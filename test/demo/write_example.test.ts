import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {loadConfig} from "../../pipelines/config/load.ts";
import {writeExample, writeLargeExample} from "../../pipelines/steps/write_example.ts";
import {examplePrograms} from "../../src/demo/programs.ts";

let directory = "";

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "plumbline-example-"));
});

afterEach(() => rm(directory, {recursive: true, force: true}));

async function contents(): Promise<Map<string, string>> {
  const entries = await readdir(directory, {recursive: true, withFileTypes: true});
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path, "utf8")] as const)));
}

describe("writing the example", () => {
  it("gives the same files again and takes away what is left over", async () => {
    const written = await writeExample(directory, {episodes_per_year: 200});
    const first = await contents();
    expect(first.size).toBe(written.files + 2);
    expect(JSON.parse(first.get(join(directory, "answer_sheet.json")) ?? "").label).toContain("SYNTHETIC");
    await writeFile(join(directory, "deliveries", "left_over.csv"), "");
    await mkdir(join(directory, ".deliveries-new", "broken off"), {recursive: true});
    expect(await writeExample(directory, {episodes_per_year: 200})).toEqual(written);
    expect(await contents()).toEqual(first);
  });

  it("gives the organisation settings that can be read, of measures and programs that there are", async () => {
    await writeExample(directory, {episodes_per_year: 200});
    const {settings} = await loadConfig({flags: {}, environment: {}, directory});
    expect(settings).toMatchObject({organisation: "SYNTHETIC Example Clinics", synthetic: true});
    expect(settings.targets.map(({measure, value}) => [measure, value])).toEqual([
      ["completion", 0.5],
      ["phq9_effect_size", 0.6],
      ["reliable_improvement", 0.55],
      ["attendance", 0.8],
      ["followup_retention", 0.6],
      ["seen_within_48_hours", 0.6],
      ["completion", 0.4]
    ]);
    const named = [...settings.targets, ...settings.annotations].flatMap(({programs}) => programs);
    const keys = examplePrograms.map(({program_key}) => program_key);
    expect(new Set(named)).toEqual(new Set(["north-iop", "north-php"]));
    expect(keys).toEqual(expect.arrayContaining(named));
    expect(settings.annotations.filter(({rebases}) => rebases)).toEqual([]);
  });

  it("replaces one example by another, but never deliveries that it did not write", async () => {
    await writeLargeExample(directory, {episodes: 200});
    expect((await readdir(join(directory, "deliveries"))).length).toBe(2);
    await writeExample(directory, {episodes_per_year: 200});
    expect((await readdir(join(directory, "deliveries"))).length).toBeGreaterThan(30);
    await writeFile(join(directory, "answer_sheet.json"), "{}");
    const before = await contents();
    await expect(writeExample(directory)).rejects.toThrow("expected an earlier example or nothing, found other files");
    expect(await contents()).toEqual(before);
  });

  it("writes beside an empty deliveries folder", async () => {
    await mkdir(join(directory, "deliveries"));
    expect((await writeLargeExample(directory, {episodes: 200})).deliveries).toBe(2);
  });
});
