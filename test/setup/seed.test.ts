import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {expect, inject, it} from "vitest";

const folder = join(import.meta.dirname, "..");
const chance =
  /\bMath\.random\(|\bDate\.now\(|\bnew Date\(\)|\brandomInt\(|\binterruptAfterTimeLimit\b|\bskipAllAfterTimeLimit\b/;

it("random tests draw the same in every run with the same seed", () => {
  const drawn = fc.sample(fc.nat(), 20);
  expect(fc.sample(fc.nat(), 20)).toEqual(drawn);
  expect(fc.sample(fc.nat(), {numRuns: 20, seed: inject("seed")})).toEqual(drawn);
  expect(fc.sample(fc.nat(), {numRuns: 20, seed: inject("seed") + 1})).not.toEqual(drawn);
});

it("no test draws from the clock, or from chance that cannot be repeated, nor tries less where the machine is busy", () => {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".ts"));
  expect(files.length).toBeGreaterThan(100);
  const drawing = files.filter((name) => {
    return name !== join("setup", "seed.test.ts") && chance.test(readFileSync(join(folder, name), "utf8"));
  });
  expect(drawing).toEqual([]);
});
