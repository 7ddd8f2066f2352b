import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, it} from "vitest";

const program = join(import.meta.dirname, "../../pipelines/simulate.ts");
const directory = mkdtempSync(join(tmpdir(), "plumbline-simulate-"));
afterAll(() => rmSync(directory, {recursive: true, force: true}));

function written(seed: number, name: string): string {
  const out = join(directory, name);
  const run = spawnSync(process.execPath, [program, "--cohorts", "10", "--seed", String(seed), "--out", out]);
  // ten cohorts may well miss often enough to be a finding (1); they are written all the same
  expect([0, 1]).toContain(run.status);
  return readFileSync(out, "utf8");
}

it("the same seed gives the same bytes, another seed other figures", () => {
  const first = written(5, "first.md");
  expect(written(5, "again.md")).toBe(first);
  expect(written(6, "other.md")).not.toBe(first.replace("--seed 5", "--seed 6"));
});

it.each([
  ["--cohorts", "0"],
  ["--cohorts", "many"],
  ["--seed", "-1"]
])("%s %s is refused", (option, value) => {
  const run = spawnSync(process.execPath, [program, `${option}=${value}`], {encoding: "utf8"});
  expect(run.status).toBe(2);
  expect(run.stderr).toContain(`${option}: expected a whole number`);
});
